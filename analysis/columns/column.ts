/** One typed column of a table: what every response said to one field, the four silences distinct. */
import type { Field } from '../../surveys/questionnaire/fields.ts'
import type { WeekRow } from '../../surveys/questionnaire/week.ts'
import { type Growing, growing } from './growing.ts'

/** What a row says about a field. Only `answered` rows are in a base; the others are counted beside it. */
export const state = { notAsked: 0, answered: 1, blank: 2, dontKnow: 3, refused: 4 } as const
export type State = (typeof state)[keyof typeof state]

/** Codes of a choice column that are not an index in `values`. */
export const silence = { blank: -1, notAsked: -2, dontKnow: -3, refused: -4 } as const

export type ChoiceColumn = { kind: 'choice'; values: string[]; codes: Int16Array }
export type ChoicesColumn = { kind: 'choices'; values: string[]; ticked: Map<string, Uint8Array>; state: Uint8Array }
export type NumberColumn = { kind: 'number'; numbers: Float64Array; state: Uint8Array }
/** `ranks`: per value its place from 1 on, 0 = not ranked. */
export type RankingColumn = { kind: 'ranking'; values: string[]; ranks: Map<string, Uint8Array>; state: Uint8Array }
export type WeekColumn = { kind: 'week'; weeks: WeekRow[][]; state: Uint8Array }
export type TextColumn = { kind: 'text'; texts: (string | null)[]; state: Uint8Array }
export type Column = ChoiceColumn | ChoicesColumn | NumberColumn | RankingColumn | WeekColumn | TextColumn

/** State of one row of any column. */
export function stateAt(column: Column, row: number): State {
  if (column.kind !== 'choice') return column.state[row] as State
  const code = column.codes[row]!
  if (code >= 0) return state.answered
  if (code === silence.blank) return state.blank
  if (code === silence.notAsked) return state.notAsked
  return code === silence.dontKnow ? state.dontKnow : state.refused
}

/** Takes values row by row, or the rows of another builder of the same field, then gives the column. */
export type ColumnBuilder = BuilderOf<Column>
type BuilderOf<C extends Column> = { push(value: unknown): void; append(column: C): void; done(): C }

/** The builder of the column that a field becomes. */
export function builderOf(field: Field): ColumnBuilder {
  switch (field.kind) {
    case 'choice':
    case 'boolean':
    case 'assigned':
      return choiceBuilder(field.kind === 'boolean' ? ['true', 'false'] : valuesOf(field))
    case 'date':
      return periodBuilder(valuesOf(field))
    case 'choices':
      return choicesBuilder(valuesOf(field), field.semantic === 'consent')
    case 'ranking':
      return rankingBuilder(valuesOf(field))
    case 'number':
    case 'rating':
      return numberBuilder()
    case 'week':
      return weekBuilder()
    case 'text':
      return textBuilder()
    case 'panel':
      throw new RangeError(`a panel is a table, not a column: ${field.path}`)
  }
}

const valuesOf = (field: Field): string[] =>
  field.choices.map((choice) => choice.value).filter((value) => value !== 'nsp' && value !== 'refus')

function stateOf(value: unknown): State {
  if (value === undefined) return state.notAsked
  if (value === null || value === '') return state.blank
  if (value === 'nsp') return state.dontKnow
  return value === 'refus' ? state.refused : state.answered
}

const silenceOf = {
  [state.notAsked]: silence.notAsked,
  [state.blank]: silence.blank,
  [state.dontKnow]: silence.dontKnow,
  [state.refused]: silence.refused,
} as Record<State, number>

function choiceBuilder(offered: string[]): BuilderOf<ChoiceColumn> {
  const codes = growing(Int16Array)
  const indexes = new Map(offered.map((value, index) => [value, index]))
  return {
    push(value) {
      const answerState = stateOf(value)
      codes.push(answerState === state.answered ? indexIn(indexes, String(value)) : silenceOf[answerState])
    },
    append({ values, codes: given }) {
      const moved = values.map((value) => indexIn(indexes, value))
      codes.append(given.map((code) => (code < 0 ? code : moved[code]!)))
    },
    done() {
      const values = listed(offered, indexes.keys())
      const moved = [...indexes.keys()].map((value) => values.indexOf(value))
      const given = codes.taken()
      const isInPlace = moved.every((place, index) => place === index)
      return {
        kind: 'choice',
        values,
        codes: isInPlace ? given : given.map((code) => (code < 0 ? code : moved[code]!)),
      }
    },
  }
}

/** A day becomes its month or its year before anything counts it: no column holds a day. */
function periodBuilder(periods: string[]): BuilderOf<ChoiceColumn> {
  const { push, ...rest } = choiceBuilder(periods)
  const length = periods[0]?.length ?? 'YYYY'.length
  return { push: (value) => push(typeof value === 'string' ? value.slice(0, length) : value), ...rest }
}

/** Answers to a choice withdrawn since an earlier version remain, after those offered, in alphabetical order. */
const listed = (offered: string[], met: Iterable<string>): string[] => [
  ...offered,
  ...[...met].slice(offered.length).toSorted(),
]

function indexIn(indexes: Map<string, number>, value: string): number {
  const known = indexes.get(value)
  if (known !== undefined) return known
  indexes.set(value, indexes.size)
  return indexes.size - 1
}

/** @param isConsent a box left without a tick says no: it is an answer, counted in the base of those who agreed */
function choicesBuilder(offered: string[], isConsent: boolean): BuilderOf<ChoicesColumn> {
  const { push, append, done } = listBuilder(offered, isConsent, () => 1)
  return {
    push,
    append: ({ ticked, state }) => append(ticked, state),
    done() {
      const { values, marks: ticked, state } = done()
      return { kind: 'choices', values, ticked, state }
    },
  }
}

function rankingBuilder(offered: string[]): BuilderOf<RankingColumn> {
  const { push, append, done } = listBuilder(offered, false, (index) => index + 1)
  return {
    push,
    append: ({ ranks, state }) => append(ranks, state),
    done() {
      const { values, marks: ranks, state } = done()
      return { kind: 'ranking', values, ranks, state }
    },
  }
}

/** @param mark what stands in the column of a value that comes at this place of an answer; 0 = it is not in it */
function listBuilder(offered: string[], isConsent: boolean, mark: (index: number) => number) {
  const states = growing(Uint8Array)
  const marksOf = new Map<string, Growing<Uint8Array>>(offered.map((value) => [value, growing(Uint8Array)]))
  let rows = 0
  function marksIn(value: string): Growing<Uint8Array> {
    const marks = marksOf.get(value) ?? growing(Uint8Array)
    marksOf.set(value, marks)
    return marks
  }
  return {
    push(value: unknown) {
      const list = Array.isArray(value) ? value.map(String) : null
      const said = listState(value, list)
      const answerState = isConsent && said === state.blank ? state.answered : said
      if (answerState === state.answered)
        list?.forEach((item, index) => {
          marksIn(item).set(rows, mark(index))
        })
      states.push(answerState)
      rows += 1
    },
    append(given: ReadonlyMap<string, Uint8Array>, givenStates: Uint8Array) {
      for (const [value, marks] of given) marksIn(value).append(marks, rows)
      states.append(givenStates)
      rows += givenStates.length
    },
    done() {
      const values = listed(offered, marksOf.keys())
      return {
        values,
        marks: new Map(values.map((value) => [value, marksOf.get(value)!.taken(rows)] as const)),
        state: states.taken(),
      }
    },
  }
}

function listState(value: unknown, list: string[] | null): State {
  if (list === null) return stateOf(value)
  if (list.length === 0) return state.blank
  return list.length === 1 ? stateOf(list[0]) : state.answered
}

function numberBuilder(): BuilderOf<NumberColumn> {
  const numbers = growing(Float64Array)
  const states = growing(Uint8Array)
  return {
    push(value) {
      const answerState = stateOf(value)
      const number = answerState === state.answered ? Number(value) : Number.NaN
      numbers.push(number)
      states.push(answerState === state.answered && Number.isNaN(number) ? state.blank : answerState)
    },
    append(column) {
      numbers.append(column.numbers)
      states.append(column.state)
    },
    done: () => ({ kind: 'number', numbers: numbers.taken(), state: states.taken() }),
  }
}

function weekBuilder(): BuilderOf<WeekColumn> {
  const weeks: WeekRow[][] = []
  const states = growing(Uint8Array)
  return {
    push(value) {
      const rows = Array.isArray(value) ? (value as WeekRow[]) : []
      weeks.push(rows)
      states.push(Array.isArray(value) ? (rows.length > 0 ? state.answered : state.blank) : stateOf(value))
    },
    append(column) {
      states.append(column.state)
      for (const rows of column.weeks) weeks.push(rows)
    },
    done: () => ({ kind: 'week', weeks, state: states.taken() }),
  }
}

function textBuilder(): BuilderOf<TextColumn> {
  const texts: (string | null)[] = []
  const states = growing(Uint8Array)
  return {
    push(value) {
      const answerState = stateOf(value)
      texts.push(answerState === state.answered ? String(value) : null)
      states.push(answerState)
    },
    append(column) {
      states.append(column.state)
      for (const text of column.texts) texts.push(text)
    },
    done: () => ({ kind: 'text', texts, state: states.taken() }),
  }
}
