/**
 * The groups people may be divided by, the same in documents and on screens: a closed list per questionnaire. Never an answer to
 * an ordinary question, never the commune.
 */

import { smallCommuneObjectives } from '../../surveys/authority/plan.ts'
import type { Field } from '../../surveys/questionnaire/fields.ts'
import { fieldsOf } from '../../surveys/questionnaire/fields.ts'
import { rules } from '../disclosure/rules.ts'
import type { Breakdown } from '../measures/measure.ts'
import { breakdownOf } from './breakdown.ts'
import { modePath, sizePath, wavePath } from './derive.ts'
import type { Study } from './study.ts'
import type { Table } from './table.ts'

/** A list on the rows of the table it belongs to. */
export type ClosedList = Breakdown & { home: Table }

/** More classes have no place in what a snapshot remembers. */
const mostClasses = 16
const semantics = new Set(['age-band', 'household-type', 'qf', 'sex'])
const known = new WeakMap<Table, ClosedList[]>()

/** Whether a path names groups of people rather than an answer. */
export const isGroup = (path: string, fields: readonly Field[]): boolean =>
  path === 'zone' ||
  path === sizePath ||
  path === wavePath ||
  path === modePath ||
  path.split('.').at(-1) === 'tranche_age' ||
  semantics.has(fields.find((field) => field.path === path)?.semantic ?? '')

/** At most six: those the indicators use most, the size of communes, then the wave and the way of answering. */
function pathsOf({ questionnaire, table }: Study, fields: readonly Field[]): string[] {
  const uses = new Map<string, number>()
  for (const { breakdowns } of questionnaire.indicators)
    for (const path of breakdowns) if (isGroup(path, fields)) uses.set(path, (uses.get(path) ?? 0) + 1)
  const ranked = [...uses].toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1)).map(([path]) => path)
  const sizes = questionnaire.indicators.some(({ objective }) => smallCommuneObjectives().has(objective))
    ? [sizePath]
    : []
  const isThere = (path: string) => [table, ...table.children.values()].some(({ columns }) => columns.has(path))
  return [...new Set([...ranked, 'zone', ...sizes, wavePath, modePath])].filter(isThere).slice(0, rules.mostLists)
}

/** The lists of a study, each with classes of thirty families at least. */
export function closedListsOf(study: Study): ClosedList[] {
  const { table, questionnaire } = study
  const before = known.get(table)
  if (before) return before
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  const lists = pathsOf(study, fields).flatMap((path): ClosedList[] => {
    const home = [table, ...table.children.values()].find(({ columns }) => columns.has(path))
    const found = home && breakdownOf(path, home, table, fields)[0]
    const list = found && withoutSmall(found, home)
    return list && list.choices.length >= 2 ? [{ ...list, home }] : []
  })
  known.set(table, lists)
  return lists
}

/** Classes of too few families are put together, or left out when they are still too few. */
function withoutSmall(list: Breakdown, { responseOf }: Table): Breakdown {
  const sizes = list.choices.map((_, code) => new Set(responseOf.filter((_, row) => list.codes[row] === code)).size)
  const isLarge = (code: number) => sizes[code]! >= rules.leastClass && code < mostClasses - 1
  const choices = list.choices.filter((_, code) => isLarge(code))
  const isSmall = (code: number) => code >= 0 && !isLarge(code)
  const rest = new Set(responseOf.filter((_, row) => isSmall(list.codes[row]!))).size
  const others = { value: `?${choices.map(({ value }) => value).join('+')}`, text: 'Autres' }
  const isTogether = rest >= rules.leastClass
  const left = list.choices.filter((_, code) => isSmall(code) && sizes[code]! > 0).map(({ text }) => text)
  const moved = list.choices.map((choice, code) =>
    isLarge(code) ? choices.indexOf(choice) : isTogether ? choices.length : -1,
  )
  return {
    ...list,
    choices: isTogether ? [...choices, others] : choices,
    codes: list.codes.map((code) => (code < 0 ? code : moved[code]!)),
    left,
  }
}

/**
 * A list on the rows of a table, without those whom the snapshot does not count in their class yet; null when it cannot divide
 * them.
 */
export function listOn(
  { home, ...list }: ClosedList,
  own: Table,
  { table, withheld, earlier }: Study,
): Breakdown | null {
  const held = withheld?.get(list.path)
  if (own !== home && home !== table) return null
  const codes = new Int16Array(own.rows)
  for (let row = 0; row < codes.length; row++) {
    const response = own.responseOf[row]!
    const code = list.codes[own === home ? row : response]!
    codes[row] = code >= 0 && held && held[response]! & (1 << code) ? -1 : code
  }
  const stays = earlier?.get(list.path) ?? []
  return { ...list, codes, ...(stays.length > 0 ? { earlier: stays } : {}) }
}
