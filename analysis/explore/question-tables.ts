/** Everything the explorer may show of a questionnaire, question by question. */
import { outsidersOn } from '../columns/outsiders.ts'
import type { Table } from '../columns/table.ts'
import type { Noise } from '../disclosure/perturbation.ts'
import type { Breakdown, Subject } from '../measures/measure.ts'
import { sampledPart } from '../measures/respondents/response-rate.ts'
import { type Axis, listAxis, questionAxis, wholeAxis } from './axis.ts'
import { type Counted, type Crossing, countedOf, crossingOf, turned } from './crossing.ts'

/** A question alone, by each closed list, by each other closed question of the same people. */
export type QuestionTables = { subject: Subject; crossings: Crossing[] }

export function* questionTables(subjects: readonly Subject[], noise?: Noise): Iterable<QuestionTables> {
  const axes = new Map<Subject, Axis>(subjects.map((subject) => [subject, questionAxis(subject)]))
  const lists = new Map<Table, Map<string, Axis>>()
  const listOf = (table: Table, list: Breakdown): Axis => {
    const own = lists.get(table) ?? new Map<string, Axis>()
    lists.set(table, own)
    const axis = own.get(list.path) ?? listAxis(list)
    own.set(list.path, axis)
    return axis
  }
  // of one table, the same people are outside
  const inside = new Map<Axis, Axis>()
  const insideOf = (side: Axis, outside: Uint8Array | null): Axis => {
    const axis = inside.get(side) ?? within(side, outside)
    inside.set(side, axis)
    return axis
  }
  // two questions are counted once, and read from both sides
  const counted = new Map<Axis, Map<Axis, Counted>>()
  const countsOf = (given: Axis, by: Axis, outside: Uint8Array | null, { table, design }: Subject): Counted => {
    const known = counted.get(by)?.get(given)
    if (known) return turned(known)
    const made = countedOf(given, insideOf(by, outside), table, design, noise)
    if (!by.isList) counted.set(given, (counted.get(given) ?? new Map<Axis, Counted>()).set(by, made))
    return made
  }
  for (const subject of subjects) {
    const { table, breakdowns, slug, study } = subject
    const own = axes.get(subject)!
    const outside = outsidersOn(table, study.table)
    const others = subjects.filter((other) => other !== subject && other.table === table)
    const isListed = ({ field }: Subject) => breakdowns.some(({ path }) => path === field.path)
    const sides = [
      wholeAxis(table.rows, outside),
      ...breakdowns.map((list) => listOf(table, list)),
      ...others.filter((other) => !isListed(other)).map((other) => axes.get(other)!),
    ]
    const sampledIn = (side: Axis) => (side.path === '' ? sampledPart(study, table) : 0)
    const crossings = sides.map((side) =>
      crossingOf(slug, countsOf(own, side, outside, subject), noise, sampledIn(side)),
    )
    yield { subject, crossings }
  }
}

/** People from outside the territory are counted among the zones only. */
export const within = (side: Axis, outside: Uint8Array | null): Axis =>
  outside === null || side.path === 'zone' || side.path === ''
    ? side
    : { ...side, asked: side.asked.map((one, row) => (outside[row] === 1 ? 0 : one)) }
