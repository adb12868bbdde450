/** Conditions on paper: said in words, and judged as far as the answers before are known. */
import type { Literal, Test, Tree } from '../conditions/expression.ts'
import { dayAfter } from '../days.ts'
import { isDay } from '../questionnaire/calendar.ts'
import type { Speech } from './words.ts'

/** What the words of a condition need of the question it reads. */
export type Read = {
  number: string
  /** Texts of the answers on the paper, special ones included. */
  choices: { value: string; text: string }[]
  /** The only box of a consent. */
  isBox: boolean
}
export type Reads = (name: string) => Read | null

/** « vous avez répondu « Oui » à la question 2 »; what is not on this paper (drawn values) is left out. */
export function sayCondition(tree: Tree, reads: Reads, say: Speech): string {
  if ('all' in tree) return sayAll(flat(tree, 'all'), reads, say)
  if ('any' in tree) {
    const parts = flat(tree, 'any').map((part) => sayCondition(part, reads, say))
    return parts.filter((part) => part !== '').join(say.or)
  }
  if ('not' in tree) {
    const inner = sayCondition(tree.not, reads, say)
    return inner === '' ? '' : say.not(inner)
  }
  return sayTest(tree, reads, say)
}

function flat(tree: Tree, kind: 'all' | 'any'): Tree[] {
  const parts = kind in tree ? (tree as Record<string, Tree[]>)[kind]! : null
  return parts === null ? [tree] : parts.flatMap((part) => flat(part, kind))
}

const unanswered: ReadonlySet<Test['operator']> = new Set(['empty', 'notequal', 'notcontains', 'noneof'])

/**
 * Leaves out what another part already says: who answered a question has met what that question was asked for.
 *
 * @param asked conditions of the question of this name
 */
export function withoutImplied(trees: readonly Tree[], asked: (name: string) => readonly Tree[]): Tree {
  const parts = trees.flatMap((tree) => flat(tree, 'all'))
  const written = (tree: Tree) => JSON.stringify(tree)
  const implied = new Set(
    parts
      .filter((part): part is Test => 'operator' in part && !unanswered.has(part.operator))
      .flatMap(({ name }) => asked(name).flatMap((tree) => flat(tree, 'all').map(written))),
  )
  return { all: parts.filter((part) => !implied.has(written(part))) }
}

/** « answered, and none of these » reads as one sentence. */
function sayAll(parts: Tree[], reads: Reads, say: Speech): string {
  const isTest = (tree: Tree, operator: Test['operator'], name?: string): tree is Test =>
    'operator' in tree && tree.operator === operator && (name === undefined || tree.name === name)
  const said = parts.map((part) => {
    const name = 'name' in part ? part.name : ''
    if (isTest(part, 'noneof') && parts.some((other) => isTest(other, 'notempty', name))) {
      const read = reads(name)
      return read === null ? '' : say.answeredElse(read.number, quoted(part, read, say))
    }
    if (isTest(part, 'notempty') && parts.some((other) => isTest(other, 'noneof', name))) return ''
    return sayCondition(part, reads, say)
  })
  return said.filter((part) => part !== '').join(say.and)
}

function sayTest(test: Test, reads: Reads, say: Speech): string {
  const read = reads(test.name)
  if (read === null) return ''
  const { number, choices, isBox } = read
  const values = literals(test)
  const said = () => quoted(test, read, say)
  switch (test.operator) {
    case 'empty':
      return say.none(number)
    case 'notempty':
      return say.any(number)
    case 'notequal':
    case 'notcontains':
    case 'noneof':
      return say.notAnswered(number, said())
    case 'greater':
    case 'greaterorequal':
      if (isDay(values[0])) return say.since(number, test.operator === 'greater' ? dayAfter(values[0]) : values[0])
      return say.more(number, Number(values[0]) - (test.operator === 'greaterorequal' ? 1 : 0))
    case 'less':
    case 'lessorequal':
      if (isDay(values[0])) return say.until(number, test.operator === 'less' ? dayAfter(values[0], -1) : values[0])
      return say.less(number, Number(values[0]) + (test.operator === 'lessorequal' ? 1 : 0))
    case 'anyof': {
      const rest = choices.filter(({ value }) => !values.includes(value))
      if (values.length > 2 && rest.length > 0 && rest.length < values.length)
        return say.answeredElse(number, say.said(rest.map(({ text }) => text)))
      return say.answered(number, said())
    }
    default:
      return isBox ? say.box(number) : say.answered(number, said())
  }
}

const literals = ({ literal }: Test): Literal[] =>
  literal === null ? [] : Array.isArray(literal) ? literal : [literal]

const quoted = (test: Test, { choices }: Read, say: Speech) =>
  say.said(
    literals(test).map((value) => {
      if (typeof value === 'boolean') return value ? say.yes : say.no
      return choices.find((choice) => choice.value === value)?.text ?? (isDay(value) ? say.day(value) : String(value))
    }),
  )

/** Answers known on the way: a name that is missing is not known, one that holds null is blank or not asked. */
export type Known = ReadonlyMap<string, unknown>

/** @returns null when what is known does not settle it */
export function judge(tree: Tree, known: Known): boolean | null {
  if ('all' in tree) {
    const parts = tree.all.map((part) => judge(part, known))
    return parts.includes(false) ? false : parts.includes(null) ? null : true
  }
  if ('any' in tree) {
    const parts = tree.any.map((part) => judge(part, known))
    return parts.includes(true) ? true : parts.includes(null) ? null : false
  }
  if ('not' in tree) {
    const inner = judge(tree.not, known)
    return inner === null ? null : !inner
  }
  return known.has(tree.name) ? holds(tree, known.get(tree.name)) : null
}

function holds(test: Test, value: unknown): boolean {
  const wanted = literals(test)
  const given = value === null || value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value]
  const has = (literal: Literal) => given.includes(literal)
  const [first] = given as (number | string)[]
  const limit = wanted[0] as number | string
  const isOfOneKind = first !== undefined && typeof first === typeof limit
  switch (test.operator) {
    case 'empty':
      return given.length === 0
    case 'notempty':
      return given.length > 0
    case 'anyof':
      return wanted.some(has)
    case 'noneof':
      return !wanted.some(has)
    case 'notequal':
    case 'notcontains':
      return !wanted.every(has)
    case 'greater':
      return isOfOneKind && first > limit
    case 'greaterorequal':
      return isOfOneKind && first >= limit
    case 'less':
      return isOfOneKind && first < limit
    case 'lessorequal':
      return isOfOneKind && first <= limit
    default:
      return wanted.every(has)
  }
}
