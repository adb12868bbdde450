/**
 * Answers as rows that identify nobody: people who look the same to a neighbour are put in groups, and within a group the answers of each
 * page change hands. Counts by zone, age or household and crossings within a page stay true; a row is no longer a person.
 */
import type { Answers, Response } from '../../surveys/answers/response.ts'
import type { ZoneTable } from '../../surveys/authority/territory.ts'
import { type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { groupedBy } from './groups.ts'
import { joinable } from './linkage.ts'
import { bandAt, cardsOf, quasiIdentifiersOf } from './quasi-identifiers.ts'

/** People in the smallest group. */
export const leastGroup = 5
/** One row in ten is left out, drawn anew each time: two exports cannot be subtracted to find who came in between. */
export const sampledShare = 0.9

export type ProtectedRow = Record<string, unknown>

/** What was measured on the rows themselves, to be printed with each export. */
export type Measures = {
  responses: number
  rows: number
  /** Left out at random. */
  drawnOut: number
  /** Rows with at least one quasi-identifier suppressed. */
  generalised: number
  /** Fitted in no group. */
  leftOut: number
  /** Null without rows. */
  smallestGroup: number | null
  /** Rows of this export that are alone in it and alone in a second one made at the same moment, with the same values. */
  joinable: number
  /** Paths of the questions that are not exported: free texts, exact numbers, weeks, sensitive questions. */
  absent: string[]
}

/** Below 1, as Math.random gives. */
type Chance = () => number

export function protectedRows(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  zones: ZoneTable,
  chance: Chance,
): { rows: ProtectedRow[]; measures: Measures } {
  const leaving = drawn(questionnaire, responses, zones, chance)
  const { rows, quasi } = leaving
  const again = drawn(questionnaire, responses, zones, chance)
  const sizes = Map.groupBy(rows, (row) => JSON.stringify(quasi.map((name) => row[name])))
  const least = Math.min(...[...sizes.values()].map(({ length }) => length))
  return {
    rows,
    measures: {
      responses: responses.length,
      rows: rows.length,
      drawnOut: leaving.drawnOut,
      generalised: leaving.generalised,
      leftOut: leaving.leftOut,
      smallestGroup: rows.length === 0 ? null : least,
      joinable: joinable(rows, again.rows),
      absent: leaving.absent,
    },
  }
}

const closed = new Set(['choice', 'choices', 'boolean', 'rating', 'ranking', 'assigned'])

/** Only closed, ordinary questions are exported; what a quasi-identifier already gives is not repeated. */
function leavingFields(questionnaire: Questionnaire): {
  pages: Field[][]
  panels: Map<string, Field[]>
  absent: string[]
} {
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned).filter(({ kind }) => kind !== 'panel')
  const isQuasi = ({ semantic, parent }: Field) =>
    semantic === 'birth-year' ||
    (parent === null && semantic !== null && ['commune', 'age-band', 'sex', 'household-type'].includes(semantic))
  const leaves = (field: Field) =>
    !isQuasi(field) && closed.has(field.kind) && field.sensitivity === 'ordinary' && field.semantic !== 'consent'
  const published = fields.filter(leaves)
  return {
    pages: [
      ...Map.groupBy(
        published.filter(({ parent }) => parent === null),
        ({ page }) => page,
      ).values(),
    ],
    panels: Map.groupBy(
      published.filter(({ parent }) => parent !== null),
      ({ parent }) => parent!,
    ),
    absent: fields.filter((field) => !leaves(field) && !isQuasi(field)).map(({ path }) => path),
  }
}

function drawn(questionnaire: Questionnaire, responses: readonly Response[], zones: ZoneTable, chance: Chance) {
  const quasi = quasiIdentifiersOf(questionnaire, zones)
  const { pages, panels, absent } = leavingFields(questionnaire)
  const births = birthFields(questionnaire)
  const sample = shuffled(responses, chance).slice(0, Math.floor(responses.length * sampledShare))
  const { groups, generalised, leftOut } = groupedBy(sample, (one) => quasi.map(({ of }) => of(one)), leastGroup)
  const rows = groups.flatMap(({ values, members }) => {
    const columns: Answers[][] = [
      ...pages.map((page) => shuffled(members, chance).map(({ answers }) => only(answers, page))),
      ...[...panels].map(([panel, fields]) => dealt(members, panel, fields, births.get(panel) ?? null, chance)),
    ]
    const about = Object.fromEntries(quasi.map(({ name }, at) => [name, values[at]!]))
    return members.map((_, at): ProtectedRow => Object.assign({ ...about }, ...columns.map((column) => column[at]!)))
  })
  return {
    rows: shuffled(rows, chance),
    quasi: quasi.map(({ name }) => name),
    drawnOut: responses.length - sample.length,
    generalised,
    leftOut: leftOut.length,
    absent,
  }
}

const birthFields = ({ definition, assigned }: Questionnaire) =>
  new Map(
    fieldsOf(definition, assigned)
      .filter(({ semantic, parent }) => semantic === 'birth-year' && parent !== null)
      .map(({ parent, question }) => [parent!, question]),
  )

const only = (answers: Readonly<Answers>, fields: readonly Field[]): Answers =>
  Object.fromEntries(
    fields
      .filter(({ question }) => Object.hasOwn(answers, question))
      .map(({ question }) => [question, answers[question]]),
  )

/** Shuffles the rows of the repeated panel within a group: neither how many somebody has nor which they are goes with a row. */
function dealt(
  members: readonly Response[],
  panel: string,
  fields: readonly Field[],
  birth: string | null,
  chance: Chance,
): Answers[] {
  const cards = members.flatMap((one) =>
    cardsOf(one, panel).map((card) => ({
      age: birth === null ? '' : bandAt(one, card[birth]),
      answers: only(card, fields),
    })),
  )
  const ages = Map.groupBy(cards, ({ age }) => age)
  const known = (age: string) => (ages.get(age)!.length >= leastGroup ? age : '')
  const pack = shuffled(cards, chance).map(({ age, answers }) =>
    birth === null ? answers : { age: known(age), ...answers },
  )
  return shuffled(members, chance).map((one) => {
    const hand = pack.splice(0, cardsOf(one, panel).length)
    return hand.length === 0 ? {} : { [panel]: hand }
  })
}

/** Fisher and Yates. */
function shuffled<T>(values: readonly T[], chance: Chance): T[] {
  const order = [...values]
  for (let last = order.length - 1; last > 0; last--) {
    const at = Math.floor(chance() * (last + 1))
    ;[order[last], order[at]] = [order[at]!, order[last]!]
  }
  return order
}
