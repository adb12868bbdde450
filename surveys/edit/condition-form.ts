/** Conditions as they are built in words: lines joined by « et » or « ou », in groups of lines at most; and written back. */
import { ExpressionError, type Literal, parseCondition, type Test, type Tree } from '../conditions/expression.ts'

export type Join = 'all' | 'any'
/** A line, or lines that hold together between brackets. */
export type Part = Test | { join: Join; tests: Test[] }
export type ConditionForm = { join: Join; parts: Part[] }

export const isGroup = (part: Part): part is { join: Join; tests: Test[] } => 'join' in part

/** @returns null when it is built otherwise (a denial, brackets in brackets) or cannot be read */
export function formOf(condition: string): ConditionForm | null {
  let tree: Tree
  try {
    tree = parseCondition(condition)
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
  const { join, parts } = levelOf(tree)
  const form: Part[] = []
  for (const part of parts) {
    if ('operator' in part) form.push(part)
    else {
      const inner = levelOf(part)
      if ('not' in part || !inner.parts.every((test): test is Test => 'operator' in test)) return null
      form.push({ join: inner.join, tests: inner.parts })
    }
  }
  return { join, parts: form }
}

/** `a and b and c` comes as pairs of pairs: one level of the same word is one list. */
function levelOf(tree: Tree): { join: Join; parts: Tree[] } {
  const join: Join = 'any' in tree ? 'any' : 'all'
  const flat = (node: Tree): Tree[] =>
    join in node && !('not' in node) ? (node as Record<Join, Tree[]>)[join].flatMap(flat) : [node]
  return { join, parts: flat(tree) }
}

export const writeForm = ({ join, parts }: ConditionForm): string =>
  parts
    .filter((part) => !isGroup(part) || part.tests.length > 0)
    .map((part) => {
      if (!isGroup(part)) return writeTest(part)
      const inner = part.tests.map(writeTest).join(words[part.join])
      return part.tests.length > 1 ? `(${inner})` : inner
    })
    .join(words[join])

const words: Record<Join, string> = { all: ' and ', any: ' or ' }

/** The condition as the engine reads it. */
export function writeCondition(tree: Tree): string {
  const write = (node: Tree, isInner: boolean): string => {
    if ('not' in node) return `!(${write(node.not, false)})`
    if ('operator' in node) return writeTest(node)
    const join: Join = 'all' in node ? 'all' : 'any'
    const written = (node as Record<Join, Tree[]>)[join].map((part) => write(part, true)).join(words[join])
    return isInner ? `(${written})` : written
  }
  return write(tree, false)
}

const signs: Partial<Record<Test['operator'], string>> = {
  equal: '=',
  notequal: '<>',
  greater: '>',
  greaterorequal: '>=',
  less: '<',
  lessorequal: '<=',
}

function writeTest({ name, operator, literal }: Test): string {
  const sign = signs[operator] ?? operator
  if (literal === null) return `{${name}} ${sign}`
  return `{${name}} ${sign} ${Array.isArray(literal) ? `[${literal.map(written).join(', ')}]` : written(literal)}`
}

const written = (value: Literal) => (typeof value === 'string' ? `'${value}'` : String(value))

/** The same condition with each test changed; a test changed to null leaves it, and what holds nothing leaves too. */
export function mapTests(tree: Tree, change: (test: Test) => Test | null): Tree | null {
  if ('operator' in tree) return change(tree)
  if ('not' in tree) {
    const inner = mapTests(tree.not, change)
    return inner === null ? null : { not: inner }
  }
  const join: Join = 'all' in tree ? 'all' : 'any'
  const parts = (tree as Record<Join, Tree[]>)[join]
    .map((part) => mapTests(part, change))
    .filter((part) => part !== null)
  return parts.length === 0 ? null : parts.length === 1 ? parts[0]! : ({ [join]: parts } as Tree)
}
