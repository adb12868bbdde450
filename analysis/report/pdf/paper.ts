/** The report as the writers of pages take it: plain words and drawings, every wording chosen, nothing to compute. */
import { classEnds, isHatchedWeek, mapEnds, shadeMark } from '../../../surveys/charts/marks.ts'
import { silentHalves } from '../../../surveys/charts/no-figure.ts'
import { hatchWords, isUncertain } from '../../../surveys/charts/uncertain.ts'
import { downward } from '../../../surveys/charts/zone-map.ts'
import { amount, cell, date, percent, span, typeset } from '../../text/format.ts'
import { barDrawing, type Drawing, ribbonDrawing, weekDrawing } from '../html/chart-image.ts'
import { mapDrawing } from '../html/map-image.ts'
import { shade } from '../html/svg.ts'
import { hasFigure } from '../silent.ts'
import {
  type Block,
  type Grid,
  type GridCell,
  isNumber,
  numberColumns,
  type Report,
  shareScale,
  type WeekChart,
  type WeekLayer,
  type ZoneMap,
} from '../tree.ts'

type Captioned = { title: string; base: string; notes: string[]; columns: string[] }
export type PaperBars = Captioned & {
  kind: 'bars'
  axis: string[]
  rows: { label: string; bar: number; cells: string[] }[]
}
export type PaperCell = { text: string; span: string; number: boolean }
export type PaperTable = Captioned & {
  kind: 'plain'
  wide: boolean
  /** Head of the column of drawings; '' = no row has one. */
  scale: string
  /** `bar`: number of its drawing. */
  rows: { label: string; id: string; target: string; bar: number | null; cells: PaperCell[] }[]
}
/** `width`: percentage of the width of the text. */
export type PaperLayer = { title: string; drawing: Drawing; width: number; key: { fill: string; text: string }[] }

/** Plain JSON: the worker receives it as it is. `target`: an anchor of the report, '' when it is not printed. */
export type PaperBlock =
  | { kind: 'heading'; level: Level; text: string; eyebrow: string; id: string }
  | { kind: 'text' | 'note'; tone: string; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'terms'; rows: { term: string; texts: string[] }[] }
  | { kind: 'badge'; tone: string; text: string; beside: string }
  | PaperBars
  | PaperTable
  | { kind: 'week'; title: string; base: string; alt: string; layers: PaperLayer[] }
  | {
      kind: 'wall'
      rows: { label: string; tiles: { text: string; tone: string; target: string }[] }[]
      legend: { tone: string; text: string }[]
    }
  | { kind: 'reference'; text: string; target: string }
  | { kind: 'blank'; label: string }
  | { kind: 'group'; role: string; id: string; blocks: PaperBlock[] }

export type Paper = {
  front: 'cover' | 'band'
  title: string
  place: string
  subtitle: string
  date: { year: number; month: number; day: number; text: string }
  marks: string[]
  ribbon: Drawing
  facts: { value: string; label: string }[]
  /** `flow`: may follow the part before it on the same page. */
  parts: { id: string; title: string; flow: boolean; blocks: PaperBlock[] }[]
  colophon: string[]
  /** Bars by their number: one drawing serves all the lines that show it. */
  bars: Drawing[]
}

type PaperContext = { bars: Map<string, { number: number; drawing: Drawing }>; ids: Set<string> }
/** What a block is inside of: gives headings their level. */
type Level = 2 | 3 | 4

export function paperOf(report: Report): Paper {
  const context: PaperContext = {
    bars: new Map(),
    ids: new Set(report.parts.flatMap(({ id, blocks }) => [id, ...idsOf(blocks)])),
  }
  const parts = report.parts.map(({ id, title, flow, blocks }) => ({
    id,
    title: typeset(title),
    flow: flow === true,
    blocks: blocks.flatMap((block) => onPaper(block, 2, context)),
  }))
  const [year, month, day] = report.date.split('-').map(Number) as [number, number, number]
  return {
    front: report.front ?? 'cover',
    title: typeset(report.title),
    place: typeset(report.place),
    subtitle: typeset(report.subtitle),
    date: { year, month, day, text: date(report.date) },
    marks: report.marks.map(({ short }) => typeset(short)),
    ribbon: ribbonDrawing(report.ribbon),
    facts: report.facts.map(({ value, label }) => ({ value: typeset(value), label: typeset(label) })),
    parts,
    colophon: report.colophon.map(typeset),
    bars: [...context.bars.values()].map(({ drawing }) => drawing),
  }
}

const idsOf = (blocks: Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'heading') return block.id === undefined ? [] : [block.id]
    if (block.kind === 'grid') return block.grid.rows.flatMap(({ id }) => (id === undefined ? [] : [id]))
    if (block.kind !== 'group' || block.role === 'details') return []
    return [...(block.id === undefined ? [] : [block.id]), ...idsOf(block.blocks)]
  })

function onPaper(block: Block, level: Level, context: PaperContext): PaperBlock[] {
  switch (block.kind) {
    case 'heading':
      return [
        {
          kind: 'heading',
          level,
          text: typeset(block.text),
          eyebrow: typeset(block.eyebrow ?? ''),
          id: block.id ?? '',
        },
      ]
    case 'text':
      return [{ kind: 'text', tone: block.tone ?? 'plain', text: typeset(block.text) }]
    case 'list':
      return [{ kind: 'list', items: block.items.map(typeset) }]
    case 'terms':
      return [
        {
          kind: 'terms',
          rows: block.rows.map(({ term, text }) => ({ term: typeset(term), texts: [text].flat().map(typeset) })),
        },
      ]
    case 'note':
      return [{ kind: 'note', tone: block.tone, text: typeset(block.text) }]
    case 'badge':
      return [{ kind: 'badge', tone: block.tone, text: typeset(block.text), beside: typeset(block.beside ?? '') }]
    case 'grid':
      return [gridOnPaper(block, context)]
    case 'week':
      return [weekOnPaper(block.chart)]
    case 'map':
      return mapOnPaper(block.chart)
    case 'wall':
      return [wallOnPaper(block, context)]
    case 'reference':
      return [{ kind: 'reference', text: typeset(block.text), target: targetOf(block.href, context) }]
    case 'blank':
      return [{ kind: 'blank', label: typeset(block.label) }]
    case 'group':
      return groupOnPaper(block, level, context)
  }
}

const below: Record<string, Level> = { objective: 3, finding: 4, summary: 3, details: 4 }

function groupOnPaper(
  { role, id, blocks }: Extract<Block, { kind: 'group' }>,
  level: Level,
  context: PaperContext,
): PaperBlock[] {
  if (role === 'details') {
    // of one whose groups are all hidden there is nothing to compare
    const { length } = blocks.filter((one) => one.kind === 'grid' && hasFigure(one.grid))
    if (length === 0) return []
    const tables = `${length}\u00a0${length > 1 ? 'tableaux' : 'tableau'}`
    const text = `Comparer les groupes : ${tables} dans le classeur des tableaux, feuilles « Comparaisons » et « Tableaux ».`
    return [{ kind: 'text', tone: 'small', text: typeset(text) }]
  }
  const inside = blocks.flatMap((block) => onPaper(block, below[role] ?? level, context))
  return [{ kind: 'group', role, id: id ?? '', blocks: inside }]
}

function targetOf(href: string, { ids }: PaperContext): string {
  const id = href.replace(/^#/, '')
  return ids.has(id) ? id : ''
}

function gridOnPaper({ grid, chart }: Extract<Block, { kind: 'grid' }>, context: PaperContext): PaperBlock {
  const common = {
    title: typeset(grid.title),
    base: typeset(grid.base),
    notes: grid.notes.map(typeset),
    columns: grid.columns.map(typeset),
  }
  if (chart === undefined) {
    const scale = grid.rows.some(({ share }) => share !== undefined) ? shareScale : ''
    return { kind: 'plain', ...common, wide: isWide(grid), scale, rows: rowsOf(grid, context) }
  }
  const axis = [0, chart.end / 2, chart.end].map((value) => (value === 0 ? '0' : amount(value, chart.unit)))
  const rows = grid.rows.map(({ label, cells }, at) => {
    const { estimate, uncertain } = chart.bars[at]!
    const [first, ...others] = cells
    const value = first === undefined ? '' : wordsOf(first)
    const interval = first?.kind === 'estimate' ? span(first.estimate) : ''
    const bar = barNumber(barDrawing(estimate, chart.end, uncertain), context)
    return { label: typeset(label), bar, cells: [value, interval, ...others.map(wordsOf)] }
  })
  return { kind: 'bars', ...common, axis, rows }
}

const isWide = ({ rows }: Grid) => rows.some(({ cells }) => cells.some((one) => !isNumber(one)))

function rowsOf({ rows }: Grid, context: PaperContext) {
  const isOfNumbers = numberColumns({ rows })
  return rows.map(({ label, cells, id, href, share }) => ({
    label: typeset(label),
    bar: share === undefined ? null : barNumber(barDrawing(share, 1, isUncertain(share), '#eceae4'), context),
    id: id ?? '',
    target: href === undefined ? '' : targetOf(href, context),
    cells: cells.map((one, at) => ({
      text: wordsOf(one),
      span: one.kind === 'estimate' ? span(one.estimate) : '',
      number: isOfNumbers[at]!,
    })),
  }))
}

function barNumber(drawing: Drawing, { bars }: PaperContext): number {
  const known = bars.get(drawing.svg)
  if (known !== undefined) return known.number
  bars.set(drawing.svg, { number: bars.size, drawing })
  return bars.size - 1
}

/** What a cell says, without its interval. */
export function wordsOf(one: GridCell): string {
  if (one.kind === 'text') return typeset(one.text)
  if (one.kind === 'count') return amount(one.value, 'persons')
  return one.kind === 'none' ? cell({ ...one, value: null, base: 0 }) : cell(one.estimate)
}

const weekOnPaper = ({ title, base, alt, layers }: WeekChart): PaperBlock => ({
  kind: 'week',
  title: typeset(title),
  base: typeset(base),
  alt: typeset(alt),
  layers: layers.map((layer) => ({
    title: typeset(layer.title),
    drawing: weekDrawing(layer),
    width: 100,
    key: weekKey(layer).map(({ fill, text }) => ({ fill, text: typeset(text) })),
  })),
})

/** The map is drawn as a week is: a picture with its shades. The figures follow in words. */
function mapOnPaper(chart: ZoneMap): PaperBlock[] {
  const { zones } = chart
  const isHatched = zones.some(({ estimate, uncertain }) => shadeMark(estimate.value, uncertain, mapEnds).isHatched)
  const silent = [...new Set(zones.flatMap(({ estimate }) => (estimate.value === null ? [cell(estimate)] : [])))]
  const key = [
    ...[1, 2, 3, 4, 5].map((level) => ({ fill: shade('needed', level), text: typeset(classWords(level, mapEnds)) })),
    ...(isHatched ? [{ fill: 'hatch', text: `hachures : ${hatchWords}` }] : []),
    ...(silent.length === 0 ? [] : [{ fill: 'secret', text: typeset(`gris rayé : ${silent.join(' ou ')}`) }]),
  ]
  const said = downward(zones).map(({ name, estimate }) =>
    typeset(`${name} ${cell(estimate)}${estimate.value === null ? '' : ` (${span(estimate)})`}`),
  )
  const { title, base, alt } = chart
  return [
    {
      kind: 'week',
      title: typeset(title),
      base: typeset(base),
      alt: typeset(alt),
      layers: [{ title: '', drawing: mapDrawing(chart), width: 22, key }],
    },
    { kind: 'text', tone: 'small', text: typeset(`De haut en bas : ${said.join(' · ')}.`) },
  ]
}

/** The shades of a layer and what they mean. */
export function weekKey(week: WeekLayer): { fill: string; text: string }[] {
  const { layer } = week
  const silent = silentHalves(week)
  const classes = [0, 1, 2, 3, 4, 5].map((level) => ({ fill: shade(layer, level), text: classWords(level) }))
  return [
    ...classes,
    ...(isHatchedWeek(week) ? [{ fill: 'hatch', text: `hachures : ${hatchWords}` }] : []),
    ...(silent === '' ? [] : [{ fill: 'secret', text: `gris rayé : ${silent}` }]),
  ]
}

function classWords(level: number, ends: readonly number[] = classEnds): string {
  const [from, to] = [ends[level - 2], ends[level - 1]]
  if (level === 0) return 'aucun'
  if (from === undefined) return `moins de ${percent(to!)}`
  return to === undefined ? `${percent(from)} et plus` : `${Math.round(from * 100)} à ${percent(to)}`
}

function wallOnPaper({ rows, legend }: Extract<Block, { kind: 'wall' }>, context: PaperContext): PaperBlock {
  return {
    kind: 'wall',
    rows: rows.map(({ label, tiles }) => ({
      label: typeset(label),
      tiles: tiles.map(({ objective, tone, href }) => ({
        text: String(objective),
        tone,
        target: targetOf(href, context),
      })),
    })),
    legend: legend.map(({ tone, text }) => ({ tone, text: typeset(text) })),
  }
}
