/** Conditions (`visibleIf`, `requiredIf`): read once with survey-core's own parser, then plain functions of the answers. */
import { ConditionsParser } from 'survey-core'
import { isDay } from '../questionnaire/calendar.ts'
import { type Comparison, type FieldKind, kinds } from '../types/kinds.ts'

/** Answers already known to be asked and visible; what is hidden or not yet asked is absent. */
export type Scope = { response: ReadonlyMap<string, unknown>; row: ReadonlyMap<string, unknown> | null }

export type Condition = (scope: Scope) => boolean

/** What a condition may read under a name. */
export type Operand = { kind: FieldKind | 'matrix'; values: ReadonlySet<string> }

/** `garde` or `panel.garde` → what stands there; null when nothing can be read there. */
export type Operands = (name: string) => Operand | null

/** One comparison, as data: what a condition is made of. */
export type Test = { name: string; operator: Operator; literal: Literal | Literal[] | null }
export type Literal = string | number | boolean
export type Tree = { all: Tree[] } | { any: Tree[] } | { not: Tree } | Test

export const operators = [
  'equal',
  'notequal',
  'greater',
  'greaterorequal',
  'less',
  'lessorequal',
  'empty',
  'notempty',
  'contains',
  'notcontains',
  'anyof',
  'allof',
  'noneof',
] as const
export type Operator = (typeof operators)[number]

export const maxExpressionLength = 2000
export const maxExpressionDepth = 20

/** A condition outside the language; the message is French and says what to do. */
export class ExpressionError extends Error {
  /** The name that cannot be read, when that is what is wrong. */
  readonly unread: string | null
  constructor(message: string, unread: string | null = null) {
    super(message)
    this.unread = unread
  }
}

/**
 * @param text as written in the questionnaire
 * @throws ExpressionError when it is too long, too deep, unreadable, or compares what cannot be compared
 */
export function compileCondition(text: string, operands: Operands): Condition {
  return compileTree(parseCondition(text), operands)
}

/** Conditions read lately: a draft is checked at each change, and most of its conditions are those of a moment ago. */
const lately = new Map<string, Tree>()
const mostLately = 500

/** @returns the condition as data, with nothing checked about what it reads; not to be written into */
export function parseCondition(text: string): Tree {
  const known = lately.get(text)
  if (known !== undefined) return known
  const tree = parsed(text)
  if (lately.size >= mostLately) lately.clear()
  lately.set(text, tree)
  return tree
}

function parsed(text: string): Tree {
  if (typeof text !== 'string' || text.length > maxExpressionLength)
    throw new ExpressionError(`La condition est trop longue\u202f: ${maxExpressionLength} signes au plus.`)
  if (deepest(text) > maxExpressionDepth || /!\s*!/.test(text))
    throw new ExpressionError(`La condition est trop imbriquée\u202f: ${maxExpressionDepth} niveaux au plus.`)
  const root = new ConditionsParser().parseExpression(text) as Node | undefined
  if (!root)
    throw new ExpressionError(
      'La condition ne se lit pas\u202f: vérifier les guillemets, les accolades et les parenthèses.',
    )
  return treeOf(root)
}

/** @returns the names a condition reads, `panel.` included */
export function namesIn(tree: Tree): string[] {
  return testsIn(tree).map((test) => test.name)
}

export function testsIn(tree: Tree): Test[] {
  if ('all' in tree) return tree.all.flatMap(testsIn)
  if ('any' in tree) return tree.any.flatMap(testsIn)
  return 'not' in tree ? testsIn(tree.not) : [tree]
}

// survey-core's syntax tree, as far as it is read here
type Node = {
  getType(): string
  operator?: string
  isArithmetic?: boolean
  leftOperand?: Node
  rightOperand?: Node
  expression?: Node
  values?: Node[]
  variable?: string
  evaluate?(): unknown
}

/** Brackets are counted before the parser recurses into them. */
function deepest(text: string): number {
  let depth = 0
  let most = 0
  for (const sign of text) {
    if (sign === '(' || sign === '[') most = Math.max(most, ++depth)
    else if (sign === ')' || sign === ']') depth--
  }
  return most
}

function treeOf(node: Node): Tree {
  const { operator = '' } = node
  if (node.getType() === 'binary' && (operator === 'and' || operator === 'or')) {
    const sides = [node.leftOperand, node.rightOperand].map((side) => treeOf(side as Node))
    return operator === 'and' ? { all: sides } : { any: sides }
  }
  if (node.getType() === 'unary' && operator === 'negate') return { not: treeOf(node.expression as Node) }
  if (node.getType() === 'unary' && isOperator(operator))
    return { name: nameOf(node.expression), operator, literal: null }
  if (node.getType() === 'binary' && isOperator(operator) && node.isArithmetic !== true)
    return { name: nameOf(node.leftOperand), operator, literal: literalOf(node.rightOperand) }
  throw new ExpressionError(
    'Une condition compare des réponses à des valeurs\u202f: les fonctions, les calculs et les réponses seules ne sont pas admis.',
  )
}

const isOperator = (name: string): name is Operator => (operators as readonly string[]).includes(name)

function nameOf(node: Node | undefined): string {
  if (node?.getType() === 'variable' && /^(panel\.)?[a-z][a-z0-9_]*$/.test(node.variable ?? '')) return node.variable!
  throw new ExpressionError('À gauche d’une comparaison, il faut le nom d’une question entre accolades.')
}

function literalOf(node: Node | undefined): Literal | Literal[] {
  if (node?.getType() === 'array') return (node.values ?? []).map((value) => literalOf(value) as Literal)
  const value = node?.getType() === 'const' ? node.evaluate?.() : null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new ExpressionError('À droite d’une comparaison, il faut une valeur ou une liste de valeurs.')
}

/** The same for a condition that is data already. @throws ExpressionError */
export function compileTree(tree: Tree, operands: Operands): Condition {
  if ('all' in tree) {
    const [first, second] = tree.all.map((part) => compileTree(part, operands))
    return (scope) => first!(scope) && second!(scope)
  }
  if ('any' in tree) {
    const [first, second] = tree.any.map((part) => compileTree(part, operands))
    return (scope) => first!(scope) || second!(scope)
  }
  if ('not' in tree) {
    const inner = compileTree(tree.not, operands)
    return (scope) => !inner(scope)
  }
  return testOf(tree, operands)
}

const comparisonOf = ({ kind }: Operand): Comparison => (kind === 'matrix' ? 'presence' : kinds[kind].compared)

/**
 * Each kind of question has its own operators, so that no comparison depends on how JavaScript or survey-core turns one
 * type into another: `{age} > '5'`, `{cases} = 'x'` or a value nobody can tick are refused here.
 */
function testOf({ name, operator, literal }: Test, operands: Operands): Condition {
  const operand = operands(name)
  if (operand === null)
    throw new ExpressionError(
      `La condition lit «\u202f${name}\u202f», qui n’existe pas ou n’est pas demandé avant.`,
      name,
    )
  const read = readerOf(name)
  if (operator === 'empty') return (scope) => isBlank(read(scope))
  if (operator === 'notempty') return (scope) => !isBlank(read(scope))
  const { kind } = operand
  const way = comparisonOf(operand)
  if (way === 'list')
    return listTest(name, operator, wanted(name, operand, literal, operator), read, kind === 'ranking')
  if (way === 'word') return wordTest(name, operator, wanted(name, operand, literal, operator), read)
  if (way === 'number' && typeof literal === 'number') return orderTest(name, operator, literal, read)
  // ISO days: their texts are in the order of the days
  if (way === 'day' && isDay(literal)) return orderTest(name, operator, literal, read)
  if (way === 'boolean' && typeof literal === 'boolean') {
    if (operator === 'equal') return (scope) => read(scope) === literal
    if (operator === 'notequal') return (scope) => read(scope) !== literal
  }
  throw notComparable(name)
}

const notComparable = (name: string) =>
  new ExpressionError(
    `La condition compare «\u202f${name}\u202f» d’une façon qui n’a pas de sens pour ce type de question.`,
  )

function readerOf(name: string): (scope: Scope) => unknown {
  if (!name.startsWith(inRow)) return ({ response }) => response.get(name)
  const own = name.slice(inRow.length)
  return ({ row }) => row?.get(own)
}

/** How a row of a repeated panel names its own answers. */
export const inRow = 'panel.'

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** @returns the values compared with, each one that the question can take */
function wanted(name: string, operand: Operand, literal: Test['literal'], operator: Operator): string[] {
  const values = Array.isArray(literal) ? literal : [literal]
  const takesList = operator === 'anyof' || operator === 'allof' || operator === 'noneof'
  if (Array.isArray(literal) !== takesList && !(comparisonOf(operand) === 'list' && Array.isArray(literal)))
    throw new ExpressionError(
      takesList
        ? `Pour «\u202f${name}\u202f», l’opérateur ${operator} attend une liste entre crochets.`
        : `Pour «\u202f${name}\u202f», l’opérateur attend une seule valeur.`,
    )
  for (const value of values) {
    if (typeof value === 'string' && operand.values.has(value)) continue
    throw new ExpressionError(`«\u202f${String(value)}\u202f» n’est pas une réponse possible de «\u202f${name}\u202f».`)
  }
  return values as string[]
}

function wordTest(name: string, operator: Operator, values: string[], read: (scope: Scope) => unknown): Condition {
  const [value] = values
  if (operator === 'equal') return (scope) => read(scope) === value
  if (operator === 'notequal') return (scope) => read(scope) !== value
  const set: ReadonlySet<unknown> = new Set(values)
  if (values.length > 0 && operator === 'anyof') return (scope) => set.has(read(scope))
  if (values.length > 0 && operator === 'noneof') return (scope) => !set.has(read(scope))
  throw notComparable(name)
}

function listTest(
  name: string,
  operator: Operator,
  values: string[],
  read: (scope: Scope) => unknown,
  ordered: boolean,
): Condition {
  if (values.length === 0) throw notComparable(name)
  const ticked = (scope: Scope) => {
    const value = read(scope)
    return Array.isArray(value) ? (value as unknown[]) : []
  }
  const hasAll: Condition = (scope) => {
    const list = ticked(scope)
    return values.every((value) => list.includes(value))
  }
  if (operator === 'contains' || operator === 'allof') return hasAll
  // survey-core reads « a blank list does not contain x » as true, and « [a] notcontains [a, b] » too
  if (operator === 'notcontains') return (scope) => !hasAll(scope)
  const hasOne: Condition = (scope) => ticked(scope).some((value) => values.includes(value as string))
  if (operator === 'anyof') return hasOne
  if (operator === 'noneof') return (scope) => !hasOne(scope)
  throw new ExpressionError(
    `Pour «\u202f${name}\u202f», où l’on ${ordered ? 'classe' : 'coche'} plusieurs réponses, employer contains, anyof, allof ou noneof.`,
  )
}

function orderTest<Value extends number | string>(
  name: string,
  operator: Operator,
  limit: Value,
  read: (scope: Scope) => unknown,
): Condition {
  const compare = (holds: (value: Value) => boolean): Condition => {
    return (scope) => {
      const value = read(scope)
      return typeof value === typeof limit && holds(value as Value)
    }
  }
  if (operator === 'equal') return compare((value) => value === limit)
  if (operator === 'notequal') return (scope) => read(scope) !== limit
  if (operator === 'greater') return compare((value) => value > limit)
  if (operator === 'greaterorequal') return compare((value) => value >= limit)
  if (operator === 'less') return compare((value) => value < limit)
  if (operator === 'lessorequal') return compare((value) => value <= limit)
  throw notComparable(name)
}

/** @returns the names a condition reads, even when the rest of it cannot be read */
export function namesRead(condition: unknown): string[] {
  if (typeof condition !== 'string' || condition.trim() === '') return []
  try {
    return [...new Set(namesIn(parseCondition(condition)))]
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return [...new Set([...condition.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!))]
  }
}
