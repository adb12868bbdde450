/** The closed lists people may be divided by in the explorer: those the questionnaire's own indicators use, and no other. */
import type { Field } from '../../surveys/questionnaire/fields.ts'
import type { Study } from '../columns/study.ts'
import { breakdownOf } from '../columns/subjects.ts'
import type { Table } from '../columns/table.ts'
import { othersThan } from '../disclosure/shares-table.ts'
import { leastCompared } from '../findings/strength.ts'
import type { Breakdown } from '../measures/measure.ts'

/** Most lists offered for one questionnaire, most used first: more of them would leave mostly hidden cells. */
const most = 4
/** Rows a group needs to have a line of its own: with fewer, hardly anything could be concluded. */
const least = leastCompared

/** Paths of the closed lists, the most used by the indicators first. */
export function listsOf({ questionnaire }: Pick<Study, 'questionnaire'>): string[] {
  const uses = new Map<string, number>()
  for (const { breakdowns } of questionnaire.indicators)
    for (const path of breakdowns) uses.set(path, (uses.get(path) ?? 0) + 1)
  const ranked = [...uses].toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
  return ranked.slice(0, most).map(([path]) => path)
}

/**
 * The lists that divide the rows of one table.
 *
 * The groups depend on the table alone, never on the question: two questions answered by the same people have the same
 * groups, so that reading both discloses nothing more.
 */
export function breakdownsFor(own: Table, responses: Table, lists: readonly string[], fields: Field[]): Breakdown[] {
  return lists
    .flatMap((path) => breakdownOf(path, own, responses, fields))
    .map((breakdown) => withoutSmall(breakdown))
    .filter(({ choices }) => choices.length >= 2)
}

const othersText = 'Autres, ou non précisé'
const isOthers = (value: string) => value.startsWith('?')

/** Small groups, and the rows whose group is not known, put together until nobody of a small group stands alone. */
export function withoutSmall(breakdown: Breakdown, leastRows = least): Breakdown {
  const sizes = breakdown.choices.map((_, code) =>
    breakdown.codes.reduce((sum, own) => sum + (own === code ? 1 : 0), 0),
  )
  const large = new Set(
    sizes.keys().filter((code) => sizes[code]! >= leastRows && !isOthers(breakdown.choices[code]!.value)),
  )
  const outside = () => breakdown.codes.length - [...large].reduce((sum, code) => sum + sizes[code]!, 0)
  while (outside() > 0 && outside() < leastRows && large.size > 0)
    large.delete([...large].reduce((least, code) => (sizes[code]! < sizes[least]! ? code : least)))
  return grouped(
    breakdown,
    breakdown.choices.filter((_, code) => large.has(code)).map(({ value }) => value),
  )
}

/** The groups named, and all other rows together; null when one of them is not there. */
export function groupedAs(breakdown: Breakdown, values: readonly string[]): Breakdown | null {
  const named = values.filter((value) => !isOthers(value))
  if (!named.every((value) => breakdown.choices.some((choice) => choice.value === value))) return null
  const again = grouped(breakdown, named)
  return again.choices.length === values.length ? again : null
}

function grouped(breakdown: Breakdown, named: readonly string[]): Breakdown {
  const choices = breakdown.choices.filter(({ value }) => named.includes(value))
  const met = (code: number) => breakdown.codes.includes(code)
  const left = breakdown.choices
    .filter((choice, code) => !choices.includes(choice) && met(code) && !isOthers(choice.value))
    .map(({ text }) => text)
  const isOutside = (code: number) => code < 0 || !choices.includes(breakdown.choices[code]!)
  // they are others than these, and other people wherever other groups are named
  const others = breakdown.codes.some(isOutside) ? [{ value: othersThan(named), text: othersText }] : []
  const moved = breakdown.choices.map((choice) => choices.indexOf(choice))
  return {
    ...breakdown,
    choices: [...choices, ...others],
    codes: breakdown.codes.map((code) => (code >= 0 && moved[code]! >= 0 ? moved[code]! : choices.length)),
    left,
  }
}

/**
 * The lists one question may be divided by. A list that is itself a question is divided only by those before it, so that
 * each crossing exists once, under one name.
 */
export function listsFor(path: string, breakdowns: Breakdown[]): Breakdown[] {
  const own = breakdowns.findIndex((breakdown) => breakdown.path === path)
  return own < 0 ? breakdowns : breakdowns.slice(0, own)
}
