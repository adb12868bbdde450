/** Writes the documents of a publication, then reads the files as anybody would. */
import { read as readWorkbook, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { subjectsOf } from '../columns/subjects.ts'
import { weigh } from '../design/weigh.ts'
import { type Figure, type FigureTable, keyOf, universeIn } from '../disclosure/figure-table.ts'
import { assess, assessStudy } from '../findings/assessment.ts'
import type { Finding } from '../findings/finding.ts'
import { figuresOf } from '../findings/presentation.ts'
import { measureOf } from '../measures/catalogue.ts'
import type { Layout, Measured, Subject } from '../measures/measure.ts'
import { settled } from '../measures/settled.ts'
import { reportOf } from '../report/build.ts'
import { html } from '../report/html/html.ts'
import { committeeReportOf } from '../report/short/build.ts'
import { type DocumentFonts, publicWriters, writers } from '../report/writers.ts'
import { figure } from '../text/format.ts'
import type { Crosstab, Total } from './crosstab.ts'
import type { Mechanism } from './mechanism.ts'
import { type Readings, readingsIn, strangersIn, textOfMarkup, valueIn } from './printed.ts'
import { type Range, rangeOf, stepped } from './range.ts'
import { doorParts, respondentLines } from './respondents.ts'
import type { Publication } from './series.ts'
import type { Snapshot } from './world.ts'

/** How files are read: the words of those that have some, those read aloud too; figures of the others are read one by one below. */
const readers: readonly { of: RegExp; words: ((content: string | Uint8Array) => string) | null }[] = [
  { of: /\.html$/, words: (content) => textOfMarkup(String(content)) },
  {
    of: /\.docx$/,
    words: (content) =>
      textOfMarkup(strFromU8(unzipSync(content as Uint8Array)['word/document.xml']!).replaceAll('</w:p>', ' '), ''),
  },
  { of: /^(?:tables\.csv|findings\.json|report\.xlsx)$/, words: null },
]
/** Read as they are printed, where there are fonts to print them. */
const printed = /\.pdf$/
/** The same cells again, and what their columns mean. */
const repeated: ReadonlySet<string> = new Set(['report.ods', 'tables-excel-france.csv', 'tables.schema.json'])

/** @throws RangeError for a file of which no attack reads anything: it would leave unseen */
export function isRead(file: string, hasFonts: boolean): boolean {
  if (readers.some(({ of }) => of.test(file))) return true
  if (printed.test(file)) return hasFonts
  if (repeated.has(file)) return false
  throw new RangeError(
    `${file}: no attack reads it; read it in analysis/attack/documents.ts, or say that it repeats another`,
  )
}
export const committeeFile = 'comite.html'

/** One line of the open data. */
type Line = Record<
  | 'questionnaire'
  | 'indicateur'
  | 'tableau'
  | 'ligne'
  | 'colonne'
  | 'etat'
  | 'valeur'
  | 'bas'
  | 'haut'
  | 'base'
  | 'unite',
  string
>

/** @param fonts needed by PDF files, which are written when there are some */
export async function written(
  snapshots: readonly Snapshot[],
  { noise }: Mechanism,
  fonts: DocumentFonts = { woff2: [], ttf: [] },
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const studies = snapshots.map(({ study }) => study)
  const about = {
    place: 'Attaque',
    date: '2026-04-30',
    demo: true,
    digest: '',
    scope: { questionnaire: null, objective: null },
    zones: studies[0]!.zones,
  }
  const definitions = studies.map(({ questionnaire }) => questionnaire)
  const source = { ...assess(studies, about, () => {}, noise), definitions }
  const draft = { ...fonts, source, report: reportOf(source) }
  const files = new Map<string, string | Uint8Array>()
  for (const { file, write } of [...writers, ...publicWriters])
    if (isRead(file, fonts.ttf.length > 0)) files.set(file, await write(draft))
  const committee = committeeReportOf(source, '')
  if (committee) files.set(committeeFile, html(committee, []))
  return files
}

/** With the value that a known end stands for: it tells neither more nor less. */
const linesOf = (csv: string): Line[] =>
  (parse(csv, { columns: true, bom: true }) as Line[]).map((line) => ({
    ...line,
    valeur: valueBehind(line.etat, line.valeur),
  }))
const valueBehind = (state: string, value: string): string =>
  /^au (?:plus|moins)$/.test(state) ? String(valueIn(state)) : value
const nameOf = ({
  questionnaire,
  indicateur,
  tableau,
  ligne,
  colonne,
}: Pick<Line, 'questionnaire' | 'indicateur' | 'tableau' | 'ligne' | 'colonne'>) =>
  [questionnaire, indicateur, tableau, ligne, colonne].join('\n')

/** What the attacks have read: the open data, and who responded. */
export function readingsOf(files: ReadonlyMap<string, string | Uint8Array>): Readings {
  const numbered = (digits: string) => (digits === '' ? null : Number(digits))
  const figures = linesOf(String(files.get('tables.csv'))).map(({ questionnaire, indicateur, valeur, bas, haut }) => ({
    of: `${questionnaire}/${indicateur}`,
    value: numbered(valeur),
    low: numbered(bas),
    high: numbered(haut),
  }))
  const respondents = respondentLines(String(files.get('report.html'))).map(({ title, list, value, low, high }) => ({
    of: `${title}/${list}`,
    value,
    low,
    high,
  }))
  // the leading figure of a week is in none of its tables
  const leading = findingsOf(files).flatMap(({ questionnaire, indicator, estimate }) => {
    if (estimate.value === null || estimate.unit !== 'share') return []
    const [value, low, high] = [estimate.value, estimate.low, estimate.high].map((share) => Math.round(100 * share))
    return [{ of: `${questionnaire}/${indicator}`, value: value!, low: low!, high: high! }]
  })
  // the same responses, one figure: a second one would narrow the first
  const doors = Object.values(Object.groupBy(findingsOf(files), ({ questionnaire }) => questionnaire))
    .map((own = []) => doorParts(own, own[0]!.questionnaire))
    .filter(({ length }) => length === 1)
  return readingsIn([...figures, ...respondents, ...leading], doors.flat())
}

const findingsOf = (files: ReadonlyMap<string, string | Uint8Array>): Finding[] =>
  JSON.parse(String(files.get('findings.json'))).findings

/** The words of a file; '' of one without, and of PDF files, which are read elsewhere. */
export const textIn = (file: string, content: string | Uint8Array): string =>
  readers.find(({ of }) => of.test(file))?.words?.(content) ?? ''

/** Figures of the other files that are not in the open data: they would be evidence of their own. */
export function strayIn(files: ReadonlyMap<string, string | Uint8Array>): string[] {
  const lines = linesOf(String(files.get('tables.csv')))
  const plain = (words: string) => words.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
  const published = new Set(
    lines.flatMap(({ ligne, valeur, base }) => [`${plain(ligne)}|${valeur}`, `${plain(ligne)}|${valeur}|${base}`]),
  )
  const workbook = readWorkbook(files.get('report.xlsx') as Uint8Array, { type: 'array' })
  const sheet = utils.sheet_to_json<Record<string, unknown>>(workbook.Sheets.Tableaux!)
  const fromSheet = sheet.flatMap((row) =>
    typeof row.Base === 'number'
      ? [`${plain(String(row.Ligne))}|${valueBehind(String(row.État), String(row.Valeur))}|${row.Base}`]
      : [],
  )
  const page = plain(String(files.get('report.html')))
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
  const fromPage = [...page.matchAll(/data-tip="([^"]*) : ([≤≥]? ?\d+) % \([^)]*\), base ([\d ]+)"/g)].map(
    ([, label, value, base]) => `${label}|${valueIn(value!)}|${base!.replaceAll(' ', '')}`,
  )
  const fromAlternatives = findingsOf(files).flatMap(({ chart, breakdowns }) =>
    [chart, ...breakdowns.map((one) => one.chart)].flatMap((one) =>
      one?.kind !== 'bars' || one.unit !== 'share'
        ? []
        : one.bars.flatMap(({ label, estimate }) => {
            if (estimate.value === null) return []
            const value = Math.round(estimate.value * 100)
            const isSaid = plain(one.alt).includes(plain(`${label} ${figure(estimate)}`))
            return [isSaid ? `${plain(label)}|${value}|${estimate.base}` : `${plain(label)}|${value}|alternative`]
          }),
    ),
  )
  const known = readingsOf(files)
  const fromWords = [...files].flatMap(([file, content]) =>
    strangersIn(textIn(file, content), known).map((words) => `${file}: ${words}`),
  )
  return [...[...fromSheet, ...fromPage, ...fromAlternatives].filter((one) => !published.has(one)), ...fromWords]
}

/** How many a figure that stands as it was counts, null = it is of today; how many people it may count who left since. */
type Earlier = { countOf: (table: string, key: string) => number | null; gone: number }

/** The tables of the documents of one questionnaire as crosstabs, from the open data. @param earlier only those with figures of an earlier day */
export function crosstabsIn(
  files: ReadonlyMap<string, string | Uint8Array>,
  { study }: Snapshot,
  mechanism: Mechanism,
  earlier: Earlier | null = null,
): Crosstab[] {
  const { questionnaire } = study
  const printed = new Map(
    linesOf(String(files.get('tables.csv')))
      .filter((line) => line.questionnaire === questionnaire.slug && line.unite === 'pour cent')
      .map((line) => [nameOf(line), line]),
  )
  const findings = findingsOf(files)
  const figures = figuresOf(assessStudy(study, mechanism.noise).published)
  return subjectsOf(study, weigh(study)).subjects.flatMap((subject) => {
    const measured = settled(measureOf(subject.indicator.measure).compute(subject), figures)
    const tables = new Map(measured.tables.map((table) => [table.id, table]))
    const found = measured.layouts.flatMap((layout, at) => {
      const table = tables.get(layout.table)
      return table ? [placedIn(subject, layout, at === 0 ? 'ensemble' : layout.title, table, printed, mechanism)] : []
    })
    const wholes = new Map(
      found
        .flatMap(({ table, cells }) => [...cells.values()].map((cell) => ({ ...cell, table })))
        .flatMap(({ table, figure, range, base }) =>
          // a whole that stands as it was adds up to nothing of today
          Object.keys(figure.dims).length === 1 && range && base !== null && !earlier?.countOf(table.id, figure.key)
            ? [[figure.key, { range, base, mean: 0, variance: Number.POSITIVE_INFINITY }] as const]
            : [],
        ),
    )
    return [...found, ...leadingIn(subject, measured, tables, found, findings, mechanism)]
      .filter(({ cells }) => cells.size > 0)
      .filter(
        ({ table, cells }) => !earlier || [...cells.keys()].some((key) => earlier.countOf(table.id, key) !== null),
      )
      .map((one) => asCrosstab(subject, one, wholes, earlier))
  })
}

/** The tables of which some figures are of an earlier day, and count the people of then. */
export function mixedIn(
  files: ReadonlyMap<string, string | Uint8Array>,
  publication: Publication,
  mechanism: Mechanism,
): Crosstab[] {
  const now = new Set(publication.people)
  const gone = publication.before?.people.filter((one) => !now.has(one)).length ?? 0
  return crosstabsIn(files, publication, mechanism, { countOf: countsThen(publication), gone })
}

function countsThen(publication: Publication): Earlier['countOf'] {
  const dayIn = ({ published }: Publication) => {
    const figures = figuresOf(published)
    return (table: string, key: string) => figures(table, key).day
  }
  const then: { counts: ReadonlyMap<string, number>; isEarlier: (table: string, key: string) => boolean }[] = []
  for (let one = publication.before; one; one = one.before) {
    const day = dayIn(one)
    then.push({
      counts: new Map(
        subjectsOf(one.study, weigh(one.study)).subjects.flatMap((subject) =>
          measureOf(subject.indicator.measure)
            .compute(subject)
            .tables.flatMap(({ id, figures }) => figures.map(({ key, count }) => [`${id}\n${key}`, count] as const)),
        ),
      ),
      isEarlier: (table, key) => day(table, key) !== undefined,
    })
  }
  const today = dayIn(publication)
  return (table, key) => {
    if (today(table, key) === undefined) return null
    return then.find(({ isEarlier }) => !isEarlier(table, key))?.counts.get(`${table}\n${key}`) ?? null
  }
}

type Placed = {
  table: FigureTable
  cells: Map<string, { figure: Figure; range: Range | null; base: number | null }>
}

/** The leading figure of a finding, where none of its tables has it. */
function leadingIn(
  { slug, indicator }: Subject,
  { headline }: Pick<Measured, 'headline'>,
  tables: ReadonlyMap<string, FigureTable>,
  found: readonly Placed[],
  findings: readonly Finding[],
  mechanism: Mechanism,
): Placed[] {
  const table = headline && tables.get(headline.table)
  const figure = table?.figures.find(({ key }) => key === headline!.key)
  if (!table || !figure || found.some(({ cells }) => cells.has(figure.key))) return []
  const finding = findings.find((one) => one.questionnaire === slug && one.indicator === indicator.id)
  if (!finding || finding.estimate.value === null || finding.estimate.unit !== 'share') return []
  const { value, base } = finding.estimate
  const range = rangeOf(stepped(Math.round(100 * value), mechanism.step(base)), base, mechanism)
  return [{ table, cells: new Map([[figure.key, { figure, range, base }]]) }]
}

function placedIn(
  { slug, indicator }: Subject,
  layout: Layout,
  tableau: string,
  table: FigureTable,
  printed: ReadonlyMap<string, Line>,
  mechanism: Mechanism,
): Placed {
  const byKey = new Map(table.figures.map((figure) => [figure.key, figure]))
  const cells: Placed['cells'] = new Map()
  for (const { label, keys } of layout.rows)
    for (const [at, key] of keys.entries()) {
      const { kind, title } = layout.columns[at]!
      const figure = byKey.get(key)
      const line = printed.get(
        nameOf({ questionnaire: slug, indicateur: indicator.id, tableau, ligne: label, colonne: title }),
      )
      if (kind !== 'estimate' || !figure || !line) continue
      const base = line.base === '' ? null : Number(line.base)
      const share = line.valeur === '' || base === null ? null : stepped(Number(line.valeur), mechanism.step(base))
      cells.set(key, { figure, range: rangeOf(share, base, mechanism), base })
    }
  return { table, cells }
}

const groupOf = ({ dims }: Figure): string =>
  JSON.stringify(Object.entries(dims).filter(([name]) => name !== 'reponse'))

/** @param wholes by key: two questions of one indicator may name their answers alike */
function asCrosstab(
  subject: Subject,
  { table, cells }: Placed,
  wholes: ReadonlyMap<string, Total>,
  earlier: Earlier | null,
): Crosstab {
  const all = [...cells.values()]
  const lines = [...new Set(all.map(({ figure }) => figure.dims.reponse ?? ''))]
  const columns = [...new Set(all.map(({ figure }) => groupOf(figure)))]
  const cellAt = (line: string, column: string) =>
    all.find(({ figure }) => (figure.dims.reponse ?? '') === line && groupOf(figure) === column)
  const grid = lines.flatMap((line) => columns.map((column) => cellAt(line, column)))
  const wholeOf = (line: string) => {
    const { key } = all.find(({ figure }) => (figure.dims.reponse ?? '') === line)!.figure
    return wholes.get(keyOf(universeIn(key), { reponse: line })) ?? null
  }
  const bases = columns.map(
    (_, column) => grid.find((cell, at) => at % columns.length === column && cell?.base)?.base ?? null,
  )
  return {
    path: subject.field.path,
    by: table.id,
    topic: table.sensitive ? 'sensitive' : 'ordinary',
    isPanel: subject.table.parent !== null,
    height: lines.length,
    width: columns.length,
    prints: [{ cells: grid.map((cell) => cell?.range ?? null), bases }],
    ofLine: null,
    columnBases: bases,
    lineBases: lines.map(() => null),
    totals: lines.map((line) => (columns.length > 1 ? wholeOf(line) : null)),
    linesAdd: false,
    columnsAdd: columns.length > 1,
    columnsLeft: true,
    linesLeft: true,
    gone: earlier?.gone ?? 0,
    truth: Int32Array.from(grid, (cell) =>
      cell ? (earlier?.countOf(table.id, cell.figure.key) ?? cell.figure.count) : 0,
    ),
  }
}
