import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { assess } from '../../../analysis/findings/assessment.ts'
import type { Finding } from '../../../analysis/findings/finding.ts'
import { reportFrame, reportOf } from '../../../analysis/report/build.ts'
import { nameIn } from '../../../analysis/report/finding-blocks.ts'
import { html } from '../../../analysis/report/html/html.ts'
import { questionIndex } from '../../../analysis/report/sections/question-index.ts'
import { inBrief, mainFindings } from '../../../analysis/report/sections/summary.ts'
import { shortReportOf } from '../../../analysis/report/short/build.ts'
import { objectiveParts } from '../../../analysis/report/short/objectives.ts'
import { siglesOf } from '../../../analysis/report/short/sigles.ts'
import type { ReportSource } from '../../../analysis/report/source.ts'
import { weightText } from '../../../analysis/report/weighting-text.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { indicator, studyOf } from '../columns/study.ts'
import { people } from './example-report.ts'

const nasty = '<img src=x onerror=alert(1)> " \' &'
const circumstances = {
  place: 'Communauté',
  date: '2026-05-31',
  demo: false,
  digest: 'abc',
  scope: { questionnaire: null, objective: null },
  zones: provisionalZones(),
}
const indicators = [
  indicator({ field: 'garde', measure: 'share', wanted: ['oui'], breakdowns: ['zone'], title: nasty }),
  indicator({ field: 'garde', measure: 'shares', sentence: '« {top} » : {value} ({interval} ; {base}).' }),
  indicator({ field: 'enfants.semaine', measure: 'week', unit: 'children' }),
]
const sourceOf = (given: Partial<typeof circumstances> = {}) =>
  assess([studyOf(people, indicators)], { ...circumstances, ...given })
const page = (source: ReportSource) => html(reportOf(source))
const whole = page(sourceOf())

test('the summary never says one question twice', () => {
  const source = sourceOf()
  const asked = (all: ReportSource['findings']) => all.map(({ source: { field } }) => field)
  const established = source.findings.filter(({ estimate }) => estimate.value !== null)
  expect(asked(established).filter((field) => field === 'garde').length).toBe(2)
  expect(asked(mainFindings(source.findings, source.coverage)).filter((field) => field === 'garde')).toEqual(['garde'])
})

test('two findings of one title under one objective are distinguished by their questionnaire', () => {
  const [one] = sourceOf().findings as [Finding]
  const other = { ...one, questionnaire: 'autre', source: { ...one.source, title: 'Autre enquête' } }
  expect(nameIn([one, other], other)).toBe(`${one.title} · Autre enquête`)
  expect(nameIn([one], one)).toBe(one.title)
})

// « Chaque réponse compte pour une, sauf pour » the only questionnaire; whose outlines, under no map
test('a report says nothing of what it has not: answers that count for one, outlines', () => {
  const source = { ...sourceOf(), outlines: { zones: [], source: 'INSEE' } }
  expect(JSON.stringify(shortReportOf(source))).not.toContain('Cartes : INSEE')
  expect(weightText(source)).toMatch(/^Chaque réponse compte pour une\. Aucun redressement\.$/)
  const findings = source.findings.map((one) => ({ ...one, evidence: { ...one.evidence, weighted: true } }))
  expect(weightText({ ...source, findings })).toMatch(/^Les chiffres sont redressés : /)
  const [one] = source.questionnaires
  const questionnaires = [one!, { ...one!, slug: 'autre', title: 'Autre' }]
  expect(weightText({ ...source, findings, questionnaires })).toMatch(/^Chaque réponse compte pour une, sauf pour /)
})

test('every one of the 38 objectives has its place, and says what it has', () => {
  for (const { number } of objectives()) expect(whole.includes(`id="objectif-${number}"`)).toBe(true)
  expect(whole.includes('aria-label="Objectif 5')).toBe(true)
})

// An edit had left names of variables in these sentences instead of their values.
test('the cover counts what it stands on, and the last lines hold the digest of the data', () => {
  const source = sourceOf()
  const { facts, colophon } = reportOf(source)
  const responses = source.questionnaires.reduce((sum, one) => sum + one.responses, 0)
  const lit = source.coverage.filter(({ findings }) => findings > 0).length
  expect(facts.map(({ value }) => value)).toEqual([
    String(responses),
    expect.stringMatching(/^[1-9]\d*$/),
    `${lit} sur 38`,
  ])
  expect(colophon[0]).toBe(`${source.mention} Empreinte des données (SHA-256) : abc`)
})

// Objectives still waiting for answers were listed among « réalisations » and other sources.
test('objectives that still wait for answers are counted as such', () => {
  const source = sourceOf()
  const waiting = source.coverage.filter(({ status }) => status === 'no-evidence').length
  expect(waiting).toBeGreaterThan(1)
  const said = whole.replace(/[\u00a0\u202f]/g, ' ')
  expect(said).toContain(
    `Sur 38 objectifs : 1 que les réponses mesurent, ${waiting} sans résultat à ce jour ; les autres sont des réalisations`,
  )
})

// « 32 sans résultat à ce jour » was read of the plan, which other questionnaires measured whole
test('the report of one publication speaks of the objectives it covers, and draws no wall of the others', () => {
  const source = { ...sourceOf(), publication: 2 }
  const asked = source.coverage.filter(({ indicators }) => indicators > 0)
  expect(asked.length).toBeLessThan(10)
  const said = page(source).replace(/[\u00a0\u202f]/g, ' ')
  expect(said).toContain(`Cette publication porte sur ${asked.length} des 38 objectifs : 1 que les réponses mesurent`)
  expect(said).not.toMatch(/class="wall"|hors questionnaire|Aucun indicateur n’est prévu/)
  expect(said.match(/id="objectif-\d+"/g)).toHaveLength(asked.length)
  const bare = { ...source, coverage: source.coverage.map((row) => ({ ...row, indicators: 0 })) }
  // « porte sur 0 des 38 objectifs : . »
  expect(page(bare)).toContain('Cette publication ne porte sur aucun objectif du plan.')
})

// « Ce que cette publication dit des 1 objectif »
test('the annex of a publication on one objective says it in the singular', () => {
  const source = { ...sourceOf(), publication: 2 }
  const one = source.coverage.filter(({ indicators }) => indicators > 0).slice(0, 1)
  const titles = reportOf({ ...source, coverage: one }).parts.map(({ title }) => title)
  expect(titles.join('\n')).toContain('Ce que cette publication dit d’un objectif')
})

// the same nine lines of children under their median, then under their mean
test('two findings with one table of answers show it once, and the second says where it is', () => {
  const numbers = ['numeric', 'mean'].map((measure) =>
    indicator({
      field: 'trajet',
      measure,
      title: measure === 'mean' ? 'En moyenne' : 'La moitié',
      sentence: '{value}',
    }),
  )
  const answers = Array.from({ length: 90 }, (_, row) => ({ trajet: 10 * (row % 3) }))
  const source = assess([studyOf(answers, numbers)], circumstances)
  const said = page(source)
  expect(said.match(/Les nombres que presque personne ne donne/g)).toHaveLength(1)
  expect(said.replace(/[\u00a0\u202f]/g, ' ')).toContain(
    'La répartition des réponses est avec « La moitié », plus haut.',
  )
})

test('the page asks for nothing outside itself and runs nothing but its own script', () => {
  expect(whole).not.toMatch(/<link|<img|@import|https?:\/\/(?!www\.w3\.org)/)
  expect(whole.match(/<script/g)).toHaveLength(1)
  expect(whole).not.toMatch(/fetch\(|XMLHttpRequest|innerHTML|eval\(|localStorage/)
  expect(whole).not.toMatch(/ style="| on[a-z]+="/)
})

test('its own policy allows its one style sheet and its one script, by hash, and nothing else', () => {
  const script = whole.match(/<script>([\s\S]*?)<\/script>/)![1]!
  const css = whole.match(/<style>([\s\S]*?)<\/style>/)![1]!
  const policy = whole.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)![1]!
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain(`'sha256-${createHash('sha256').update(css).digest('base64')}'`)
  expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  expect(policy).not.toContain('unsafe')
})

test('words of a questionnaire stay words', () => {
  expect(whole.includes('<img')).toBe(false)
  expect(whole.includes('&lt;img src=x onerror=alert(1)&gt;')).toBe(true)
})

test('every link inside the page leads somewhere', () => {
  const anchors = new Set([...whole.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  for (const [, target] of whole.matchAll(/ href="#([^"]+)"/g)) expect(anchors).toContain(target)
})

test('the same source gives the same bytes; another date does not', () => {
  expect(page(sourceOf()) === whole).toBe(true)
  expect(page(sourceOf({ date: '2026-06-01' })) === whole).toBe(false)
})

test('made-up data, trial answers and provisional zones are marked', () => {
  expect(whole.includes('Zonage provisoire')).toBe(true)
  expect(whole.includes('Données fictives')).toBe(false)
  const demo = page(assess([{ ...studyOf(people, indicators), trial: true }], { ...circumstances, demo: true }))
  expect(demo.includes('Données fictives')).toBe(true)
  expect(demo.includes('<li>Essai</li>')).toBe(true)
})

test('the week is drawn on seven lines of forty-eight cells, with a table and a sentence beside', () => {
  const drawing = whole.match(/<svg class="week"[\s\S]*?<\/svg>/)![0]
  expect(drawing.match(/width="1\.94%"/g)!.length).toBeGreaterThanOrEqual(7 * 48)
  expect(whole.includes('Carte des demi-heures')).toBe(true)
  expect(whole.includes('par plage horaire')).toBe(true)
})

test('no table shows a group of fewer than eleven people', () => {
  const { findings } = sourceOf()
  const grids = findings
    .flatMap((one) => [one.table, ...one.breakdowns.map(({ table }) => table)])
    .filter((one) => one !== undefined)
  const cells = grids.flatMap(({ rows }) => rows.flatMap((one) => one.cells))
  expect(cells.length).toBeGreaterThan(20)
  for (const cell of cells) if (cell.kind === 'estimate') expect(cell.estimate.base).toBeGreaterThanOrEqual(11)
})

test('a report on one objective shows that one, with the same protection of the others', () => {
  const source = sourceOf({ scope: { questionnaire: null, objective: 14 } as never })
  expect(source.findings).toEqual([])
  const text = page(source)
  expect(text.includes('id="objectif-14"')).toBe(true)
  expect(text.includes('id="action-1"')).toBe(false)
})

test('without any answer the report says what is planned', () => {
  const empty = page(assess([studyOf([], indicators)], circumstances))
  expect(empty.includes('Aucune réponse')).toBe(true)
  expect(empty).not.toMatch(/NaN|undefined|Infinity/)
})

test('no number in it is a computing accident', () => {
  expect(whole.replace(/data:font[^)]*|<script>[\s\S]*?<\/script>/g, '')).not.toMatch(
    /\bNaN\b|\bundefined\b|Infinity|\[object|\$\w/,
  )
})

// The cover said « 23 sur $objectives().length », the end « Empreinte : $source.digest ».
test('the cover and the last line give their figures', () => {
  const source = sourceOf()
  const { facts, colophon } = reportFrame(source)
  const lit = source.coverage.filter(({ findings }) => findings > 0).length
  expect(facts.map(({ value }) => value)).toEqual([String(source.questionnaires[0]!.responses), '3', `${lit} sur 38`])
  expect(colophon[0]).toBe(`${source.mention} Empreinte des données (SHA-256) : abc`)
})

test('the line to copy under a figure is there, filled in', () => {
  const line = whole
    .replace(/[\u00a0\u202f]/g, ' ')
    .match(/<li>Petit questionnaire : enquête auprès de volontaires[^<]*<\/li>/)?.[0]
  expect(line).toContain('125 réponses ; résultats non redressés')
  expect(line).toContain('aucun groupe de moins de 11 réponses n’est décrit ; empreinte abc')
})

test('the index gives each question its results, with every objective they serve', () => {
  const source = sourceOf()
  const [one] = source.findings as [Finding]
  const { blocks } = questionIndex({ ...source, findings: [one, { ...one, objective: 16 }] })
  expect(blocks).toMatchObject([
    { text: source.questionnaires[0]!.title },
    {
      grid: {
        rows: [
          {
            label: one.source.question,
            cells: [{ text: `${one.title} (objectifs ${one.objective}, 16)` }],
          },
        ],
      },
    },
  ])
})

// The notes of six findings drew the plan to a page of its own, nearly empty.
test('the main findings are said in whole sentences, the figure always, up to forty-five words', () => {
  const words = (many: number, mark: string) => `Le ${Array.from({ length: many - 1 }, () => 'mot').join(' ')}${mark}`
  expect(inBrief(words(60, '.'))).toBe(words(60, '.'))
  const two = `${words(25, '.')} ${words(20, '.')}`
  expect(inBrief(`${two} Réponses de 2025 et 2026 réunies.`)).toBe(two)
  // « Zone Sud 54 % » stood undated here, and dated on three other pages
  const zone = 'Chiffre de la zone arrêté au 26 novembre 2026.'
  const territory = 'Chiffre du territoire arrêté au 26 novembre 2026.'
  const rest = `Dans tout le territoire : 41 %. ${zone}`
  expect(inBrief(`${two} ${rest}`)).toBe(`${two} ${zone}`)
  expect(inBrief(`${two} Dans tout le territoire : 41 %. ${territory}`)).toBe(two)
  expect(inBrief(`${words(25, '.')} ${rest}`)).toBe(`${words(25, '.')} ${rest}`)
  // « Zone Sud 50 % … Dans tout le territoire 41 % » was read as a gap
  const gap = 'L’écart avec les autres zones n’est pas établi.'
  const beside = `Le ${Array.from({ length: 38 }, () => 'mot').join(' ')}. Dans tout le territoire : 41 %.`
  expect(inBrief(`${beside} ${gap}`)).toBe(`${beside} ${gap}`)
  expect(inBrief('45 % en manquent (entre 41 % et 49 % ; 690 réponses). C’est peu.')).toMatch(/ C’est peu\.$/)
})

test('an abbreviation written in two ways is expanded once', () => {
  expect(siglesOf('La Caf aide ; les dispositifs CAF aussi.')).toBe('Caf : caisse d’allocations familiales.')
})

// « les familles et les jeunes » stood over the answers of families alone
test('a report of one public is named after it, one of several after families and young people', () => {
  const source = sourceOf()
  const [answered] = source.questionnaires
  const of = (...all: [slug: string, audience: string][]) =>
    reportFrame({
      ...source,
      questionnaires: all.map(([slug]) => ({ ...answered!, slug })),
      definitions: all.map(([slug, audience]) => ({ slug, audience })) as unknown as ReportSource['definitions'] & {},
    }).title
  expect(of(['a', 'families'], ['b', 'families'])).toBe('Ce que disent les familles')
  expect(of(['a', 'young-11-15'])).toBe('Ce que disent les jeunes de 11 à 15 ans')
  expect(of(['a', 'families'], ['b', 'young-11-15'])).toBe('Ce que disent les familles et les jeunes')
  expect(of(['a', 'everyone'])).toBe('Ce que disent les familles et les jeunes')
})

// objectives 20 and 21 were headings over « Voir aussi » alone
test('in the short report an objective told elsewhere is one line, without a heading', () => {
  const source = sourceOf()
  const again = source.findings.map((one) => ({ ...one, objective: 21 }))
  const parts = objectiveParts({ ...source, findings: [...source.findings, ...again] }, [])
  const blocks = parts.flatMap((part) => part.blocks)
  const headings = blocks.flatMap((one) => (one.kind === 'heading' ? [one.text] : []))
  expect(headings.some((text) => text.includes('21'))).toBe(false)
  const line = blocks.find((one) => one.kind === 'group' && one.id === 'objectif-21')
  expect(JSON.stringify(line)).toMatch(/Objectif 21\. [^"]+ : résultats donnés à l’objectif \d/)
})
