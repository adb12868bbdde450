/**
 * What is shown as rows for a spreadsheet, saved or copied: the same figures, with base, interval and mention. Numbers are what a French
 * spreadsheet computes with: a decimal comma, percents in columns of that name, the ends of intervals in columns of their own.
 */
import type { analyse } from '../../api/wire/public.ts'
import { knownEnd, signed, signTextIn } from '../../surveys/charts/known.ts'
import { noFigureWords } from '../../surveys/charts/no-figure.ts'
import type { Cell } from '../../surveys/csv.ts'
import { sideIn } from '../parts/charts/established.ts'
import { datedIn, outsideText, shownOf } from './explorer/explored-bars.ts'

const decimal = (value: number): Cell => {
  const rounded = Math.round(value * 10_000) / 10_000
  return Number.isInteger(rounded) ? rounded : String(rounded).replace('.', ',')
}

type Figure = NonNullable<analyse.ShownCell['figure']>
type Unit = Figure['unit']

const signs: Partial<Record<string, string>> = { share: '%', minutes: 'min', hours: 'h', euros: '€' }
/** @example headed('Nord', 'share') // → 'Nord (%)' */
const headed = (title: string, unit: Unit) => (unit && signs[unit] ? `${title} (${signs[unit]})` : title)
const inUnit = (value: number | undefined, unit: Unit): Cell =>
  value === undefined ? '' : decimal(unit === 'share' ? 100 * value : value)
const ends = (title: string, unit: Unit) => [headed(`${title}, bas`, unit), headed(`${title}, haut`, unit)]
const intervalNote = 'Bas, haut\u202f: intervalle à 95\u202f%'
const endsLine = (ends: string): Cell[][] => (ends === '' ? [] : [[ends]])
/** What the columns mean; the sign where it stands. */
const keyOf = (rows: readonly Cell[][]): Cell[][] => {
  const signs = signTextIn(rows.flat().map(String))
  return [[intervalNote], ...(signs === '' ? [] : [[signs]])]
}

/** Tables of a finding under one another, each with its title and base, as they are shown. */
export function rowsOfGrids(
  grids: readonly analyse.FindingPage['tables'][number]['grid'][],
  { publication, mention, ends = '' }: Pick<analyse.FindingPage, 'publication' | 'mention'> & { ends?: string },
): Cell[][] {
  const tables = grids.flatMap(({ title, base, columns, rows, notes }) => [
    [title],
    [base],
    ...numbered(columns, rows),
    ...notes.map((note) => [note]),
    [''],
  ])
  return [
    ...tables,
    ...keyOf(tables),
    ...endsLine(ends),
    ...noticesOf(publication),
    [`Publication n° ${publication.number} · ${mention}`],
  ]
}

/** A shown table with its numbers: a column for the value, then two for the ends of its interval; words stay where they stand. */
function numbered(
  [first = '', ...titles]: readonly string[],
  rows: readonly analyse.ShownGrid['rows'][number][],
): Cell[][] {
  const columns = titles.map((title, at) => {
    const cells = rows.map(({ cells }) => cells[at] ?? { text: '' })
    const figures = cells.flatMap(({ figure }) => figure ?? [])
    const units = new Set(figures.map(({ unit }) => unit))
    const [unit] = units
    // figures of several units stand with their unit
    const isBare = units.size < 2
    const hasValue = !isBare || figures.length === 0 || figures.some(({ value }) => value !== undefined)
    const hasEnds = isBare && figures.some(({ low }) => low !== undefined)
    return {
      heads: [
        ...(hasValue ? [isBare ? headed(title, unit) : title] : []),
        ...(hasEnds ? (hasValue ? ends(title, unit) : [headed('Bas', unit), headed('Haut', unit)]) : []),
      ],
      lines: cells.map(({ text, small, figure }): Cell[] => {
        const words = small ? `${text} (${small})` : text
        const isNumber = isBare && figure !== undefined
        return [
          ...(hasValue ? [isNumber ? (signedIn(text) ?? inUnit(figure.value, unit)) : words] : []),
          ...(hasEnds ? [inUnit(figure?.low, unit), inUnit(figure?.high, unit)] : []),
        ]
      }),
    }
  })
  return [
    [first, ...columns.flatMap(({ heads }) => heads)],
    ...rows.map(({ label }, at) => [label, ...columns.flatMap(({ lines }) => lines[at]!)]),
  ]
}

const noticesOf = ({ notices = [] }: analyse.PublicationLine) =>
  notices.map(({ kind, reason, day }) => [
    `${kind === 'erratum' ? 'Erratum' : 'Publication retirée'} (${day}) : ${reason}`,
  ])

/** @param zones everybody first */
export function rowsOfZones(
  { title, brief, base, zones, dated }: analyse.MappedFindings['findings'][number],
  publication: analyse.PublicationLine,
  mention: string,
): Cell[][] {
  const zonesOnly = zones.slice(1).map(({ estimate }) => estimate)
  const unit = zones.flatMap(({ estimate }) => (estimate.value === null ? [] : [estimate.unit]))[0]
  const gap = (estimate: analyse.MaybeEstimate) => {
    const side = sideIn(estimate, zonesOnly)
    return side === null ? '' : side === 0 ? 'non établi' : 'établi'
  }
  const lines: Cell[][] = [
    ['Zone', ...valued(unit), 'Base', 'Écart avec les autres zones'],
    ...zones.map(({ name, text, estimate }, at) => [
      name,
      ...(estimate.value === null ? [text, '', '', ''] : [...spread(estimate, unit), estimate.base]),
      at === 0 ? '' : gap(estimate),
    ]),
  ]
  return [
    ...lines,
    [''],
    ...keyOf(lines),
    [brief],
    [base],
    ...(dated === '' ? [] : [[dated]]),
    ...noticesOf(publication),
    [`${title} · publication n° ${publication.number} · ${mention}`],
  ]
}

/** Heads of a value and of the ends of its interval. */
const valued = (unit: Unit) => [
  unit === 'share' ? '%' : headed('Valeur', unit),
  headed('Bas', unit),
  headed('Haut', unit),
]
const spread = (
  { value, low, high, method }: { value: number; low: number; high: number; method: string },
  unit: Unit,
): Cell[] => {
  const [own, ...ends] = [value, low, high].map((one) => inUnit(one, unit))
  const known = knownEnd({ value, low, high, method, ...(unit ? { unit } : {}) })
  return [known ? signed(known, (share) => String(inUnit(share, unit))) : own!, ...ends]
}

/** « ≤ 11 », of « ≤ 11 % »: its column is in percent. */
const signedIn = (text: string): string | null => (/^[≤≥]/.test(text) ? text.replace(/\s*%$/, '') : null)

/** What the explorer shows, as its table stands on the screen: a line an answer; divided, a group in three columns. */
export function rowsOf(explored: analyse.Explored): Cell[][] {
  const { lists, publication, mention, title, isWholeOnly, ends } = explored
  const lines = lists.length === 0 ? undividedRows(explored) : dividedRows(explored)
  return [
    ...lines,
    [''],
    ...keyOf(lines),
    ...endsLine(ends),
    ...noticesOf(publication),
    ...[outsideText(explored)].filter(Boolean).map((text) => [text]),
    ...datedIn(explored).map((text) => [text]),
    ...[explored.pooled].filter(Boolean).map((text) => [text]),
    ...(isWholeOnly
      ? [['Question posée dans le questionnaire entier\u202f: qui est passé par l’essentiel ne l’a pas eue']]
      : []),
    [`${title} · publication n° ${publication.number} · ${mention}`],
  ]
}

const unitOf = ({ kind }: Pick<analyse.Explored, 'kind'>): Unit => (kind === 'mean' ? undefined : 'share')

function undividedRows({ answers, cells, who, kind }: analyse.Explored): Cell[][] {
  const unit = unitOf({ kind })
  return [
    ['Réponse', ...valued(unit), 'Base', 'Qui'],
    ...(cells ?? []).map(({ dims, estimate }) => [
      answers.find(({ value }) => value === dims.reponse)?.label ?? 'Moyenne',
      ...(estimate.value === null
        ? [estimate.words ?? noFigureWords[estimate.why], '', '', '']
        : [...spread(estimate, unit), estimate.base]),
      who[1],
    ]),
  ]
}

function dividedRows(explored: analyse.Explored): Cell[][] {
  const { cells, who } = explored
  const { groups, answers } = shownOf(explored)
  const unit = unitOf(explored)
  const whole = explored.whole.filter(({ answer }) => answers.some(({ value }) => value === answer))
  const base = whole.find(({ estimate }) => estimate.value !== null)?.estimate.base
  const columns = [
    ...(base === undefined
      ? []
      : [{ text: 'Ensemble', base, at: (answer: string) => whole.find((one) => one.answer === answer) }]),
    ...groups.map((group) => ({
      text: group.text,
      base: group.base ?? '',
      at: (answer: string) => cells?.find(({ dims }) => dims.reponse === answer && dims[group.path] === group.value),
    })),
  ]
  return [
    ['Réponse', ...columns.flatMap(({ text }) => [headed(text, unit), ...ends(text, unit)])],
    ...answers.map(({ value, label }) => [
      label,
      ...columns.flatMap(({ at }): Cell[] => {
        const one = at(value)
        if (!one) return ['', '', '']
        return one.estimate.value === null ? [one.text, '', ''] : spread(one.estimate, unit)
      }),
    ]),
    [`Base (${who[1]})`, ...columns.flatMap((one): Cell[] => [one.base, '', ''])],
  ]
}

/** @example fileName('Manque de garde, selon « Zone »') // → 'manque-de-garde-selon-zone' */
export function fileName(title: string): string {
  const words = title
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return words?.join('-') ?? 'tableau'
}
