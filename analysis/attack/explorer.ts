/** Asks the explorer everything it answers: each question alone, by each list, crossed with each other question. */

import { outsidersOn } from '../columns/outsiders.ts'
import type { Table } from '../columns/table.ts'
import { type Axis, listAxis, questionAxis, wholeAxis } from '../explore/axis.ts'
import type { Crossing } from '../explore/crossing.ts'
import { questionTables, within } from '../explore/question-tables.ts'
import { questionsOf } from '../explore/questions.ts'
import { withEarlier } from '../explore/quoted.ts'
import type { Breakdown, Subject } from '../measures/measure.ts'
import type { Mechanism } from './mechanism.ts'
import { add, both, either, listed, nobody, type People, sizeOf } from './people.ts'
import { stepped } from './range.ts'
import type { Snapshot } from './world.ts'

/** One question with all its tables as they are sent. */
export type Asked = {
  path: string
  /** Rows of a panel are not people: attacked more loosely. */
  isPanel: boolean
  sensitive: boolean
  /** One answer a person. */
  isSingle: boolean
  crossings: Crossing[]
  /** For the score: who is behind each category of a question or a list, '' = everybody. */
  truth: (path: string) => Truth
  /** How many people a group is: children count as their families, as the rules count them. */
  peopleIn: (group: People) => number
  /** As the publication before printed it: columns that stand as they were count the people of then. */
  before?: Asked
}

/**
 * Who answered, and who is in each category. `answered`: with whoever is from outside the territory, whom the zones count and
 * nothing else does; absent = nobody is.
 */
export type Truth = { asked: People; answered?: People; in: (value: string) => People }

/** @param last what the publication before answered, empty = none, or one with other noise */
export function askAll(
  { study, people }: Snapshot,
  population: number,
  mechanism: Mechanism,
  last: readonly Asked[] = [],
): Asked[] {
  const truths = new Map<string, Truth>()
  const subjects = questionsOf(study)
  const bySubject = new Map(subjects.map((subject) => [subject.field.path, subject]))
  return [...questionTables(subjects, mechanism.noise)].map(({ subject, crossings }) => {
    const { table, field, column, breakdowns } = subject
    const isPanel = table.parent !== null
    const own = isPanel ? Int32Array.from({ length: table.rows }, (_, row) => row) : people
    const size = isPanel ? table.rows : population
    const truth = (path: string): Truth => {
      // of a question that makes groups too, the answers are not the groups: small ones are put together
      const list = path === field.path ? undefined : breakdowns.find((one) => one.path === path)
      const name = `${table.path}\n${list ? 'list' : 'question'}\n${path}`
      const known =
        truths.get(name) ?? truthOf(axisOf(path, subject, list, bySubject), outsidersOn(table, study.table), own, size)
      truths.set(name, known)
      return known
    }
    const isSingle = column.kind !== 'choices'
    const before = last.find((one) => one.path === field.path)
    return {
      path: field.path,
      isPanel,
      sensitive: field.sensitivity === 'sensitive',
      isSingle,
      crossings: crossings.map((crossing) =>
        before ? withEarlier(sent(crossing, mechanism), study, before.crossings) : sent(crossing, mechanism),
      ),
      truth,
      peopleIn: peopleOf(table),
      ...(before ? { before } : {}),
    }
  })
}

/** Counts the people of a group of rows. */
export const peopleOf =
  ({ parent, responseOf }: Pick<Table, 'parent' | 'responseOf'>): Asked['peopleIn'] =>
  (group) =>
    parent === null ? sizeOf(group) : new Set(listed(group).map((row) => responseOf[row])).size

/** One column of one question, as some publication counted it. */
type Place = { question: Pick<Asked, 'path' | 'truth' | 'before'>; crossing: Crossing; column: number }

/** Where a column that stands as it was on an earlier day was printed first; null = it is of today. */
export function keptFrom({ question: { before }, crossing: { by }, column }: Place): Required<Place> | null {
  const choice = by?.choices[column]
  if (!by || !choice?.precision || !before) return null
  const crossing = before.crossings.find((one) => one.by?.path === by.path)!
  const place = {
    question: before,
    crossing,
    column: crossing.by!.choices.findIndex(({ value }) => value === choice.value),
  }
  return keptFrom(place) ?? place
}

/** Who is behind the base of a column. */
export function baseOf(question: Place['question'], crossing: Crossing, column: number): People {
  const { path, truth } = question
  const kept = keptFrom({ question, crossing, column })
  if (kept) return baseOf(kept.question, kept.crossing, kept.column)
  const { by } = crossing
  const { asked, answered = asked } = truth(path)
  if (by === null) return asked
  return both(by.path === 'zone' ? answered : asked, truth(by.path).in(by.choices[column]!.value))
}

/** Who gave an answer, of those behind the base of a column. */
export function givenIn(question: Place['question'], crossing: Crossing, column: number, answer: string): People {
  const { truth, path } = keptFrom({ question, crossing, column })?.question ?? question
  return both(baseOf(question, crossing, column), truth(path).in(answer))
}

/** As it travels: plain JSON, shares in the steps of the mechanism. */
function sent(crossing: Crossing, { step }: Mechanism): Crossing {
  const plain: Crossing = JSON.parse(JSON.stringify(crossing))
  const shares = plain.shares.map((own, column) =>
    own.map((share) => (typeof share === 'number' ? stepped(share, step(plain.bases[column]!)) : share)),
  )
  return { ...plain, shares }
}

function axisOf(
  path: string,
  subject: Subject,
  list: Breakdown | undefined,
  questions: ReadonlyMap<string, Subject>,
): Axis {
  if (path === '') return wholeAxis(subject.table.rows, outsidersOn(subject.table, subject.study.table))
  return list ? listAxis(list) : questionAxis(questions.get(path)!)
}

function truthOf(given: Axis, outside: Uint8Array | null, people: Int32Array, size: number): Truth {
  const axis = within(given, outside)
  const [asked, answered] = [nobody(size), nobody(size)]
  const sets = new Map(axis.categories.map(({ value }) => [value, nobody(size)]))
  const ordered = axis.categories.map(({ value }) => sets.get(value)!)
  for (let row = 0; row < people.length; row++) {
    if (axis.asked[row]) add(asked, people[row]!)
    if (given.asked[row]) add(answered, people[row]!)
    for (let at = axis.starts[row]!; at < axis.starts[row + 1]!; at++) add(ordered[axis.codes[at]!]!, people[row]!)
  }
  return {
    asked,
    answered,
    in(value) {
      const known = sets.get(value)
      if (known) return known
      // « autres:a+b »: everybody who gave another answer
      const named = value.slice(value.indexOf(':') + 1).split('+')
      const rest = axis.categories.filter((one) => !named.includes(one.value))
      const found = rest.reduce((sum, one) => either(sum, sets.get(one.value)!), nobody(size))
      sets.set(value, found)
      return found
    },
  }
}
