/** What a condition tells, when it holds, of each answer it reads. */
import type { Test, Tree } from './expression.ts'

export type Told = {
  /** One of these was given, at least; null = no matter which. */
  among: readonly string[] | null
  /** None of these was given. */
  without: readonly string[]
  /** Something was given, a silence perhaps (`nsp`, `refus`). */
  filled: boolean
  /** A number was given. */
  number: boolean
}

const nothing: Told = { among: null, without: [], filled: false, number: false }

/**
 * By the name the condition reads.
 *
 * @param negated what it tells when it does not hold
 * @param isList does a name stand for several answers?
 */
export function toldBy(tree: Tree, isList: (name: string) => boolean, negated = false): Map<string, Told> {
  if ('not' in tree) return toldBy(tree.not, isList, !negated)
  if ('all' in tree || 'any' in tree) {
    const [parts, isEvery] = 'all' in tree ? [tree.all, !negated] : [tree.any, negated]
    const told = parts.map((part) => toldBy(part, isList, negated))
    return isEvery ? together(told, isList) : either(told)
  }
  const operator = negated ? opposite[tree.operator] : tree.operator
  const told = operator && toldByTest({ ...tree, operator }, isList(tree.name))
  return new Map(told ? [[tree.name, told]] : [])
}

const opposite: Partial<Record<Test['operator'], Test['operator']>> = {
  equal: 'notequal',
  notequal: 'equal',
  anyof: 'noneof',
  noneof: 'anyof',
  contains: 'notcontains',
  notcontains: 'contains',
  empty: 'notempty',
  notempty: 'empty',
}

function toldByTest({ operator, literal }: Test, isList: boolean): Told | null {
  const values = (Array.isArray(literal) ? literal : [literal]).map(String)
  if (operator === 'equal' || operator === 'anyof') return { ...nothing, among: values }
  // of several answers that must all be there, the first is there
  if (operator === 'contains' || operator === 'allof') return { ...nothing, among: values.slice(0, 1) }
  if (operator === 'noneof' || operator === 'notequal') return { ...nothing, without: values }
  if (operator === 'notcontains') return values.length === 1 ? { ...nothing, without: values } : null
  if (operator === 'notempty') return { ...nothing, filled: true }
  return operator === 'empty' || isList ? null : { ...nothing, number: true }
}

/** All of them hold: what each tells is told. */
function together(parts: Map<string, Told>[], isList: (name: string) => boolean): Map<string, Told> {
  const all = new Map<string, Told>()
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

/** One of them holds: only what every one tells. */
function either([first, ...others]: Map<string, Told>[]): Map<string, Told> {
  const all = new Map<string, Told>()
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
