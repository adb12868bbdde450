/** Published figures put where people read them: grids, bars, the week. Takes nothing that has not been through disclosure control. */
import { axisEnd } from '../../surveys/charts/marks.ts'
import type { Hiding } from '../../surveys/charts/no-figure.ts'
import { beyondText, outsideOf, outsideText } from '../../surveys/charts/outside.ts'
import { isUncertain } from '../../surveys/charts/uncertain.ts'
import type { Figures, Published, PublishedFigure } from '../disclosure/published-figure.ts'
import type { Estimate, MaybeEstimate } from '../estimates/estimate.ts'
import { nested } from '../estimates/nested.ts'
import { slotText } from '../measures/local/half-hours.ts'
import type { Layout, WeekView } from '../measures/measure.ts'
import { datedNote, datedNotes } from '../measures/tables.ts'
import type { BarsChart, Grid, GridCell, WeekChart } from '../report/tree.ts'
import { amount, cell, counted, figure, span, typeset } from '../text/format.ts'

/** @throws RangeError, later, for a figure that was never published */
export function figuresOf(published: Published): Figures {
  const byPlace = new Map<string, PublishedFigure>()
  const precisions = new Map(published.tables.map(({ id, precision }) => [id, precision]))
  for (const table of published.tables)
    for (const figure of table.figures) byPlace.set(`${table.id}\n${figure.key}`, figure)
  const figureAt = (table: string, key: string) => {
    const figure = byPlace.get(`${table}\n${key}`)
    if (figure === undefined) throw new RangeError(`not published: ${key} of ${table}`)
    return figure
  }
  const precision = (table: string, key = '') => {
    const found = byPlace.get(`${table}\n${key}`)?.precision ?? precisions.get(table)
    if (found === undefined) throw new RangeError(`not published: ${table}`)
    return found
  }
  return Object.assign(figureAt, { precision })
}

/** The figure's estimate; what is published in words, or is too small, has none. */
export function estimateOf(figure: PublishedFigure): MaybeEstimate {
  if (figure.state === 'published') return figure.estimate
  if (figure.state === 'in-words') return { value: null, why: 'in-words', words: figure.words, base: 0 }
  return { value: null, why: figure.isWaiting ? 'waiting' : 'too-few', base: 0 }
}

/** An estimate as a cell of a table. @param day earlier ISO day it is of */
export const estimateCell = (estimate: MaybeEstimate, day?: string): GridCell => ({
  ...(estimate.value !== null
    ? { kind: 'estimate', estimate }
    : { kind: 'none', why: estimate.why, ...(estimate.words === undefined ? {} : { words: estimate.words }) }),
  ...(day === undefined ? {} : { day }),
})

/** Who the base is made of: `['famille répondante', 'familles répondantes']`. */
export type Who = [one: string, many: string]

/** Head of the column of letters. */
export const gapsTitle = 'Écarts'

/** Which groups differ: letters by row, '' where there is no figure, null = no column of them; notes in French. */
export type GroupTests = { letters: string[] | null; notes: string[] }

/** The table of a layout; groups that may not be shown at all are named under it instead. */
export function gridOf(layout: Layout, figures: Figures, who: Who, tests: GroupTests): Grid {
  const { by, stays } = layout.divided ?? { by: 'rows', stays: [] }
  const cellsOf = (label: string, keys: string[]) =>
    keys.map((key, at) => {
      const { title, kind } = layout.columns[at]!
      const stay = stays.find((one) => one.label === (by === 'rows' ? label : title))
      return cellOf(figures(layout.table, key), kind, stay?.day)
    })
  const rows = layout.rows.map(({ label, keys }) => ({ label, cells: nestedCells(layout, cellsOf(label, keys)) }))
  const isShown = (column: number) => rows.some(({ cells }) => isReadable(cells[column]!))
  const shownColumns = layout.columns.map((_, column) => layout.drawn || isShown(column))
  const isWaiting = (column: number) => rows.some(({ cells }) => isLate(cells[column]!))
  const silent = layout.columns.flatMap(({ title }, column) => (shownColumns[column] ? [] : [{ title, column }]))
  const waiting = silent.filter(({ column }) => isWaiting(column)).map(({ title }) => title)
  const hidden = silent.filter(({ column }) => !isWaiting(column)).map(({ title }) => title)
  const titles = layout.columns.filter((_, column) => shownColumns[column]).map(({ title }) => title)
  const apart = apartFrom(layout, figures, who)
  const dated = datedIn(layout, figures)
  const shown = rows.map(({ label, cells }) => ({ label, cells: cells.filter((_, column) => shownColumns[column]) }))
  const { day, parts } = layout.divided ? { day: undefined, parts: [] } : daysIn(titles, shown)
  return {
    title: layout.title,
    base: baseText(layout, figures, who),
    columns: [
      layout.rowTitle,
      ...(layout.drawn ? [titles[0]!, 'Intervalle à 95 %', ...titles.slice(1)] : titles),
      ...(tests.letters ? [gapsTitle] : []),
    ],
    rows: shown.map(({ label, cells }, row) => ({
      label,
      cells: [...cells, ...(tests.letters ? [{ kind: 'text', text: tests.letters[row]! } as const] : [])],
    })),
    notes: [
      ...layout.notes,
      ...datedNotes(dated),
      ...datedNotes(parts).map((note) => typeset(note)),
      ...(day === undefined ? [] : [typeset(datedNote(day))]),
      ...(apart?.text ? [typeset(apart.text)] : []),
      ...tests.notes.map((note) => typeset(note)),
      ...(hidden.length > 0 ? [typeset(`Groupes que l’on ne montre pas : ${hidden.join(', ')}.`)] : []),
      ...(waiting.length > 0 ? [typeset(`Groupes en attente de réponses nouvelles : ${waiting.join(', ')}.`)] : []),
    ],
    ...(layout.divided
      ? hiddenIn(
          rows.map(({ cells }) => cells),
          { list: layout.divided.list, rule: layout.divided.crossed ? 'crossed' : 'group' },
        )
      : {}),
    ...(waiting.length > 0 ? { waiting } : {}),
    ...(dated.length > 0 ? { dated } : {}),
    ...(day === undefined ? {} : { day }),
    ...(apart?.isEvery ? { outside: apart.outside } : {}),
  }
}

type Dated = NonNullable<Grid['dated']>[number]

/** Groups with figures of an earlier day: they stay as they were, or wait at this question alone. Each with its oldest day. */
function datedIn({ table, columns, rows, divided }: Layout, figures: Figures): Dated[] {
  if (!divided) return []
  const days = new Map<string, string>()
  for (const { label, keys } of rows)
    for (const [column, key] of keys.entries()) {
      const { day } = figures(table, key)
      const group = divided.by === 'rows' ? label : columns[column]!.title
      if (day !== undefined && !(day >= (days.get(group) ?? '9'))) days.set(group, day)
    }
  for (const { label, day } of divided.stays) if (!days.has(label)) days.set(label, day)
  const order = divided.by === 'rows' ? rows.map(({ label }) => label) : columns.map(({ title }) => title)
  return order.flatMap((label) => (days.has(label) ? [{ label, day: days.get(label)! }] : []))
}

type Shown = { label: string; cells: GridCell[] }

/**
 * Of a table that no list divides: the earlier day that all its figures are of, or the columns and lines that are, and of a line
 * of which a part is, its columns.
 */
function daysIn(titles: readonly string[], rows: readonly Shown[]): { day: string | undefined; parts: Dated[] } {
  const read = rows.flatMap(({ label, cells }) =>
    cells.flatMap((cell, at) => (isFigure(cell) ? [{ label, at, day: cell.day }] : [])),
  )
  const days = new Set(read.map(({ day }) => day))
  const [only] = days
  if (days.size < 2) return { day: only, parts: [] }
  const oneDay = (own: typeof read) => (own.every(({ day }) => day === own[0]?.day) ? own[0]?.day : undefined)
  const columns = titles.flatMap((title, at) => {
    const day = oneDay(read.filter((one) => one.at === at))
    return day === undefined ? [] : [{ at, label: title, day }]
  })
  const rest = read.filter(({ at }) => !columns.some((column) => column.at === at))
  const lines = [...Map.groupBy(rest, ({ label }) => label)].flatMap(([label, own]): Dated[] => {
    const day = oneDay(own)
    if (day !== undefined) return [{ label, day }]
    return [...Map.groupBy(own, (one) => one.day)].flatMap(([of, cells]) =>
      of === undefined ? [] : [{ label: `${label} (${cells.map(({ at }) => titles[at]).join(' ; ')})`, day: of }],
    )
  })
  return { day: undefined, parts: [...columns.map(({ label, day }) => ({ label, day })), ...lines] }
}

/** Of columns whose sets hold one another, the ends are in that order too. */
function nestedCells({ nested: sets = [] }: Layout, cells: GridCell[]): GridCell[] {
  const own = sets.flatMap((at) => {
    const cell = cells[at]!
    return cell.kind === 'estimate' ? [{ at, estimate: cell.estimate }] : []
  })
  const ordered = nested(own.map(({ estimate }) => estimate))
  return cells.map((cell, at) => {
    const found = own.findIndex((one) => one.at === at)
    return found < 0 ? cell : { ...cell, kind: 'estimate', estimate: ordered[found]! }
  })
}

/**
 * Those who are in no group of a layout, from the published bases; null = nothing is said. Where their number is not known, they are told when
 * the whole is above or below every group; where there are none, that each figure has its own noise is.
 */
function apartFrom(layout: Layout, figures: Figures, [, many]: Who) {
  const { among, groups, rows } = layout
  if (!among || rows.length === 0) return null
  // one line an answer: everybody, then the groups
  const across = groups === 'rows' ? [{ whole: rows[0]!.whole, keys: rows.map(({ keys: [key] }) => key!) }] : rows
  const lines = across.map(({ whole, keys }) => ({
    whole: estimateOf(figures(among.table, whole!)),
    own: keys.filter((_, at) => at !== among.apart).map((key) => estimateOf(figures(layout.table, key))),
  }))
  const [{ whole, own }] = lines as [(typeof lines)[number]]
  if (whole.value === null || lines.some((line) => line.whole.value === null || line.whole.base !== whole.base))
    return null
  const shown = own.filter(({ value }) => value !== null)
  const outside =
    shown.length === 0
      ? 0
      : outsideOf(
          whole.base,
          shown.map(({ base }) => base),
        )
  const isOneDay = rows.every(({ keys }) => keys.every((key) => figures(layout.table, key).day === undefined))
  const isEvery = !among.isPart && isOneDay && shown.length === own.length
  if (!isEvery && !lines.some(isBeyond)) return null
  const text = outsideText(outside, { isEvery, many, list: among.list })
  return { outside, isEvery, text: text === '' && lines.some(isBeyond) ? beyondText : text }
}

/** So far from what its groups are together, in points, a whole is looked at twice. */
const leastApart = 0.04

/** Everybody stand above every group that has a figure, or below, or away from what these groups are together. */
export function isBeyond({ whole, own }: { whole: MaybeEstimate; own: readonly MaybeEstimate[] }): boolean {
  const published = own.filter((one): one is Estimate => one.value !== null)
  if (whole.value === null || published.length === 0) return false
  const values = published.map(({ value }) => value)
  const people = published.reduce((sum, { base }) => sum + base, 0)
  const together = published.reduce((sum, { value, base }) => sum + value * base, 0) / Math.max(1, people)
  const isApart = whole.unit === 'share' && Math.abs(whole.value - together) >= leastApart - 1e-9
  return isApart || whole.value > Math.max(...values) || whole.value < Math.min(...values)
}

/** What hid figures of a table that a list divides: the rule it is under, else that they wait, else that they are words. */
export function hiddenIn(
  lines: readonly (readonly GridCell[])[],
  { list, rule }: { list: string; rule: Hiding },
): Pick<Grid, 'hidden'> {
  const whys = new Set(lines.flat().flatMap((cell) => (cell.kind === 'none' ? [cell.why] : [])))
  const by = whys.has('too-few') ? rule : whys.has('waiting') ? 'waiting' : whys.has('in-words') ? 'words' : null
  return by === null ? {} : { hidden: { by, list } }
}

const isLate = (cell: GridCell) => cell.kind === 'none' && cell.why === 'waiting'
const isReadable = (cell: GridCell) => cell.kind !== 'none' || cell.why === 'in-words'
const isFigure = (cell: GridCell): cell is Extract<GridCell, { kind: 'estimate' | 'none' }> =>
  (cell.kind === 'estimate' || cell.kind === 'none') && isReadable(cell)

/** @param stay earlier ISO day its group is of */
function cellOf(figure: PublishedFigure, kind: Layout['columns'][number]['kind'], stay: string | undefined): GridCell {
  const estimate = estimateOf(figure)
  if (kind === 'estimate') return estimateCell(estimate, figure.day ?? (estimate.value === null ? undefined : stay))
  return estimate.value === null
    ? { kind: 'none', why: estimate.why === 'waiting' ? 'waiting' : 'too-few' }
    : { kind: 'count', value: estimate.base }
}

/** Bases of a layout: one number when it is the same everywhere, else the column of bases shows it. */
function baseText(layout: Layout, figures: Figures, [one, many]: Who): string {
  const estimates = layout.rows.flatMap(({ keys }) => keys.map((key) => estimateOf(figures(layout.table, key))))
  const bases = new Set(estimates.flatMap(({ value, base }) => (value === null ? [] : [base])))
  const [only] = bases
  if (bases.size === 1) return `Base : ${counted(only!, one, many)}`
  if (bases.size > 1) return `Base : ${many}, selon le groupe`
  return estimates.some((one) => one.value === null && one.why === 'waiting')
    ? 'En attente de réponses nouvelles'
    : 'Base trop petite pour être montrée'
}

/** Bars for the first column of a drawn layout, from zero, on an axis that holds every interval. */
export function barsOf(layout: Layout, figures: Figures, who: Who): BarsChart | undefined {
  if (!layout.drawn) return undefined
  const stays = layout.divided?.by === 'rows' ? layout.divided.stays : []
  const bars = layout.rows.map(({ label, keys }) => {
    const figure = figures(layout.table, keys[0]!)
    const estimate = estimateOf(figure)
    const day = figure.day ?? stays.find((one) => one.label === label)?.day
    return {
      label,
      estimate,
      uncertain: isUncertain(estimate),
      ...(day === undefined || estimate.value === null ? {} : { day }),
    }
  })
  const shown = bars.flatMap(({ estimate }) => (estimate.value === null ? [] : [estimate]))
  const unit: Estimate['unit'] = shown[0]?.unit ?? 'share'
  const described = bars.flatMap(({ label, estimate }) =>
    estimate.value === null ? [] : [`${label} ${figure(estimate)}`],
  )
  return {
    kind: 'bars',
    title: layout.title,
    base: baseText(layout, figures, who),
    alt: `Barres avec intervalles. ${described.join(', ')}.`,
    unit,
    end: axisEnd(Math.max(0, ...shown.map(({ high }) => high)), unit === 'share'),
    bars,
  }
}

/** The heat map of the week, on one scale for its layers. */
export function weekChartOf(view: WeekView, figures: Figures, title: string, base: string): WeekChart {
  const layers = view.layers.map(({ layer, title: named, keys }) => {
    const estimates = keys.map((line) => line.map((key) => estimateOf(figures(view.table, key))))
    return {
      layer,
      title: named,
      values: estimates.map((line) => line.map(({ value }) => value)),
      spans: estimates.map((line) => line.map((one) => (one.value === null ? cell(one) : span(one)))),
      uncertain: estimates.map((line) => line.map(isUncertain)),
    }
  })
  return { kind: 'week', title, base, alt: altOf(layers[0]!.values), layers }
}

function altOf(values: (number | null)[][]): string {
  const cells = values.flatMap((line, day) => line.map((value, half) => ({ day, half, value: value ?? 0 })))
  const [peak] = cells.toSorted((a, b) => b.value - a.value)
  return `Carte des demi-heures de la semaine. Le besoin est le plus fréquent le ${slotText(peak!.day, peak!.half)} : ${amount(peak!.value, 'share')} des enfants.`
}
