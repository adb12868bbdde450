/** Asks the explorer everything it answers: each question alone, by each list, crossed with each other question. */

import { outsidersOn } from '../columns/outsiders.ts'
import type { Table } from '../columns/table.ts'
import { type Axis, listAxis, questionAxis, wholeAxis } from '../explore/axis.ts'
import type { Crossing } from '../explore/crossing.ts'
import { questionTables, within } from '../explore/question-tables.ts'
import { questionsOf } from '../explore/questions.ts'
import type { Subject } from '../measures/measure.ts'
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
}

/** Who answered, and who is in each category. */
export type Truth = { asked: People; in: (value: string) => People }

export function askAll({ study, people }: Snapshot, population: number, mechanism: Mechanism): Asked[] {
  const truths = new Map<string, Truth>()
  const subjects = questionsOf(study)
  const bySubject = new Map(subjects.map((subject) => [subject.field.path, subject]))
  return [...questionTables(subjects, mechanism.noise)].map(({ subject, crossings }) => {
    const { table, field, column, breakdowns } = subject
    const isPanel = table.parent !== null
    const own = isPanel ? Int32Array.from({ length: table.rows }, (_, row) => row) : people
    const size = isPanel ? table.rows : population
    const truth = (path: string): Truth => {
      const name = `${table.path}\n${path}`
      const known = truths.get(name) ?? truthOf(axisOf(path, subject, breakdowns, bySubject), own, size)
      truths.set(name, known)
      return known
    }
    const isSingle = column.kind !== 'choices'
    return {
      path: field.path,
      isPanel,
      sensitive: field.sensitivity === 'sensitive',
      isSingle,
      crossings: crossings.map((crossing) => sent(crossing, mechanism)),
      truth,
      peopleIn: peopleOf(table),
    }
  })
}

/** Counts the people of a group of rows. */
export const peopleOf =
  ({ parent, responseOf }: Pick<Table, 'parent' | 'responseOf'>): Asked['peopleIn'] =>
  (group) =>
    parent === null ? sizeOf(group) : new Set(listed(group).map((row) => responseOf[row])).size

/** Who is behind the base of a column. */
export function baseOf({ path, truth }: Pick<Asked, 'path' | 'truth'>, { by }: Crossing, column: number): People {
  const { asked } = truth(path)
  return by === null ? asked : both(asked, truth(by.path).in(by.choices[column]!.value))
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
  breakdowns: Subject['breakdowns'],
  questions: ReadonlyMap<string, Subject>,
): Axis {
  const outside = outsidersOn(subject.table, subject.study.table)
  if (path === '') return wholeAxis(subject.table.rows, outside)
  const list = breakdowns.find((one) => one.path === path)
  return within(list ? listAxis(list) : questionAxis(questions.get(path)!), outside)
}

function truthOf(axis: Axis, people: Int32Array, size: number): Truth {
  const asked = nobody(size)
  const sets = new Map(axis.categories.map(({ value }) => [value, nobody(size)]))
  const ordered = axis.categories.map(({ value }) => sets.get(value)!)
  for (let row = 0; row < people.length; row++) {
    if (axis.asked[row]) add(asked, people[row]!)
    for (let at = axis.starts[row]!; at < axis.starts[row + 1]!; at++) add(ordered[axis.codes[at]!]!, people[row]!)
  }
  return {
    asked,
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
