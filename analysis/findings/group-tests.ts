/** Which groups of a table differ: independent groups, every pair, from published figures only. */
import { noPairText } from '../../surveys/charts/apart.ts'
import { knownEnd } from '../../surveys/charts/known.ts'
import { adjust } from '../comparisons/adjust.ts'
import { lettersOf } from '../comparisons/letters.ts'
import { changeBetween } from '../comparisons/waves.ts'
import type { Figures } from '../disclosure/published-figure.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Layout } from '../measures/measure.ts'
import type { Grid } from '../report/tree.ts'
import { figure, quote, span, typeset } from '../text/format.ts'
import { estimateOf, type GroupTests } from './presentation.ts'

type Shown = { group: number; estimate: Estimate }
type Line = { label: string; shown: Shown[] }

const mostNamed = 3

const lettersNote =
  'Écarts : deux groupes qui n’ont aucune lettre en commun diffèrent (seuil de 5 %, correction de Holm).'
const listOf = (gaps: readonly string[]) => `Écarts établis (seuil de 5 %, correction de Holm) : ${gaps.join(' ; ')}.`

/** @param layout one that says how its groups lie */
export function groupTests(layout: Layout, figures: Figures): GroupTests {
  const { groups, table, rows, columns } = layout
  if (groups === undefined) return { letters: null, notes: [] }
  const shownAt = (keys: readonly string[]): Shown[] =>
    keys.flatMap((key, group) => {
      const estimate = estimateOf(figures(table, key))
      return estimate.value === null ? [] : [{ group, estimate }]
    })
  const lines: Line[] =
    groups === 'rows'
      ? [{ label: '', shown: shownAt(rows.map(({ keys }) => keys[0]!)) }]
      : rows.map(({ label, keys }) => ({ label, shown: shownAt(keys) }))
  const pairs = lines.flatMap((line) => pairsOf(line))
  if (pairs.length === 0) return { letters: null, notes: [] }
  const adjusted = adjust(pairs.map(({ p }) => p))
  const established = pairs.filter((_, at) => adjusted[at]! < 0.05)
  if (established.length === 0) return { letters: null, notes: [noPairText] }
  if (groups === 'columns') return { letters: null, notes: [named(established, (group) => columns[group]!.title)] }
  const differs = (a: number, b: number) =>
    established.some(({ high, low }) => [high, low].every(({ group }) => group === a || group === b))
  const places = lines[0]!.shown.map(({ group }) => group)
  const letters = lettersOf(places.length, (a, b) => differs(places[a]!, places[b]!))
  return {
    letters: rows.map((_, row) => letters[places.indexOf(row)] ?? ''),
    notes: [lettersNote],
  }
}

type Pair = { label: string; high: Shown; low: Shown; p: number }

const pairsOf = ({ label, shown }: Line): Pair[] =>
  shown.flatMap((one, at) =>
    shown.slice(at + 1).map((other): Pair => {
      const [high, low] = one.estimate.value >= other.estimate.value ? [one, other] : [other, one]
      return { label, high, low, p: changeBetween(low.estimate, high.estimate)?.p ?? Number.NaN }
    }),
  )

function named(pairs: readonly Pair[], titleOf: (group: number) => string): string {
  const said = widestFirst(pairs)
    .slice(0, mostNamed)
    .map(
      ({ label, high, low }) =>
        `${quote(label)}, ${titleOf(high.group)} ${figure(high.estimate)} et ${titleOf(low.group)} ${figure(low.estimate)}`,
    )
  const left = pairs.length - mostNamed
  const more = left > 0 ? [`et ${left} de plus`] : []
  return listOf([...said, ...more])
}

const widestFirst = <One extends Record<'high' | 'low', { estimate: Estimate }>>(pairs: readonly One[]): One[] =>
  pairs.toSorted(
    (a, b) => b.high.estimate.value - b.low.estimate.value - (a.high.estimate.value - a.low.estimate.value),
  )

export type Verdict = { gaps: number; text: string }

/**
 * What the notes and letters of a table say of its groups, whichever publication it is of: nothing is tested again.
 *
 * @returns null where its groups were not compared
 */
export function verdictOf({ rows, notes }: Pick<Grid, 'rows' | 'notes'>): Verdict | null {
  const note = notes.find((one) =>
    /^(?:Aucun écart entre ces groupes|Écarts établis \(|Écarts\s?: deux groupes)/.test(one),
  )
  if (note === undefined) return null
  if (note.startsWith('Aucun')) return { gaps: 0, text: note }
  if (!/^Écarts\s?:/.test(note)) return { gaps: gapsIn(note), text: note }
  const groups = rows.flatMap(({ label, cells }) => {
    const [first, letters] = [cells[0], cells.at(-1)]
    return first?.kind === 'estimate' && letters?.kind === 'text' && letters.text !== ''
      ? [{ label, estimate: first.estimate, letters: [...letters.text] }]
      : []
  })
  const apart = groups.flatMap((one, at) =>
    groups
      .slice(at + 1)
      .filter((other) => !one.letters.some((letter) => other.letters.includes(letter)))
      .map((other) =>
        one.estimate.value >= other.estimate.value ? { high: one, low: other } : { high: other, low: one },
      ),
  )
  const said = ({ label, estimate }: (typeof groups)[number]) =>
    `${label} ${figure(estimate)}${knownEnd(estimate) === null ? ` (${span(estimate)})` : ''}`
  return {
    gaps: apart.length,
    text: typeset(listOf(widestFirst(apart).map(({ high, low }) => `${said(high)} et ${said(low)}`))),
  }
}

/** Those it names, and « et 4 de plus »; what stands in quotes may hold its signs. */
function gapsIn(note: string): number {
  const parts = note.replace(/«[^»]*»/g, '').split(/\s;\s/)
  const more = Number(/^et (\d+) de plus/.exec(parts.at(-1)!)?.[1] ?? 0)
  return more > 0 ? parts.length - 1 + more : parts.length
}
