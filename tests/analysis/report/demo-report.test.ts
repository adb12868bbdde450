/** The report of the made-up population, as a committee receives it: its sentences read one by one, its pages measured. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Estimate } from '../../../analysis/estimates/estimate.ts'
import { assess } from '../../../analysis/findings/assessment.ts'
import { eachOnce, type Finding } from '../../../analysis/findings/finding.ts'
import { placeKinds } from '../../../analysis/measures/local/youth.ts'
import { reportOf } from '../../../analysis/report/build.ts'
import { findingId } from '../../../analysis/report/finding-blocks.ts'
import { pdf } from '../../../analysis/report/pdf/pdf.ts'
import { publicHtml } from '../../../analysis/report/public/html.ts'
import { publicLanguages } from '../../../analysis/report/public/languages.ts'
import { numbersIn } from '../../../analysis/report/public/numbers.ts'
import { publicPdf } from '../../../analysis/report/public/pdf.ts'
import { publicPages } from '../../../analysis/report/public/public.ts'
import { tellingOf } from '../../../analysis/report/public/telling.ts'
import { publicWords } from '../../../analysis/report/public/words.ts'
import { mainFindings } from '../../../analysis/report/sections/summary.ts'
import { committeeReportOf, shortReportOf } from '../../../analysis/report/short/build.ts'
import { committeePages, committeePart, linesPart } from '../../../analysis/report/short/committee.ts'
import { worthReading } from '../../../analysis/report/short/groups.ts'
import type { ReportSource } from '../../../analysis/report/source.ts'
import type { Block, Grid } from '../../../analysis/report/tree.ts'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { openContext } from '../../../api/context.ts'
import { studiesIn } from '../../../api/responses/studies.ts'
import { committeeShown } from '../../../api/results/committee.ts'
import { documentFonts } from '../../../api/results/fonts.ts'
import { pictureOf } from '../../../api/results/pictures/finding-picture.ts'
import { outlinesOf } from '../../../api/results/pictures/map.ts'
import { outsideZone, provisionalZones, zoneNames } from '../../../surveys/authority/territory.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { filledOf, readPdf } from '../../pdf.ts'
import { unperturbed } from '../columns/study.ts'

const folder = mkdtempSync(join(tmpdir(), 'ctg-demo-report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const people = [
  { slug: 'familles', people: 1200 },
  { slug: 'loisirs-sud', people: 400 },
  { slug: 'jeunes-11-15', people: 300 },
  { slug: 'jeunes-16-25', people: 300 },
]
/** As many as the demo invents of each other public. */
const others = [
  { slug: 'professionnels', people: 160 },
  { slug: 'communes', people: 15 },
  { slug: 'habitants', people: 425 },
  { slug: 'associations', people: 90 },
  { slug: 'employeurs', people: 110 },
]
let source: ReportSource
/** Of all nine questionnaires. */
let whole: ReportSource
beforeAll(async () => {
  const context = await openContext(
    { storeUrl: `sqlite:${join(folder, 'demo.db')}`, keyringPath: join(folder, 'keys.json') },
    () => new Date('2026-03-02T10:00:00Z'),
  )
  try {
    await context.questionnaires.loadFounding(founding())
    await fill(context, [...people, ...others], 7, () => {})
    const studiesOf = async (those: typeof people) =>
      (await Promise.all(those.map(({ slug }) => studiesIn(context, slug)))).flat()
    const scope = { questionnaire: null, objective: null }
    const about = { place: 'Ici', date: '2026-05-31', demo: true, digest: 'abc', scope, zones: provisionalZones() }
    const outlines = (await outlinesOf(context, { zoning: provisionalZones(), madeAt: about.date }))!
    source = { ...assess(await studiesOf(people), about, undefined, unperturbed), outlines }
    whole = { ...assess(await studiesOf([...people, ...others]), about, undefined, unperturbed), outlines }
  } finally {
    await context.close()
  }
})

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const wordsOf = (sentence: string) =>
  plain(sentence)
    .replace(/(?<=\d) (?=\d{3})/g, '')
    .match(/[\p{L}\p{N}’'-]+/gu) ?? []
/** Without the interval and the base, which the eye skips. */
const spoken = (sentence: string) => sentence.replace(/\s\(entre [^()]*\)/g, '')
const all = () => eachOnce(source.findings)

test('a sentence has at most 25 words, and one figure at most, with its interval in one style', () => {
  expect(all().length).toBeGreaterThan(120)
  const wrong = all().flatMap(({ indicator, sentence, estimate, aside, together = [] }) => {
    const said = plain(sentence).split(/(?<=[.?!]) (?=[\p{Lu}«\d])/u)
    // five or more may be as frequent as the largest: its figure is not put forward
    const style =
      together.length > 5 && !aside
        ? / : aucun (choix|thème|jour|moment|lieu|obstacle|domaine) ne se détache nettement en tête \((réponses pour )?[\d ]+ (réponses|enfants)\)\.$/
        : / \(entre [^()]+ et [^()]+ ; [\d ]+ (réponses|enfants)\)\./
    const isStyled = estimate.value === null || style.test(said[0]!)
    const bad = said.filter((one) => {
      const figures = one.replace(/\(entre [^()]+ et [^()]+\)/, '').match(/\d %/g)?.length ?? 0
      const intervals = one.match(/\(entre [^()]+ et [^()]+\)/g)?.length ?? 0
      return wordsOf(spoken(one)).length > 25 || figures !== intervals
    })
    return isStyled && bad.length === 0 ? [] : [[indicator, said, bad]]
  })
  expect(wrong).toEqual([])
})

// 108 words under the places asked for, 46 of them in one sentence.
test('a sentence of any of the nine questionnaires has at most 25 words', () => {
  const said = eachOnce(whole.findings).flatMap(({ sentence }) => plain(sentence).split(/(?<=[.?!]) (?=[\p{Lu}«\d])/u))
  expect(said.length).toBeGreaterThan(300)
  expect(said.filter((one) => wordsOf(spoken(one)).length > 25)).toEqual([])
})

// What is drawn shows a few of the answers; any of them may lead one day.
test('a founding sentence has at most 25 words, whichever answer leads', () => {
  const wrong = founding().flatMap(({ slug, indicators }) =>
    indicators.flatMap(({ id, sentence, phrases = {}, measure }) => {
      const said = Object.values(phrases).filter((phrase) => phrase !== null)
      const frames = [sentence, ...said.filter((phrase) => phrase.includes('{value}'))]
      // running sums stop before the last step
      const tops = said
        .filter((phrase) => !phrase.includes('{value}'))
        .slice(0, measure === 'cumulated' ? -1 : undefined)
      return frames
        .flatMap((frame) => (frame.includes('{top}') && tops.length > 0 ? tops : ['']).map((top) => ({ frame, top })))
        .map(({ frame, top }) =>
          (slug === 'communes' ? frame.replace(/\s*\([^()]*\)/g, '') : frame)
            .replace(/^\{value\} (?!d)/, (value) => `Parmi les 15 communes dont les réponses sont publiées, ${value}`)
            .replace(/^Parmi les communes /, 'Parmi les 15 communes ')
            .replace('{value}', slug === 'communes' ? '4' : '48 %')
            .replace('{interval}', 'entre 41 % et 55 %')
            .replace('{base}', '200')
            .replace('{top}', top),
        )
        .filter((text) => text.split(/(?<=[.?!])\s(?=\p{Lu})/u).some((one) => wordsOf(spoken(one)).length > 25))
        .map((text) => `${slug}/${id} ${text}`)
    }),
  )
  expect(wrong).toEqual([])
})

// « cet accueil », « Avec qui », « … est connu »: 19 titles of 40 could not be read alone, or said what the figures should.
test('a title names its subject and asserts nothing', () => {
  const wrong = all().filter(
    ({ title }) =>
      // two words at least; no pronoun; no verb of a statement
      !/\s/.test(title) || /\b(cet|cette|ces|ils|elles|y|est|sont|serait|change)\b/i.test(title),
  )
  expect(wrong.map(({ title }) => title)).toEqual([])
})

test('an objective has each finding once, and no sentence twice', () => {
  const { findings } = source
  for (const nameOf of [
    ({ questionnaire, indicator }: (typeof findings)[number]) => `${questionnaire}/${indicator}`,
    ({ sentence }: (typeof findings)[number]) => sentence,
  ]) {
    const names = findings.map((one) => `${one.objective} ${nameOf(one)}`)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  }
})

// Half of the sentences were « Titre : « réponse » est cité le plus souvent », and « Non » or « Pas de souci » could lead.
test('a sentence is a sentence: no label in its place, no « non » in the lead, no word about itself', () => {
  const wrong = all()
    .map(({ sentence }) => plain(sentence))
    .filter((sentence) =>
      /est cité|cité le plus souvent|(?<!fréquente?s? ): «|(?<!la réponse est )« (non|aucun|rien|pas de (gros )?souci)\b|ce résultat|le tableau|\bfreine|de (une|environ)\b|\{|\bundefined\b/i.test(
        sentence,
      ),
    )
  expect(wrong).toEqual([])
})

test('every phrase belongs to an answer, and goes with a sentence that has a place for it', () => {
  for (const { indicators, slug, definition, assigned } of founding()) {
    const fields = fieldsOf(definition, assigned)
    for (const { id, field, measure, phrases, sentence } of indicators) {
      if (!phrases) continue
      expect([slug, id, sentence.includes('{top}')]).toEqual([slug, id, true])
      const choices = fields.find(({ path }) => path === field)!.choices.map(({ value }) => value)
      const kinds = placeKinds.map(({ value }) => value)
      const known: string[] = measure === 'youth-places' ? kinds : choices
      expect([slug, id, Object.keys(phrases).filter((value) => !known.includes(value))]).toEqual([slug, id, []])
    }
  }
})

test('an indicator that serves two objectives stands under both, and is reported once', () => {
  const twice = source.findings.filter(({ indicator }) => indicator === 'connait-parentalite')
  expect(twice.map(({ objective }) => objective)).toEqual([16, 17])
  const ids = idsIn(shortReportOf(source).parts.flatMap(({ blocks }) => blocks))
  expect(ids.length).toBe(new Set(ids).size)
  expect(ids.filter((id) => id === findingId(twice[0]!)).length).toBe(1)
})

const idsIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'grid') return block.grid.rows.flatMap(({ id }) => (id === undefined ? [] : [id]))
    if (block.kind !== 'group') return []
    return [...(block.id === undefined ? [] : [block.id]), ...idsIn(block.blocks)]
  })

// Sixteen pages for four questionnaires were twenty-five for nine.
test.each([
  ['four', () => source],
  ['nine', () => whole],
])('the report of %s questionnaires holds on fifteen pages, none more than a third empty', async (_, of) => {
  const bytes = await pdf(shortReportOf(of()), await fonts())
  const pages = await filledOf(bytes)
  // a layout that has not settled numbers its pages anyhow
  const numbers = (await readPdf(bytes)).pages.slice(1).map((page) => /page (\d+) sur (\d+)/.exec(page)?.slice(1))
  expect(numbers).toEqual(pages.slice(1).map((_, at) => [String(at + 2), String(pages.length)]))
  expect(pages.length, pages.map((filled) => filled.toFixed(2)).join(' ')).toBeLessThanOrEqual(15)
  expect(pages.length).toBeGreaterThan(8)
  // the cover, and the last page
  expect(pages.slice(1, -1).filter((filled) => filled < 2 / 3)).toEqual([])
})

// With its tables entered and a decision noted, the page of the week ran over on a second one.
test('each page to decide on is one page, with what it would take and the decisions noted', async () => {
  const lines = (many: number) => Array.from({ length: many }, (_, at) => `Plage ${at + 1}, du lundi au vendredi`)
  const table: Grid = {
    title: 'Besoin et places ouvertes, en période scolaire',
    base: 'Effectif : 6 484 enfants de moins de 18 ans (registre tenu par une commune, saisi le 12 septembre 2026)',
    columns: ['Plage horaire', 'Enfants qui en ont besoin', 'Places ouvertes'],
    rows: lines(15).map((label) => ({
      label,
      cells: [
        { kind: 'count', value: 1_230 },
        { kind: 'count', value: 480 },
      ],
    })),
    notes: Array(3).fill('Un besoin peut être couvert par un proche ; une place ouverte, trop loin ou d’un autre âge.'),
  }
  const findings = source.findings.map((one) =>
    one.objective === 1 ? { ...one, breakdowns: [{ table, isWhole: true as const }, ...one.breakdowns] } : one,
  )
  const decisions = findings
    .filter(({ objective }) => objective === 1)
    .slice(0, 2)
    .map(({ questionnaire, indicator }) => ({
      questionnaire,
      indicator,
      text: 'Ouvrir une crèche dès 6 h 30, trois jours par semaine, pendant un an.',
      date: '2026-05-20',
      at: '2026-03-03T10:00:00.000Z',
      by: 'Camille Roux',
    }))
  const report = committeeReportOf({ ...source, findings, decisions }, 'Pour le comité')!
  const bytes = await pdf({ ...report, front: 'cover' }, await fonts())
  expect(await filledOf(bytes)).toHaveLength(1 + report.parts.length)
})

const fonts = async () => {
  const { ttf, arabic } = await documentFonts()
  return [...ttf, ...arabic!.ttf]
}

test('the rule puts one page for each measured objective before the committee, in the order of the plan', () => {
  expect(committeePages(source).map(({ objective }) => objective)).toEqual([1, 14, 22, 23])
  // the south is what objective 14 is about, whether it can be concluded there or not
  expect(plain(committeePages(source)[1]!.answer)).toMatch(
    /(^Zone Sud : |\. Pour (?:la seule|les seuls enfants de la) zone Sud \()/,
  )
  const [first] = committeePages(source)
  expect(first!.question).toMatch(/\?$/)
  expect(first!.where).not.toBeNull()
  expect(first!.unknown.length).toBeGreaterThan(0)
})

// « C’est trop loin » : Nord, 33 % ; Lavaur, 6 %, on a page about the south.
test('where it holds speaks of the zone its objective is about', () => {
  const page = committeePages(source)[1]!
  // one of which the zone concludes something
  const { isZoneOpen, ...lead } = page.lead
  const south = zoneNames()[lead.zone!]!
  const by = (shares: Record<string, number>): Finding => ({
    ...lead,
    indicator: 'loin',
    breakdowns: [
      {
        table: {
          title: 'Selon : zone',
          base: '',
          columns: ['Zone', 'Part'],
          rows: Object.entries(shares).map(([label, share]) => ({
            label,
            cells: [{ kind: 'estimate' as const, estimate: around(share) }],
          })),
          notes: [],
        },
        chart: { kind: 'bars', title: '', base: '', alt: '', unit: 'share', end: 1, bars: [] },
      },
    ],
  })
  const [north, lavaur] = Object.values(zoneNames()).filter(
    (name) => name !== south && name !== zoneNames()[outsideZone],
  )
  const whereOf = (other: Finding) =>
    committeePages({ ...source, findings: [{ ...lead, breakdowns: [] }, other] }).find(
      ({ objective }) => objective === page.objective,
    )!.where
  expect(whereOf(by({ [north!]: 0.7, [lavaur!]: 0.1, [south]: 0.4 }))).toBeNull()
  expect(whereOf(by({ [north!]: 0.7, [south]: 0.1, [lavaur!]: 0.4 }))).toMatchObject({ least: { label: south } })
})

// « Dans un club : Nord 18 %, Sud 0 %. L’écart n’est pas établi. » stood under a sentence about « chez des amis », with its map.
test('where it holds tells of no other answer than its headline, unless a gap is established', () => {
  const page = committeePages(source).find(({ objective, lead }) => objective === 22 && lead.standing !== undefined)!
  const zones = Object.entries(zoneNames())
    .flatMap(([id, name]) => (id === outsideZone ? [] : [name]))
    .slice(0, 2)
  const by = (shares: Record<string, [number, number]>): Finding => ({
    ...page.lead,
    together: [],
    standing: { row: 'Chez des amis', column: 'Part' },
    breakdowns: [
      {
        table: {
          title: 'Selon : zone',
          base: '',
          columns: ['Réponse', ...zones],
          rows: Object.entries(shares).map(([label, own]) => ({
            label,
            cells: own.map((share) => ({ kind: 'estimate' as const, estimate: around(share) })),
          })),
          notes: [],
        },
      },
    ],
  })
  const whereOf = (lead: Finding) => committeePages({ ...source, findings: [lead] })[0]!.where
  const established = { 'Chez des amis': [0.33, 0.34], 'Dans un club': [0.9, 0.1] } satisfies Record<
    string,
    [number, number]
  >
  expect(whereOf(by(established))).toMatchObject({ series: { answer: 'Dans un club' }, established: true })
  const chance = { 'Chez des amis': [0.33, 0.32], 'Dans un club': [0.18, 0.14] } satisfies Record<
    string,
    [number, number]
  >
  expect(whereOf(by(chance))).toMatchObject({ series: { answer: 'Chez des amis' }, established: false })
  // nothing is put first: nothing is told of one answer
  expect(whereOf({ ...by(chance), together: ['a', 'b', 'c', 'd', 'e', 'f'] })).toBeNull()
})

// The page about the south drew the first three zones of the table, and the south was the fourth.
test('the page of an objective about a zone draws that zone among the others', () => {
  const page = committeePages(source)[1]!
  const labels = Object.entries(zoneNames()).flatMap(([id, name]) => (id === outsideZone ? [] : [name]))
  const rows = labels.map((label) => ({ label, cells: [{ kind: 'estimate' as const, estimate: around(0.5) }] }))
  const table: Grid = { title: '', base: '', columns: ['Zone', 'Part'], rows, notes: [] }
  const bars = labels.map((label) => ({ label, estimate: around(0.5), uncertain: false }))
  const chart = { kind: 'bars' as const, title: '', base: '', alt: '', unit: 'share' as const, end: 1, bars }
  const standing = { row: zoneNames().sud!, column: 'Part' }
  const lead: Finding = { ...page.lead, objective: 14, zone: 'sud', standing, table, chart, breakdowns: [] }
  const whole = { ...table, rows: [{ ...rows[0]!, label: 'Ensemble' }] }
  const all = { ...chart, bars: [{ label: 'Ensemble', estimate: around(0.5), uncertain: false }] }
  const told = { ...lead, breakdowns: [{ table: whole, chart: all }] }
  // everybody stands first, as on the slide: the link of the elected members had no bar of them
  const slide = pictureOf(told)
  expect(slide?.kind === 'bars' && slide.bars.map(({ label }) => label)).toEqual(['Ensemble', ...labels])
  const beside = committeePart({ ...page, lead: told, findings: [told] }, source, 'end').blocks
  const [drawnBeside] = beside.flatMap((one) => (one.kind === 'grid' ? [one] : []))
  expect(drawnBeside!.chart!.bars.map(({ label }) => label)).toEqual(['Ensemble', ...labels])
  expect(drawnBeside!.grid.rows.map(({ label }) => label)).toEqual(['Ensemble', ...labels])
  const drawn = committeePart({ ...page, lead, findings: [lead] }, source, 'end').blocks
  const [grid] = drawn.flatMap((one) => (one.kind === 'grid' ? [one] : []))
  expect(grid!.grid.rows.map(({ label }) => label)).toEqual(labels)
  expect(grid!.chart!.bars).toHaveLength(labels.length)
  // the other question, divided by the same zones, is told in its sentence
  expect(drawn.filter(({ kind }) => kind === 'map')).toEqual([])
})

// The link of the elected members drew the week of another finding, the slide the zones of the one it tells.
test('a page to decide on draws what its slide draws', () => {
  for (const page of committeePages(source)) {
    const slide = pictureOf(page.lead)
    const [drawn] = committeePart(page, source, 'end').blocks.filter(({ kind }) => kind === 'week' || kind === 'grid')
    if (slide?.kind !== 'bars' || drawn?.kind !== 'grid' || !drawn.chart)
      throw new Error(`${page.objective} is not drawn`)
    const shown = slide.bars.map(({ label }) => label)
    const printed = drawn.chart.bars.filter(({ estimate }) => estimate.value !== null).map(({ label }) => label)
    expect(slide.by === 'zones' ? printed : printed.filter((label) => !shown.includes(label))).toEqual(
      slide.by === 'zones' ? shown : [],
    )
  }
})

// « Chez des amis », of 260, stood under « il leur manque un lieu… 255 réponses »; the bars of the 16-25 under the words of the 11-15.
test('what is drawn of a page stands under the sentence it draws, before any other result', () => {
  const withOthers = committeePages(source).filter(({ twin, also }) => twin ?? also)
  const drawn = withOthers.map((page) => {
    const { blocks } = committeePart(page, source, 'end')
    return [blocks.findIndex(({ kind }) => kind === 'grid' || kind === 'week'), ...placesOf(blocks)]
  })
  // the page of sentences alone has nothing to put there
  const placed = drawn.filter(([at]) => at! >= 0)
  expect(placed.length).toBeGreaterThan(0)
  for (const [at, lead, next] of placed) expect([at! > lead!, at! < next!]).toEqual([true, true])
})

/** Of the findings of a page, told one after the other. */
const placesOf = (blocks: readonly Block[]): number[] =>
  blocks.flatMap((block, at) => (block.kind === 'group' && block.role === 'finding' ? [at] : []))

// Three rows of fifteen, the night and the week-end gone; and elected members were sent to a report they cannot open.
test('what it would take keeps the lines that matter most, and says where its readers find the others', () => {
  const page = committeePages(source)[0]!
  const rows = ['6 h', '8 h', '10 h', '12 h', '14 h'].map((label) => ({ label, cells: [] }))
  const grid: Grid = { title: 'Besoin et places', base: '', columns: ['Heure'], rows, notes: ['Par jour.'] }
  const needed = (count: number, first?: number[]) => ({
    ...page,
    needs: {
      ...{ finding: page.lead, declared: null },
      grid: { ...grid, rows: rows.slice(0, count), ...(first ? { first } : {}) },
    },
  })
  const printed = (one: ReturnType<typeof needed>, others: Parameters<typeof committeePart>[2] = 'end') =>
    committeePart(one, source, others)
      .blocks.flatMap((block) => (block.kind === 'grid' && block.grid.title === grid.title ? [block.grid] : []))
      .flatMap((own) => [own.rows.map(({ label }) => label).join(', '), ...own.notes.map(plain)])
  const more = 'Et 2 autres lignes : à la fin de ce document, « Ce qu’il faudrait, ligne par ligne ».'
  expect(printed(needed(5))).toEqual(['6 h, 8 h, 10 h', more, 'Par jour.'])
  expect(printed(needed(5, [4, 0, 3, 1, 2]))).toEqual(['6 h, 12 h, 14 h', more, 'Par jour.'])
  expect(printed(needed(3))).toEqual(['6 h, 8 h, 10 h', 'Par jour.'])
  const ruled = needed(5, [4, 0, 3, 1, 2])
  Object.assign(ruled.needs.grid, { firstBy: 'les plus demandées' })
  expect(printed(ruled)[1]).toBe('Ici, les 3 lignes les plus demandées, dans l’ordre du tableau.')
  expect(printed(needed(5), 'finding')[1]).toBe(`Et 2 autres lignes : avec « ${plain(page.lead.title)} ».`)
  expect(printed(needed(5), 'workbook')[1]).toBe(
    'Et 2 autres lignes : dans le classeur des tableaux, feuille « Tableaux ».',
  )
  const whole = linesPart([needed(5)]).flatMap(({ blocks }) => blocks)
  expect(whole.flatMap((one) => (one.kind === 'grid' ? [one.grid.rows.length] : []))).toEqual([5])
  expect(linesPart([needed(3)])).toEqual([])
})

// They learn of nothing they cannot open.
test('the pages handed to elected members hold whatever they send to', () => {
  const grid: Grid = {
    ...{ title: 'Besoin et places', base: '', columns: ['Heure'], notes: [] },
    rows: ['6 h', '8 h', '10 h', '12 h'].map((label) => ({ label, cells: [] })),
  }
  const findings = source.findings.map((one) =>
    one.objective === 1 ? { ...one, breakdowns: [{ table: grid, isWhole: true as const }, ...one.breakdowns] } : one,
  )
  const handed = committeeReportOf({ ...source, findings }, 'Pour le comité')!
  expect(JSON.stringify(handed)).not.toContain('rapport complet')
  expect(handed.parts.at(-1)).toMatchObject({ title: 'Ce qu’il faudrait, ligne par ligne' })
})

// « 5 549 children, 550 on wednesdays » stood there, and 330 would come: a committee sizes a room from what it reads first.
test('what it would take is who would come, where that is computed; what families declare follows', () => {
  const grid = (title: string, cells: Grid['rows'][number]['cells']): Grid => ({
    ...{ title, base: '', columns: ['Jour', 'Enfants'], rows: [{ label: 'Mercredis', cells }], notes: [] },
  })
  const declared = grid('Enfants : intentions déclarées', [{ kind: 'count', value: 550 }])
  const among = (presence: Grid) => {
    const findings = source.findings.map((one) => {
      const breakdowns = [declared, presence].map((table) => ({ table, isWhole: true as const }))
      return one.objective === 14 ? { ...one, breakdowns: [...breakdowns, ...one.breakdowns] } : one
    })
    const own = { ...source, findings }
    const shown = committeeShown(own).pages.find(({ objective }) => objective === 14)!
    const page = committeePages(own).find(({ objective }) => objective === 14)!
    const printed = committeePart(page, own, 'end').blocks.flatMap((one) => (one.kind === 'grid' ? [one.grid] : []))
    const titles = [
      shown.needs?.title,
      shown.declared?.title,
      printed.find(({ title }) => title.startsWith('Enfants'))?.title,
    ]
    return titles.map((one) => one && plain(one))
  }
  const title = 'Enfants : présence attendue'
  const { estimate } = source.findings.find((one) => one.estimate.value !== null) as { estimate: Estimate }
  expect(among(grid(title, [{ kind: 'estimate', estimate }]))).toEqual([title, declared.title, title])
  // no part of presence is entered for any of its days
  const unknown = grid(title, [{ kind: 'text', text: 'non saisie' }])
  expect(among(unknown)).toEqual([declared.title, undefined, declared.title])
})

// « Zone Sud : trop peu pour conclure », then on the same indicator « Où. Sud 47 % »
test('a page names no zone of which its own sentence says that too few answered', () => {
  const page = committeePages(source).find(({ objective }) => objective === 14)!
  const zone = zoneNames()[page.lead.zone!]!
  expect([page.lead.isZoneOpen, page.where?.finding]).toEqual([true, page.lead])
  expect(page.where!.series.members.map(({ label }) => label)).not.toContain(zone)
  expect(committeeShown(source).pages.find(({ objective }) => objective === 14)!.where).not.toContain(zone)
})

// The slides showed the 16-25 alone, and a decision that rested on what the 11-15 lack.
test('a page of two publics shows both, and a decision names the one it rests on', () => {
  const page = committeePages(source).find(({ twin }) => twin !== null)!
  const { questionnaire, indicator } = page.twin!
  const taken = { questionnaire, indicator, text: 'Oui.', date: '2026-05-20', at: '2026-05-20T10:00:00Z', by: 'A' }
  const shown = committeeShown({ ...source, decisions: [taken] }).pages.find(
    ({ objective }) => objective === page.objective,
  )!
  expect(shown.twin).toMatchObject({ indicator, sentence: page.twin!.sentence })
  expect(shown.decided[0]!.title).toContain(page.twin!.source.title)
})

// « … et que leur manque-t-il ? » was asked, and nothing on the page said it
test('a question of two halves has both answers, on the page and in its document', () => {
  const page = committeePages(source).find(({ objective }) => objective === 22)!
  expect(page.also).toMatchObject({ indicator: 'lieux-manque', questionnaire: page.lead.questionnaire })
  const { sentence } = page.also!
  expect(JSON.stringify(committeePart(page, source, 'end'))).toContain(JSON.stringify(sentence))
  expect(committeeShown(source).pages.find(({ objective }) => objective === 22)!.also!.sentence).toBe(sentence)
})

test('the summary leads with the zone an objective is about, as its page does', () => {
  const south = mainFindings(source.findings, source.coverage).filter(({ objective }) => objective === 14)
  expect(south[0]).toMatchObject({ indicator: 'utile', zone: 'sud' })
  // those that cannot be concluded are named, without a figure that has no interval
  const text = JSON.stringify(shortReportOf(source))
  const open = [...text.matchAll(/Sans conclusion possible à ce jour[^"]*/g)].map(([said]) => said)
  expect(open.length).toBeGreaterThan(0)
  expect(open.filter((said) => said.includes('%'))).toEqual([])
})

// The page in easy French gave the figure of all families as that of the south.
test.each(['fr-facile', 'en', 'ar'] as const)(
  'in %s, a zone is named, and « chez des amis » stands before the places',
  (language) => {
    const { pages } = publicPages({ ...source, definitions: [...founding()] }, language)
    // too few of the south to speak of it alone: the figure is that of all, and says so
    expect(pages[1]!.lines[0]).not.toContain('Sud')
    expect(pages[1]!.lines.at(-1)).toContain('Sud')
    const friends = { 'fr-facile': 'Chez des amis', en: 'At friends’ homes', ar: 'عند الأصدقاء' }[language]
    expect(pages[2]!.lines[0]).toContain(friends)
    expect(pages[2]!.lines.length).toBeGreaterThanOrEqual(2)
  },
)

// « saisies / : il ne vaut … » on a slide
test('what nobody knows is set as French is: no line begins with a colon', () => {
  const { unknown, asked } = committeeShown(source).pages[0]!
  expect([...unknown, asked].filter((line) => / [:;?!]/.test(line))).toEqual([])
})

test('what an analyst chose replaces the rule: order, finding and words', () => {
  const chosenPages = [
    { objective: 35, finding: 'familles-info-facile', answer: '', asked: 'Choisir un canal.' },
    { objective: 1, finding: 'familles-manque', answer: 'Il manque des accueils.', asked: '' },
  ]
  const pages = committeePages({ ...source, chosenPages })
  expect(pages.map(({ objective, lead }) => [objective, lead.indicator])).toEqual([
    [35, 'info-facile'],
    [1, 'manque'],
  ])
  expect(pages[1]!.answer).toBe('Il manque des accueils.')
  // words of one's own have no interval and name nobody: what was measured stands under them
  expect(pages.map(({ measured }) => measured)).toEqual(['', pages[1]!.lead.sentence])
  const text = JSON.stringify(shortReportOf({ ...source, chosenPages }))
  expect(text.split(JSON.stringify(pages[1]!.lead.sentence)).length).toBeGreaterThan(1)
  expect(pages[0]!.asked).toBe('Choisir un canal.')
})

test('a decision noted is printed with its day and who noted it; a line is left only where none is', () => {
  const decisions = [
    {
      questionnaire: 'familles',
      indicator: 'manque',
      text: 'Ouvrir à 7 h.',
      date: '2026-03-03',
      at: '2026-03-03T10:00:00.000Z',
      by: 'Alice Martin',
    },
  ]
  for (const report of [shortReportOf({ ...source, decisions }), reportOf({ ...source, decisions })]) {
    const text = JSON.stringify(report)
    expect(plain(text)).toContain(
      'Ouvrir à 7 h. Décidé le 3 mars 2026, noté par Alice Martin, sur « Familles à qui il manque une garde ».',
    )
    expect(text).not.toContain('Objectif 1 : décision du comité')
    expect(text).not.toContain('Action 1 : décision du comité')
    expect(text).toMatch(/(Objectif 14|Action 5) : décision du comité/)
  }
})

const early = {
  questionnaire: 'familles',
  indicator: 'manque',
  text: 'Ouvrir à 7 h.',
  date: '2026-03-03',
  at: '2026-03-03T10:00:00.000Z',
  by: 'Alice',
}

// one that was given up still read « Décidé le … » before the committee
test('what became of a decision comes first where it is printed, with who carried it and for when', () => {
  const outcome = { state: 'dropped', text: 'Le budget est refusé.', date: '2026-03-20', by: 'Alice Martin' } as const
  const decisions = [{ ...early, pilot: 'Pôle Enfance', due: '2026-09-01', outcome }]
  for (const report of [shortReportOf({ ...source, decisions }), reportOf({ ...source, decisions })])
    expect(plain(JSON.stringify(report))).toMatch(
      /Abandonnée le 20 mars 2026\. Le budget est refusé\. Ouvrir à 7 h\. Qui : Pôle Enfance\. Pour le 1er septembre 2026\. Décidé le 3 mars 2026/,
    )
})

// « aucun groupe de moins de 11 » on the cover, « les 3 communes répondantes » on a page
test('the cover says that communes are counted one by one, where they are', () => {
  const said = (of: ReportSource) => shortReportOf(of).colophon.join(' ').includes('sont comptées une à une')
  expect([said(whole), said(source)]).toEqual([true, false])
})

// « Pour le 3 septembre 2026 », in November, where the screens said that it was over
test('a day that is over is said to be, on the day a document is read', () => {
  const printed = (today: string, outcome = {}) =>
    plain(JSON.stringify(shortReportOf({ ...source, today, decisions: [{ ...early, due: '2026-09-01', ...outcome }] })))
  expect(printed('2026-09-01')).toContain('Pour le 1er septembre 2026. Décidé')
  expect(printed('2026-09-02')).toContain('Pour le 1er septembre 2026, échéance dépassée. Décidé')
  const kept = { outcome: { state: 'kept', text: '', date: '2026-09-10', by: 'Alice' } as const }
  expect(printed('2026-11-30', kept)).toContain('Pour le 1er septembre 2026. ')
})

test.each(publicLanguages)('in %s the page for everybody says what became of a decision, and why', (language) => {
  const noted = { ...early, due: '2026-09-01', isPublic: true }
  const decided = (decision: object) =>
    publicPages(
      { ...source, decisions: [{ ...noted, ...decision }], definitions: [...founding()] },
      language,
    ).pages.flatMap((page) => page.decided)
  const [open] = decided({})
  expect(open).toMatchObject({ became: '', why: '' })
  expect(open!.due).not.toBe('')
  const said = { text: 'Le budget est refusé.', date: '2026-03-20', by: 'Alice' }
  const became = (['kept', 'dropped', 'postponed', 'going-on'] as const).map((state) => {
    const until = state === 'postponed' ? { until: '2026-12-01' } : {}
    return decided({ outcome: { state, ...said, ...until } })[0]!
  })
  expect(new Set(became.map((line) => line.became)).size).toBe(4)
  for (const line of became) expect(plain(line.why)).toBe('Le budget est refusé.')
  // what is over has no day to wait for; what is put off has its new one
  expect(became.map(({ due }) => due === '')).toEqual([true, true, false, false])
  expect(became[2]!.due).not.toBe(open!.due)
})

test.each(publicLanguages)(
  'in %s, the pages for everybody say what was said, what is decided and when',
  async (language) => {
    const noted = {
      questionnaire: 'familles',
      indicator: 'manque',
      date: '2026-03-03',
      at: '2026-03-03T10:00:00.000Z',
      by: 'Alice Martin',
    }
    const decisions = [
      { ...noted, text: 'Ouvrir à 7 h.', due: '2026-09-01', isPublic: true },
      { ...noted, text: 'Recruter deux personnes.' },
    ]
    const pages = publicPages({ ...source, decisions, definitions: [...founding()] }, language)
    const words = publicWords[language]
    expect(pages.pages.length).toBe(4)
    for (const { title, lines, picture, when, unknown, pending, decided } of pages.pages) {
      for (const text of [title, when, unknown, pending || decided[0]!.text, ...lines]) expect(text).toMatch(/\p{L}/u)
      expect(lines.length).toBeGreaterThan(0)
      expect(picture?.bars.length).toBeGreaterThan(0)
    }
    const [first, second] = pages.pages
    const due = words.due(numbersIn(language).day('2026-09-01'))
    // the committee's own words: in which language they are is said where it is not the one of the page
    const day = [words.decidedOn(numbersIn(language).day('2026-03-03')), words.asWritten].filter(Boolean).join(' ')
    expect(first!.decided).toEqual([{ day, text: 'Ouvrir à 7\u00a0h.', due, became: '', why: '' }])
    expect(first!.when).toBe(due)
    expect(first!.pending).toBe('')
    expect(second!.pending).not.toBe('')
    // what the committee keeps to itself, and who noted it, stay there
    const text = JSON.stringify(pages)
    for (const hidden of ['Alice', 'Recruter']) expect(text).not.toContain(hidden)
    const page = publicHtml(pages)
    expect(page).toContain(`lang="${pages.tag}" dir="${pages.direction}"`)
    // headings in order: one title, then what was said, decided and when under each question
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.every((level, at) => at === 0 || level - levels[at - 1]! <= 1)).toBe(true)
    expect(page).toContain(words.steps.when)
    expect((await filledOf(await publicPdf(pages, await fonts()))).length).toBeLessThanOrEqual(5)
  },
)

test('a page in another language draws the bars of the French one, and says nothing in French but the decisions', () => {
  const french = publicPages({ ...source, definitions: [...founding()] }, 'fr')
  const french0 = french.pages[0]!.picture!
  for (const language of ['en', 'ar'] as const) {
    const pages = publicPages({ ...source, definitions: [...founding()] }, language)
    expect(pages.pages[0]!.picture!.bars.map(({ estimate }) => estimate)).toEqual(
      french0.bars.map(({ estimate }) => estimate),
    )
    const said = [...pages.pages, ...pages.items].flatMap(({ title, question, lines, picture }) => [
      title,
      question,
      ...lines,
      ...picture!.bars.map(({ label }) => label),
    ])
    expect(said.filter((text) => /\b(les|des|répond|enfants|familles)\b/.test(text))).toEqual([])
    // without the questionnaires there are no words: nothing is told rather than told in French
    expect(publicPages(source, language).pages).toEqual([])
  }
})

// « Familles aux horaires décalés, 52 % » was in French, a fourth result of another question in English
test.each(['familles', 'loisirs-sud', 'professionnels'])(
  '%s: each language has the results of the French page, or says that they are there',
  (slug) => {
    const findings = whole.findings.filter(({ questionnaire }) => questionnaire === slug)
    const pagesIn = (language: (typeof publicLanguages)[number]) =>
      publicPages({ ...whole, findings, definitions: [...founding()] }, language)
    const drawn = (language: (typeof publicLanguages)[number]) => pagesIn(language).items.map(({ picture }) => picture)
    const figures = (all: ReturnType<typeof drawn>) =>
      all.map((picture) => JSON.stringify(picture?.bars.map(({ estimate }) => estimate)))
    const french = figures(drawn('fr'))
    expect(french.length).toBeGreaterThan(2)
    expect(JSON.stringify(pagesIn('fr').sections)).not.toContain('« Français »')
    for (const language of ['fr-facile', 'en', 'ar'] as const) {
      const own = figures(drawn(language))
      expect(french.slice(0, own.length)).toEqual(own)
      const said = JSON.stringify(pagesIn(language).sections)
      expect(said.includes('Français')).toBe(own.length < french.length)
    }
  },
)

// « Non », 60 of a hundred, was the one bar that was left out
test.each(publicLanguages)(
  'in %s the most frequent answer is one of the bars, even where it is « Non »',
  (language) => {
    const own = { ...whole, definitions: [...founding()] }
    let last = 0
    for (const finding of own.findings) {
      const { chart } = finding
      const bars = tellingOf(finding, own, language)?.picture?.bars ?? []
      if (chart?.kind !== 'bars' || bars.length < 2) continue
      const most = Math.max(...chart.bars.map(({ estimate }) => estimate.value ?? 0))
      if (!chart.bars.some(({ estimate }) => estimate.value === bars[0]!.estimate.value)) continue
      expect([finding.indicator, Math.max(...bars.map(({ estimate }) => estimate.value))]).toEqual([
        finding.indicator,
        most,
      ])
      last += Number(chart.bars.findIndex(({ estimate }) => estimate.value === most) >= 4)
    }
    expect(last).toBeGreaterThan(0)
  },
)

test('the comparisons to read are three, one a question, established where the report says so', () => {
  const worth = worthReading(source.findings)
  expect(worth.length).toBe(3)
  expect(new Set(worth.map(({ finding }) => `${finding.questionnaire}/${finding.source.field}`)).size).toBe(3)
  for (const { established, most, least } of worth) {
    expect(established).toBe(true)
    expect(most.estimate.low).toBeGreaterThan(least.estimate.high - 0.05)
  }
})

// The south stood beside whoever lives elsewhere as the gap most worth reading.
test('whoever lives outside the territory is in no comparison to read', () => {
  const shares = [0.58, 0.48, 0.19]
  const labels = ['Sud', 'Nord', zoneNames()[outsideZone]!]
  const rows = labels.map((label, at) => ({
    label,
    cells: [{ kind: 'estimate' as const, estimate: around(shares[at]!) }],
  }))
  const table: Grid = { title: 'Selon : zone', base: '', columns: ['Zone', 'Part'], rows, notes: [] }
  const chart = { kind: 'bars' as const, title: '', base: '', alt: '', unit: 'share' as const, end: 1, bars: [] }
  const [worth] = worthReading([{ ...all()[0]!, breakdowns: [{ table, chart }] }])
  expect(worth!.series.members.map(({ label }) => label)).toEqual(['Sud', 'Nord'])
})
const around = (value: number): Estimate => ({
  value,
  low: value - 0.05,
  high: value + 0.05,
  base: 300,
  effectiveBase: 300,
  unit: 'share',
  method: '',
})

test('the full report goes from each question to its findings', () => {
  const index = reportOf(source).parts.find(({ id }) => id === 'questions')
  const rows = index!.blocks.flatMap((block) => (block.kind === 'grid' ? block.grid.rows : []))
  expect(rows.length).toBeGreaterThan(50)
  const ids = new Set(all().map((one) => `#${findingId(one)}`))
  for (const { href } of rows) expect(ids).toContain(href)
})

// Nine titles filled the cover, five of them in French on the Arabic page.
test.each(publicLanguages)('in %s, many questionnaires are counted, and no commune is one of a hundred', (language) => {
  const pages = publicPages({ ...whole, definitions: [...founding()] }, language)
  expect(pages.subject).toMatch(/^9\s\S+$/u)
  expect(pages.opening).toContain(pages.subject)
  expect(JSON.stringify(pages)).not.toMatch(/100\s(communes|بلدية)/u)
})
