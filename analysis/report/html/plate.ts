/** A drawing as a picture that may stand alone: its title, base and sentence, what is drawn, and what it is allowed for. */
import { isHatchedWeek, weekClasses } from '../../../surveys/charts/marks.ts'
import { silentHalves } from '../../../surveys/charts/no-figure.ts'
import { hatchSaid, hatchWords } from '../../../surveys/charts/uncertain.ts'
import type { WeekLayer } from '../tree.ts'
import { alone, type Drawing, sized, weekDrawing } from './chart-image.ts'
import { harmless } from './html-blocks.ts'
import { type ShadedZone, shadedDrawing } from './map-image.ts'
import { bar, shade } from './svg.ts'

/** `value`: where the bar ends; null = no figure. `isLead`: one of the two of an established gap. */
export type PlateBar = {
  value: number | null
  low: number
  high: number
  text: string
  isUncertain: boolean
  isLead?: boolean | undefined
}
/** An answer a row, a group a column. */
export type PlateBars = {
  kind: 'bars'
  end: number
  columns: { label: string; base: string }[]
  rows: { label: string; note: string; bars: PlateBar[] }[]
}
export type PlateDrawing =
  | PlateBars
  | ({ kind: 'week' } & Omit<WeekLayer, 'title' | 'spans'>)
  /** The zones, then their figures. */
  | { kind: 'map'; zones: readonly ShadedZone[]; bars: PlateBars }

export type Plate = { title: string; under: string; sentence: string; foot: string; drawing: PlateDrawing }

const [width, margin] = [1_000, 40]
const inside = width - 2 * margin
const [ink, muted] = ['#1b1f2a', '#565c69']
/** Columns of groups that stand side by side. */
const mostColumns = 6

export function plateDrawing({ title, under, sentence, foot, drawing }: Plate): Drawing {
  const drawn = partsOf(drawing)
  let y = margin
  const parts: string[] = []
  const say = (words: string, size: number, fill: string, weight = 400) => {
    for (const line of wrapped(words, size, inside)) {
      y += size * 1.4
      parts.push(said(line, margin, y, { size, fill, weight }))
    }
    y += size / 2
  }
  say(title, 24, ink, 700)
  say([under, ...marksOf(drawing)].filter(Boolean).join('. '), 16, muted)
  for (const { svg, height } of drawn) {
    parts.push(svg.replace('<svg ', `<svg x="${margin}" y="${y + 12}" `))
    y += height + 24
  }
  say(sentence, 18, ink)
  say(foot, 14, muted)
  const height = y + margin
  return alone(`<rect width="${width}" height="${height}" fill="#fff"/>${parts.join('')}`, width, height, false)
}

/** What the signs of bars mean, where there are some. */
function marksOf(drawing: PlateDrawing): string[] {
  if (drawing.kind === 'week') return []
  const all = (drawing.kind === 'map' ? drawing.bars : drawing).rows.flatMap(({ bars }) => bars)
  return [
    'Le trait, l’intervalle à 95\u202f%',
    ...(all.some(({ isLead }) => isLead) ? ['En gras, les deux groupes de l’écart établi'] : []),
    ...(all.some(({ isUncertain, value }) => isUncertain && value !== null) ? [hatchSaid.replace(/\.$/, '')] : []),
  ]
}

function partsOf(drawing: PlateDrawing): Drawing[] {
  if (drawing.kind === 'bars') return [barsDrawing(drawing)]
  if (drawing.kind === 'week') return [scaled(weekDrawing({ ...drawing, title: '' }), inside), legendOf(drawing)]
  return [scaled(shadedDrawing(drawing.zones, harmless), inside * 0.6), barsDrawing(drawing.bars)]
}

/** The classes of a week, then the signs that are drawn: no other. */
function legendOf(week: Omit<WeekLayer, 'title'>): Drawing {
  const silent = silentHalves(week)
  const signs = [
    ...weekClasses.map((words, level) => ({ fills: [shade(week.layer, level)], words })),
    ...(isHatchedWeek(week) ? [{ fills: [shade(week.layer, 3), 'url(#hatch)'], words: hatchWords }] : []),
    ...(silent === '' ? [] : [{ fills: ['url(#secret)'], words: silent }]),
  ]
  let x = 0
  const drawn = signs.map(({ fills, words }) => {
    const left = x
    x += 34 + words.length * 8
    const swatch = fills.map((fill) => `<rect x="${left}" y="2" width="16" height="12" fill="${fill}"/>`)
    return swatch.join('') + said(words, left + 21, 13, { size: 14, fill: ink, weight: 400 })
  })
  return alone(drawn.join(''), inside, 18)
}

const scaled = ({ svg, width: own, height }: Drawing, wide: number): Drawing => {
  const tall = Math.round((height * wide) / own)
  return {
    svg: svg.replace(`width="${own}" height="${height}">`, `width="${wide}" height="${tall}">`),
    width: wide,
    height: tall,
  }
}

function barsDrawing({ end, columns, rows }: PlateBars): Drawing {
  // many groups stand below one another, under their answer
  if (columns.length > mostColumns)
    return barsDrawing({
      kind: 'bars',
      end,
      columns: [{ label: '', base: '' }],
      rows: rows.flatMap(({ label, note, bars }) => [
        { label, note, bars: [] },
        ...bars.map((one, at) => ({ label: columns[at]!.label, note: '', bars: [one] })),
      ]),
    })
  const isAlone = columns.length === 1
  const names = isAlone ? 330 : 220
  const wide = (inside - names) / columns.length
  const parts: string[] = []
  const leftOf = (at: number) => names + at * wide
  const heads = columns.map(({ label, base }) => [
    ...wrapped(label, 15, wide - 20).slice(0, 3),
    ...(base === '' ? [] : [base]),
  ])
  let y = Math.max(...heads.map(({ length }) => length)) * 19
  for (const [at, lines] of heads.entries())
    for (const [row, line] of lines.entries())
      parts.push(said(line, leftOf(at), 15 + row * 19, { size: 15, fill: ink, weight: 700 }))
  for (const { label, note, bars } of rows) {
    const lines = wrapped(label, 15, names - 20)
    for (const [row, line] of lines.entries())
      parts.push(said(line, 0, y + 17 + row * 19, { size: 15, fill: ink, weight: bars.length === 0 ? 700 : 400 }))
    if (note !== '') parts.push(said(note, 0, y + 17 + lines.length * 19, { size: 14, fill: muted, weight: 400 }))
    for (const [at, one] of bars.entries()) {
      const [x, room] = [leftOf(at), isAlone ? wide - 90 : wide - 20]
      const [left, top] = isAlone ? [x + room + 10, y + 17] : [x, y + 17]
      parts.push(said(one.text, left, top, { size: 15, fill: ink, weight: one.isLead ? 700 : 400 }))
      const { value, low, high } = one
      const estimate = value === null ? { value, why: one.text === '' ? 'not-asked' : 'too-few' } : { value, low, high }
      const drawn = sized(bar(estimate, end, one.isUncertain), room, 20)
      parts.push(drawn.replace('<svg ', `<svg x="${x}" y="${isAlone ? y + 2 : y + 22}" `))
    }
    y += Math.max((lines.length + Number(note !== '')) * 19, bars.length === 0 ? 19 : isAlone ? 24 : 44) + 12
  }
  return alone(parts.join(''), inside, y)
}

type Look = { size: number; fill: string; weight: number }
const said = (words: string, x: number, y: number, { size, fill, weight }: Look) =>
  `<text x="${x}" y="${y}" font-family="IBM Plex Sans" font-size="${size}" font-weight="${weight}" fill="${fill}">${harmless(words.trimEnd())}</text>`

/** Whole words, as many as hold in the room; a longer one is cut after a hyphen. */
function wrapped(words: string, size: number, room: number): string[] {
  const letters = Math.floor(room / (size * 0.54))
  const lines: string[] = []
  for (const part of words.split(/(?<=[ -])/)) {
    const last = lines.at(-1)
    if (last !== undefined && `${last}${part}`.trimEnd().length <= letters) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines
}
