/** Each kind of block of a report as HTML. */

import { levelTitle } from '../../../surveys/authority/levels.ts'
import { classEnds, isHatchedWeek, mapEnds, shadeMark } from '../../../surveys/charts/marks.ts'
import { silentHalf, silentHalves } from '../../../surveys/charts/no-figure.ts'
import { hatchWords, isUncertain } from '../../../surveys/charts/uncertain.ts'
import { bands } from '../../../surveys/questionnaire/week.ts'
import type { Estimate } from '../../estimates/estimate.ts'
import { strengths } from '../../findings/strength.ts'
import { amount, cell, clock, count, percent, span, typeset } from '../../text/format.ts'
import {
  type BarsChart,
  type Block,
  type Grid,
  type GridCell,
  isNumber,
  numberColumns,
  shareScale,
  type WeekChart,
  type WeekLayer,
  type ZoneMap,
} from '../tree.ts'
import { mapDrawing } from './map-image.ts'
import { bar, shade, week } from './svg.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Text made harmless wherever it stands in a page. */
export const harmless = (words: string): string => words.replace(/[&<>"']/g, (sign) => entities[sign]!)

const text = (words: string) => harmless(typeset(words))

/** One block, with all it holds. */
export function block(one: Block): string {
  switch (one.kind) {
    case 'heading': {
      const id = one.id === undefined ? '' : ` id="${harmless(one.id)}"`
      const eyebrow = one.eyebrow === undefined ? '' : `<span class="eyebrow">${text(one.eyebrow)}</span>`
      return `<h${one.level}${id}>${eyebrow}${text(one.text)}</h${one.level}>`
    }
    case 'text':
      return `<p${one.tone ? ` class="${one.tone}"` : ''}>${text(one.text)}</p>`
    case 'list':
      return `<ul>${one.items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`
    case 'terms':
      return `<dl class="terms">${one.rows
        .map(
          (row) =>
            `<dt>${text(row.term)}</dt>${[row.text]
              .flat()
              .map((said) => `<dd>${text(said)}</dd>`)
              .join('')}`,
        )
        .join('')}</dl>`
    case 'note':
      return `<p class="note ${one.tone}">${text(one.text)}</p>`
    case 'badge':
      return badge(one)
    case 'grid':
      return grid(one.grid, one.chart ?? null)
    case 'week':
      return heat(one.chart)
    case 'map':
      return map(one.chart)
    case 'wall':
      return wall(one)
    case 'reference':
      return `<p class="reference"><a href="${harmless(one.href)}">${text(one.text)}</a></p>`
    case 'blank':
      return `<p class="blank"><span>${text(one.label)}</span><i></i></p>`
    case 'group':
      return group(one)
  }
}

function badge({ tone, text: words, beside }: Extract<Block, { kind: 'badge' }>): string {
  const grade = (strengths as readonly string[]).indexOf(words)
  const side = beside === undefined ? '' : `<span>${text(beside)}</span>`
  if (grade < 0) return `<p class="badge status tone-${tone}"><b>${text(words)}</b>${side}</p>`
  const dots = [2, 1, 0].map((dot) => `<i${dot >= grade ? ' class="on"' : ''}></i>`).join('')
  return `<p class="badge"><b><span class="dots" aria-hidden="true">${dots}</span>${text(words)}</b>${side}</p>`
}

function group({ role, id, title, blocks }: Extract<Block, { kind: 'group' }>): string {
  const inside = blocks.map(block).join('\n')
  const anchor = id === undefined ? '' : ` id="${harmless(id)}"`
  if (role === 'details') return `<details${anchor}><summary>${text(title ?? '')}</summary>${inside}</details>`
  if (role === 'summary') return `<div class="item"${anchor}>${inside}</div>`
  return `<article class="${role}"${anchor}>${inside}</article>`
}

const caption = ({ title, base }: { title: string; base: string }) =>
  title + base === ''
    ? ''
    : `<figcaption>${title === '' ? '' : text(title)}<span class="base">${text(base)}</span></figcaption>`

function grid(table: Grid, chart: BarsChart | null): string {
  const notes = table.notes.map((note) => `<p class="small">${text(note)}</p>`).join('')
  const body = chart === null ? plainTable(table) : barsTable(table, chart)
  const short = table.rows.length <= 10 ? ' short' : ''
  // without a column, its lines would be names alone
  const shown = table.columns.length > 1 ? `<div class="scroll">${body}</div>` : ''
  return `<figure class="grid${short}">${caption(table)}${shown}${notes}</figure>`
}

function plainTable({ columns, rows }: Grid): string {
  const words = rows.some((row) => row.cells.some((one) => one.kind === 'text'))
  const isDrawn = rows.some(({ share }) => share !== undefined)
  const isOfNumbers = numberColumns({ rows })
  const [first, ...others] = columns.map(
    (column, at) => `<th scope="col"${isOfNumbers[at - 1] ? ' class="num"' : ''}>${text(column)}</th>`,
  )
  const head = [first, isDrawn ? `<th class="drawn" aria-hidden="true">${text(shareScale)}</th>` : '', ...others].join(
    '',
  )
  const lines = rows.map(({ label, cells, id, href, share }) => {
    const drawn = share === undefined ? '' : bar(share, 1, isUncertain(share))
    const picture = isDrawn ? `<td class="drawn" aria-hidden="true">${drawn}</td>` : ''
    const named = href === undefined ? text(label) : `<a href="${harmless(href)}">${text(label)}</a>`
    const anchor = id === undefined ? '' : ` id="${harmless(id)}"`
    return `<tr${anchor}><th scope="row">${named}</th>${picture}${cells.map((one, at) => plainCell(one, isOfNumbers[at])).join('')}</tr>`
  })
  return `<table class="${words ? 'text' : 'wide'}"><thead><tr>${head}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`
}

function plainCell(one: GridCell, isOfNumbers = true): string {
  const side = isOfNumbers ? 'num' : ''
  if (one.kind === 'estimate')
    return `<td${side && ` class="${side}"`}>${text(cell(one.estimate))}<span class="span">${text(span(one.estimate))}</span></td>`
  const kind = one.kind === 'none' ? `none ${one.why}` : one.kind === 'text' && one.text.length > 60 ? 'long' : ''
  const name = [kind, side, one.kind === 'text' && !isNumber(one) ? 'words' : ''].filter(Boolean).join(' ')
  return `<td${name === '' ? '' : ` class="${name}"`}>${words(one)}</td>`
}

/** The chart and its table in one: each line holds the bar with its interval, then the same numbers in figures. */
function barsTable({ columns, rows }: Grid, chart: BarsChart): string {
  const [label, value, interval, ...rest] = columns
  const axis = `<span class="axis"><span>0</span><span>${text(amount(chart.end / 2, chart.unit))}</span><span>${text(amount(chart.end, chart.unit))}</span></span>`
  const head = [
    `<th scope="col">${text(label ?? '')}</th>`,
    `<th scope="col" class="drawn"><span class="unseen" aria-hidden="true"></span>${axis}</th>`,
    ...[value, interval, ...rest].map((column) => `<th scope="col">${text(column ?? '')}</th>`),
  ].join('')
  const lines = rows.map((row, index) => {
    const { estimate, uncertain } = chart.bars[index]!
    const [first, ...others] = row.cells
    const figures =
      first?.kind === 'estimate'
        ? `<td class="value">${text(cell(first.estimate))}</td><td class="span">${text(span(first.estimate))}</td>`
        : `<td class="none ${first?.kind === 'none' ? first.why : ''}" colspan="2">${words(first)}</td>`
    const tip = first?.kind === 'estimate' ? ` data-tip="${tipOf(row.label, first.estimate)}"` : ''
    return `<tr${tip}><th scope="row">${text(row.label)}</th><td class="drawn" aria-hidden="true">${bar(estimate, chart.end, uncertain)}</td>${figures}${others.map((one) => plainCell(one)).join('')}</tr>`
  })
  return `<table class="bars" role="table"><thead><tr>${head}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`
}

/** « Oui : 42 % (36 – 48 %), base 212 » */
const tipOf = (label: string, estimate: Estimate): string =>
  text(`${label} : ${cell(estimate)} (${span(estimate)}), base ${count(estimate.base)}`)

function words(one: GridCell | undefined): string {
  if (one === undefined) return ''
  if (one.kind === 'text') return text(one.text)
  if (one.kind === 'count') return text(amount(one.value, 'persons'))
  return text(one.kind === 'none' ? cell({ ...one, value: null, base: 0 }) : cell(one.estimate))
}

const dayNames = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.']
const hours = [0, 3, 6, 9, 12, 15, 18, 21]
const edges = [...new Set(bands.flatMap((band) => [band.from, band.to]))].sort((a, b) => a - b)

function heat(chart: WeekChart): string {
  const layers = chart.layers.map((layer) => {
    const named = dayNames.map((day) => `<li>${day}</li>`).join('')
    const scale = hours.map((hour) => `<li>${clock(hour * 2)}</li>`).join('')
    return [
      `<div class="layer" data-week="${harmless(JSON.stringify(wordsOf(layer)))}">`,
      `<p>${text(layer.title)}</p>`,
      `<div class="lines"><ol aria-hidden="true">${named}</ol><div>${week(layer, edges)}</div><ol class="hours" aria-hidden="true">${scale}</ol></div>`,
      key(layer),
      '</div>',
    ].join('')
  })
  return `<figure class="heat" aria-label="${text(chart.alt)}">${caption(chart)}<div class="layers">${layers.join('')}</div></figure>`
}

/** The map, then the same figures as a list. */
function map(chart: ZoneMap): string {
  const lines = chart.zones.map(({ name, estimate }) => {
    const interval = estimate.value === null ? '' : ` (${span(estimate)})`
    return `<li>${text(`${name} : ${cell(estimate)}${interval}`)}</li>`
  })
  const drawn = mapDrawing(chart, undefined, text).svg.replace(
    '<svg ',
    '<svg class="zones" aria-hidden="true" focusable="false" ',
  )
  return `<figure class="grid" aria-label="${text(chart.alt)}">${caption(chart)}${drawn}${mapKey(chart)}<ul>${lines.join('')}</ul><p class="small">${text(`Contours : ${chart.source}.`)}</p></figure>`
}

/** The five shades and what they mean, then the signs that are no shade, where they are drawn. */
function mapKey({ zones }: ZoneMap): string {
  const marks = zones.map(({ estimate, uncertain }) => shadeMark(estimate.value, uncertain, mapEnds))
  const silent = [...new Set(zones.flatMap(({ estimate }) => (estimate.value === null ? [cell(estimate)] : [])))]
  return scale([
    ...[1, 2, 3, 4, 5].map((level) => swatch(shade('needed', level), classWords(level, mapEnds))),
    ...(marks.some(({ isHatched }) => isHatched) ? [swatch(shade('needed', 3), hatchWords, 'url(#hatch)')] : []),
    ...(silent.length === 0 ? [] : [swatch('url(#secret)', silent.join(' ou '))]),
  ])
}

const swatch = (fill: string, words: string, over = ''): string =>
  `<li><svg width="14" height="12" aria-hidden="true"><rect width="14" height="12" fill="${fill}"/>${over && `<rect width="14" height="12" fill="${over}"/>`}</svg>${text(words)}</li>`

const scale = (items: readonly string[]): string => `<ul class="scale">${items.join('')}</ul>`

/** Each half-hour in words, as the script reads it: 0 = nobody. */
const wordsOf = (layer: WeekLayer): (string | 0)[][] =>
  layer.values.map((line, day) =>
    line.map((value, half) => {
      if (value === null) return silentHalf(layer, day, half)
      return value === 0 ? 0 : `${percent(value)}${layer.spans ? ` (${layer.spans[day]![half]})` : ''}`
    }),
  )

/** The five shades and what they mean, then the two signs that are no shade. */
function key(week: WeekLayer): string {
  const { layer } = week
  const items = [0, 1, 2, 3, 4, 5].map((level) => swatch(shade(layer, level), classWords(level)))
  const silent = silentHalves(week)
  if (silent !== '') items.push(swatch('url(#secret)', silent))
  if (isHatchedWeek(week)) items.push(swatch(shade(layer, 3), hatchWords, 'url(#hatch)'))
  return scale(items)
}

function classWords(level: number, limits: readonly number[] = classEnds): string {
  const [from, to] = [limits[level - 2], limits[level - 1]]
  if (level === 0) return 'aucun enfant'
  if (from === undefined) return `moins de ${percent(to!)}`
  return to === undefined ? `${percent(from)} et plus` : `${Math.round(from * 100)} à ${percent(to)}`
}

function wall({ rows, legend }: Extract<Block, { kind: 'wall' }>): string {
  const lines = rows.map(({ label, tiles }) => {
    const boxes = tiles.map(
      (tile) =>
        `<li><a class="tone-${tile.tone}" href="${harmless(tile.href)}" title="${text(tile.title)}" aria-label="${text(`${levelTitle('objective', tile.objective)} : ${tile.title} (${tile.status})`)}">${tile.objective}</a></li>`,
    )
    return `<div class="row"><p>${text(label)}</p><ul>${boxes.join('')}</ul></div>`
  })
  const keys = legend.map((one) => `<li><i class="tone-${one.tone}"></i>${text(one.text)}</li>`).join('')
  return `<div class="wall">${lines.join('')}</div><ul class="legend">${keys}</ul>`
}
