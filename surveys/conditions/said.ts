/** What a condition implies, when it holds, of each answer it reads. */
import type { Test, Tree } from './expression.ts'

export type Implied = {
  /** One of these was given, at least; null = no matter which. */
  among: readonly string[] | null
  /** None of these was given. */
  without: readonly string[]
  /** Something was given, a silence perhaps (`nsp`, `refus`). */
  filled: boolean
  /** A number was given. */
  number: boolean
}

const nothing: Implied = { among: null, without: [], filled: false, number: false }

/**
 * By the name the condition reads.
 *
 * @param negated what it implies when it does not hold
 * @param isList does a name stand for several answers?
 */
export function impliedBy(tree: Tree, isList: (name: string) => boolean, negated = false): Map<string, Implied> {
  if ('not' in tree) return impliedBy(tree.not, isList, !negated)
  if ('all' in tree || 'any' in tree) {
    const [parts, isEvery] = 'all' in tree ? [tree.all, !negated] : [tree.any, negated]
    const implied = parts.map((part) => impliedBy(part, isList, negated))
    return isEvery ? together(implied, isList) : either(implied)
  }
  const operator = negated ? opposite[tree.operator] : tree.operator
  const implied = operator && impliedByTest({ ...tree, operator }, isList(tree.name))
  return new Map(implied ? [[tree.name, implied]] : [])
}

/** What holds where a test does not. */
export const opposite: Partial<Record<Test['operator'], Test['operator']>> = {
  equal: 'notequal',
  notequal: 'equal',
  anyof: 'noneof',
  noneof: 'anyof',
  contains: 'notcontains',
  notcontains: 'contains',
  empty: 'notempty',
  notempty: 'empty',
}

function impliedByTest({ operator, literal }: Test, isList: boolean): Implied | null {
  const values = (Array.isArray(literal) ? literal : [literal]).map(String)
  if (operator === 'equal' || operator === 'anyof') return { ...nothing, among: values }
  // of several answers that must all be there, the first is there
  if (operator === 'contains' || operator === 'allof') return { ...nothing, among: values.slice(0, 1) }
  if (operator === 'noneof' || operator === 'notequal') return { ...nothing, without: values }
  if (operator === 'notcontains') return values.length === 1 ? { ...nothing, without: values } : null
  if (operator === 'notempty') return { ...nothing, filled: true }
  return operator === 'empty' || isList ? null : { ...nothing, number: true }
}

/** All of them hold: whatever each implies is implied. */
function together(parts: Map<string, Implied>[], isList: (name: string) => boolean): Map<string, Implied> {
  const all = new Map<string, Implied>()
  for (const part of parts)
    for (const [name, one] of part) {
      const other = all.get(name) ?? nothing
      const [a, b] = [other.among, one.among]
      all.set(name, {
        // of answers that exclude each other, those in both lists; of several, one of the lists
        among: a && b && !isList(name) ? a.filter((value) => b.includes(value)) : (a ?? b),
        without: [...new Set([...other.without, ...one.without])],
        filled: other.filled || one.filled,
        number: other.number || one.number,
      })
    }
  return all
}

/** One of them holds: only what every one implies is implied. */
function either([first, ...others]: Map<string, Implied>[]): Map<string, Implied> {
  const all = new Map<string, Implied>()
  for (const [name, one] of first ?? []) {
    const same = others.flatMap((part) => part.get(name) ?? [])
    if (same.length < others.length) continue
    const each = [one, ...same]
    all.set(name, {
      among: each.every(({ among }) => among) ? [...new Set(each.flatMap(({ among }) => among!))] : null,
      without: one.without.filter((value) => same.every(({ without }) => without.includes(value))),
      filled: each.every(({ filled, among }) => filled || among),
      number: each.every(({ number }) => number),
    })
  }
  return all
}
