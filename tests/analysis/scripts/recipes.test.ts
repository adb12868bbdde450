import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { accumulate, locate } from '../../../analysis/columns/columns.ts'
import type { Study } from '../../../analysis/columns/study.ts'
import { designFor } from '../../../analysis/columns/subjects.ts'
import type { Table } from '../../../analysis/columns/table.ts'
import { parseMargins } from '../../../analysis/design/margin.ts'
import { weigh, weightedDesign } from '../../../analysis/design/weigh.ts'
import { share } from '../../../analysis/estimates/share.ts'
import { answerTest, hitsOf } from '../../../analysis/measures/local/population.ts'
import { protectedRows } from '../../../analysis/microdata/protected-rows.ts'
import { wavesOf } from '../../../analysis/scripts/examples/avant-apres.ts'
import { priceCurve } from '../../../analysis/scripts/examples/courbe-des-prix.ts'
import { weightedCrosstab } from '../../../analysis/scripts/examples/croisement-pondere.ts'
import { twoGroups } from '../../../analysis/scripts/examples/deux-groupes.ts'
import { childrenByZone } from '../../../analysis/scripts/examples/enfants-par-zone.ts'
import { placesByMoment } from '../../../analysis/scripts/examples/lieux-et-moments.ts'
import { missingIn } from '../../../analysis/scripts/examples/sans-reponse.ts'
import { ownTypology } from '../../../analysis/scripts/examples/typologie.ts'
import { designAt, hitsAt, readFrames } from '../../../analysis/scripts/frames.ts'
import { fullRows } from '../../../api/results/export/full-rows.ts'
import { jsonLines } from '../../../api/results/export/text.ts'
import { CommandError } from '../../../cli/command.ts'
import type { Response } from '../../../surveys/answers/response.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { recordSecret } from '../columns/study.ts'

const folder = mkdtempSync(join(tmpdir(), 'ctg-recipes-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A small synthetic survey: its study as the engine reads it, and its exports. */
function survey(slug: string, people: number, seed: number) {
  const questionnaire = founding().find((one) => one.slug === slug)!
  const [random, next] = [seeded(seed), respondentsOf(questionnaire)]
  const responses = Array.from({ length: people }, (_, row): Response => {
    const { answers, mode, channel, language } = next(random)
    const id = `00000000-0000-4000-8000-${String(row).padStart(12, '0')}`
    const received = { version: 1, trial: false, receivedAt: '2026-03-02T10:00:00.000Z' }
    return { id, questionnaire: slug, ...received, answers, mode, channel, language }
  })
  const columns = accumulate(questionnaire)
  columns.add(responses)
  const study: Study = {
    questionnaire,
    table: columns.table(recordSecret),
    trial: false,
    period: { from: '2026-03-02', to: '2026-03-02' },
    zones: provisionalZones(),
  }
  const save = (name: string, rows: Parameters<typeof jsonLines>[0]) => {
    const file = join(folder, `${slug}-${seed}-${name}.jsonl`)
    writeFileSync(file, jsonLines(rows))
    return file
  }
  let id = 0
  const newId = () => String(id++).padStart(6, '0')
  const { rows } = protectedRows(questionnaire, responses, provisionalZones(), seeded(seed))
  return {
    study,
    full: save('complet', fullRows(questionnaire, responses, provisionalZones(), 'K7QM2H9X', newId)),
    protected: save(
      'protege',
      rows.map((answers, at) => ({ id: String(at), export: 'K7QM2H9X', answers })),
    ),
  }
}

const families = survey('familles', 320, 5)
const later = survey('familles', 300, 2)
const leisure = survey('loisirs-sud', 260, 3)
const young = survey('jeunes-16-25', 260, 4)
const frames = readFrames(families.full)

/** What the engine says of an answer, in everybody or in a group. */
function engineShare(
  table: Table,
  path: string,
  wanted: readonly string[],
  domain: Uint8Array | null = null,
  design = designFor(table),
) {
  const { column } = locate(table, path)!
  const tests = wanted.map((value) => answerTest(column, value))
  return share(
    hitsOf(column, table.rows, (row) => tests.some((gave) => gave(row))),
    design,
    domain,
  )
}

function groupOf({ table }: Study, path: string, value: string, own = table): Uint8Array {
  const column = locate(table, path)!.column
  if (column.kind !== 'choice') throw new Error(`${path} is a choice`)
  const code = column.values.indexOf(value)
  return Uint8Array.from(own.responseOf, (row) => Number(column.codes[row] === code))
}

/** Too few live otherwise to be weighted: they have the mean weight. */
const marginsText = `variable,categorie,effectif,unite,date,source
foyer,couple,3000,ménages,2026-01-01,INSEE
foyer,seul,2000,ménages,2026-01-01,INSEE
`
const marginsFile = join(folder, 'marges.csv')
writeFileSync(marginsFile, marginsText)
const margins = parseMargins(marginsText)
const weighed = weigh({
  ...families.study,
  reference: {
    margins: {
      rows: Object.entries(margins[0]!.totals).map(([value, count]) => ({
        variable: 'foyer',
        value,
        count,
        unit: 'ménages',
      })),
      date: '2026-01-01',
      source: 'INSEE',
    },
  },
} as unknown as Study)

test('one frame a unit, as the form has them: weeks in the full form only', () => {
  expect([...frames.units.keys()].toSorted()).toEqual(['enfants', 'enfants.semaine'])
  const { table } = families.study
  expect(frames.units.get('enfants')!.rows).toBe(table.children.get('enfants')!.rows)
  expect([...readFrames(families.protected).units.keys()]).toEqual(['enfants'])
  expect(
    [...new Set(frames.responses.frame.column('horaires.nuit').values as number[])].map(String).toSorted(),
  ).toEqual(['0', '1', 'NaN'])
})

test('weighted crosstab: shares and intervals of the engine, and danfojs adds up to the same', () => {
  if (weighed.weighting === null) throw new Error(weighed.why)
  const design = weightedDesign(families.study.table, weighed.weighting)
  const { answers, groups, shares, byFrame, test: linked } = weightedCrosstab(frames, 'info_facile', 'zone', margins)
  for (const [column, zone] of groups.entries())
    for (const [line, answer] of answers.entries()) {
      const own = engineShare(
        families.study.table,
        'info_facile',
        [answer],
        groupOf(families.study, 'zone', zone),
        design,
      )
      const { value, low, high, base } = shares[column]![line]! as typeof own & { low: number; high: number }
      expect(base).toBe(own.base)
      if (own.value === null) continue
      expect([value, low, high]).toEqual([own.value, own.low, own.high].map((one) => expect.closeTo(one, 10)))
      expect(byFrame[column]![line]).toBeCloseTo(own.value, 5)
    }
  expect(linked!.p).toBeGreaterThan(0)
})

test('places and moments: the boxes of two questions crossed, from protected rows too', () => {
  for (const file of [young.full, young.protected]) {
    const { places, moments, shares, byFrame } = placesByMoment(readFrames(file), 'lieux_dehors', 'lieu_moments')
    const cells = places.flatMap((_, at) =>
      moments.map((_, line) => [shares[at]![line]!, byFrame[at]![line]!] as const),
    )
    for (const [own, mean] of cells) if (own.value !== null) expect(mean).toBeCloseTo(own.value, 5)
    if (file !== young.full) continue
    const { table } = young.study
    const there = groupBox(table, 'lieux_dehors', places[0]!)
    expect(shares[0]![0]).toEqual(engineShare(table, 'lieu_moments', [moments[0]!], there))
  }
})

const groupBox = (table: Table, path: string, value: string) => {
  const gave = answerTest(locate(table, path)!.column, value)
  return Uint8Array.from({ length: table.rows }, (_, row) => Number(gave(row)))
}

test('price curve: the share of those who saw each price', () => {
  for (const { price, share: own, byFrame } of priceCurve(
    readFrames(leisure.full),
    ['certain', 'probable'],
    ['prix_a', 'prix_b', 'prix_c'],
  )) {
    expect(own).toEqual(engineShare(leisure.study.table, price, ['certain', 'probable']))
    expect(byFrame).toBeCloseTo(own.value!, 10)
  }
})

test('before and after: the shares of the two years, and their difference', () => {
  const { before, after, change } = wavesOf(frames, readFrames(later.full), 'info_facile', ['oui', 'plutot_oui'])
  expect(before).toEqual(engineShare(families.study.table, 'info_facile', ['oui', 'plutot_oui']))
  expect(after).toEqual(engineShare(later.study.table, 'info_facile', ['oui', 'plutot_oui']))
  expect(change!.change).toBeCloseTo(after.value! - before.value!, 12)
})

test('children by zone: those of a family are one primary unit', () => {
  const children = families.study.table.children.get('enfants')!
  const zones = childrenByZone(frames, 'enfants.besoin_garde', ['chaque_semaine', 'une_sur_deux'])
  expect(zones.length).toBeGreaterThan(2)
  for (const { zone, share: own, byFrame } of zones) {
    const domain = groupOf(families.study, 'zone', zone, children)
    expect(own).toEqual(engineShare(children, 'enfants.besoin_garde', ['chaque_semaine', 'une_sur_deux'], domain))
    if (own.value !== null) expect(byFrame).toBeCloseTo(own.value, 5)
  }
})

test('missing answers: blank, « ne sait pas », refused and not asked stay apart', () => {
  const missing = missingIn(frames)
  const { column } = locate(families.study.table, 'prix_mensuel')!
  if (column.kind !== 'choice') throw new Error('prix_mensuel is a choice')
  const count = (code: number) => column.codes.filter((own) => own === code).length
  const own = missing.find(({ question }) => question === 'prix_mensuel')!
  expect([own.blank, own.dontKnow, own.refused]).toEqual([count(-1), count(-3), count(-4)])
  expect(own.asked).toBe(320 - count(-2))
  expect(own.answered).toBe(column.codes.filter((code) => code >= 0).length)
})

test('two groups: the difference has the interval of the design', () => {
  const found = twoGroups(frames, 'info_facile', ['oui', 'plutot_oui'], 'foyer', ['couple', 'seul'], margins)
  for (const [at, name] of ['couple', 'seul'].entries()) {
    const design = designAt(frames, frames.responses, margins)
    const domain = Uint8Array.from(frames.responses.frame.column('foyer').values as string[], (value) =>
      Number(value === name),
    )
    expect(found.shares[at]).toEqual(
      share(hitsAt(frames, frames.responses, 'info_facile', ['oui', 'plutot_oui']), design, domain),
    )
    expect(found.byFrame[at]).toBeCloseTo(found.shares[at]!.value!, 5)
  }
  const { value: difference, low, high } = found.gap!
  expect(difference).toBeCloseTo(found.shares[0].value! - found.shares[1].value!, 10)
  expect(low < difference && difference < high).toBe(true)
})

test('typology: classes of all who answered, with their stability', () => {
  const questions = ['manque', 'foyer', 'cout', 'passage', 'info_facile']
  const { codes, count, stability, analysis } = ownTypology(frames, questions, 3, 5)
  expect(new Set([...codes].filter((code) => code >= 0)).size).toBe(count)
  expect(stability.jaccard).toHaveLength(3)
  expect(analysis.axes[0]!.inertia).toBeGreaterThan(1 / 5)
})

const examples: Record<string, string[]> = {
  'tri-a-plat': [],
  croisement: [],
  'croisement-pondere': [families.full, 'info_facile', 'zone', `marges=${marginsFile}`],
  'lieux-et-moments': [young.protected, 'lieux_dehors', 'lieu_moments'],
  'courbe-des-prix': [leisure.full, 'certain,probable', 'prix_a', 'prix_b', 'prix_c'],
  'avant-apres': [families.full, later.full, 'info_facile', 'oui,plutot_oui'],
  'enfants-par-zone': [families.full, 'enfants.besoin_garde', 'chaque_semaine,une_sur_deux'],
  'sans-reponse': [families.protected],
  'deux-groupes': [families.full, 'info_facile', 'oui,plutot_oui', 'foyer', 'couple', 'seul'],
  typologie: [families.full, 'manque', 'foyer', 'cout', 'info_facile', 'classes=3'],
}
const scripts = globSync('analysis/scripts/examples/*.ts', { cwd: resolve(import.meta.dirname, '../../..') })
/** Those that read CSV exports run in tests/api/commands/export.test.ts. */
const recipes = scripts.filter((file) => (examples[basename(file, '.ts')] ?? ['']).length > 0)

test('every script is run by a test', () => {
  expect(scripts.map((file) => basename(file, '.ts')).toSorted()).toEqual(Object.keys(examples).toSorted())
})

test.each(recipes)('%s prints a readable answer, and says in French what it lacks', async (file) => {
  const root = resolve(import.meta.dirname, '../../..')
  const { run } = (await import(resolve(root, file))) as { run: (args: string[]) => Promise<void> }
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  await run(examples[basename(file, '.ts')]!).finally(() => spy.mockRestore())
  expect(written.join('')).toMatch(/\d/)
  expect(written.join('')).not.toMatch(/NaN|undefined|\[object/)
  await expect(run([])).rejects.toThrow(CommandError)
  await expect(run([])).rejects.toThrow(`npm run analyse -- ${basename(file, '.ts')}`)
  // the line at its head is the one to type
  expect(readFileSync(resolve(root, file), 'utf8')).toContain(`npm run analyse -- ${basename(file, '.ts')} `)
})

test('a file that is no export, a column or lines that are not there: said in French, with what there is', () => {
  expect(() => readFrames(marginsFile)).toThrow(/--format jsonl/)
  expect(() => weightedCrosstab(frames, 'info_facile', 'commune')).toThrow(
    /Pas de colonne « commune ». Il y a : .*zone/,
  )
  expect(() => childrenByZone(readFrames(young.full), 'enfants.garde', ['oui'])).toThrow(/les réponses seules/)
})
