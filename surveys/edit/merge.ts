/**
 * Two people's changes to one questionnaire, put together (a three-way merge). Lists are matched by what names their lines:
 * a question by its code, wherever it stands, an answer by its value, an indicator by its id.
 */
import { canonical } from '../canonical.ts'
import { isObject } from '../questionnaire/elements.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { holderIn, orderIn, type Parts, partsOf, wholeOf } from './parts.ts'

export type Side = 'mine' | 'theirs'

/** A place both changed, each in their own way: a text, a setting, where a question stands, one removed here and changed there. */
export type Crossing = { place: string; base: unknown; mine: unknown; theirs: unknown }

export type Merge = {
  /** Where nothing is chosen yet, a crossing stands as in `mine`. */
  questionnaire: Questionnaire
  /** Those that nothing settles yet. */
  crossings: Crossing[]
}

/**
 * @param base what both started from
 * @param choices whose change stands, by the place of the crossing
 */
export function merged(
  base: Questionnaire,
  mine: Questionnaire,
  theirs: Questionnaire,
  choices: ReadonlyMap<string, Side> = new Map(),
): Merge {
  const crossings: Crossing[] = []
  const cross: Cross = (at, base, mine, theirs) => {
    const place = at.join('\n')
    const side = choices.get(place)
    if (side === undefined) crossings.push({ place, base, mine, theirs })
    return side === 'theirs' ? theirs : mine
  }
  const [was, here, there] = [partsOf(base), partsOf(mine), partsOf(theirs)]
  const both = was && here && there && mergedParts(was, here, there, cross)
  // two questions of one code, say: nothing tells which is which, one of the two drafts stands as it is
  const questionnaire = both ? wholeOf(both) : null
  if (questionnaire) return { questionnaire, crossings }
  crossings.length = 0
  return { questionnaire: mergedValue([], base, mine, theirs, cross, 1) as Questionnaire, crossings }
}

type Cross = <T>(at: readonly string[], base: T, mine: T, theirs: T) => T

function mergedParts(base: Parts, mine: Parts, theirs: Parts, cross: Cross): Parts {
  const around = mergedValue([], base.around, mine.around, theirs.around, cross) as Parts['around']
  const own = new Map<string, Properties>()
  const keys = new Set([...mine.own.keys(), ...theirs.own.keys()])
  for (const key of keys) {
    const value = mergedLine(['part', key], base.own.get(key), mine.own.get(key), theirs.own.get(key), cross)
    if (value !== undefined) own.set(key, value as Properties)
  }
  const holders = new Map<string, string>()
  // what is kept keeps the page and the group around it
  for (const key of own.keys()) {
    const [here, there] = [holderIn(mine, key), holderIn(theirs, key)]
    const holder =
      here === undefined || there === undefined
        ? (here ?? there!)
        : (mergedValue(['holder', key], holderIn(base, key), here, there, cross) as string)
    holders.set(key, holder)
    if (holder !== '' && !own.has(holder)) own.set(holder, (mine.own.get(holder) ?? theirs.own.get(holder))!)
  }
  const orders = new Map<string, string[]>()
  for (const holder of new Set(holders.values())) {
    const lists = [base, mine, theirs].map((parts) =>
      orderIn(parts, holder).filter((key) => holders.get(key) === holder),
    ) as [string[], string[], string[]]
    orders.set(holder, mergedOrder(['order', holder], ...lists, cross))
  }
  return { around, own, orders }
}

/** @param depth how far lists and objects are looked into: below, they stand or fall as a whole */
function mergedValue(
  at: readonly string[],
  base: unknown,
  mine: unknown,
  theirs: unknown,
  cross: Cross,
  depth = Number.POSITIVE_INFINITY,
): unknown {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine
  if (isSame(mine, base)) return theirs
  if (depth > 0) {
    const objects = asObjects([base, mine, theirs])
    if (objects) return mergedObject(at, ...objects, cross, depth - 1)
    const lists = asLists([base, mine, theirs])
    if (lists) return mergedList(at, ...lists, cross)
  }
  return cross(at, base, mine, theirs)
}

type Properties = Record<string, unknown>
type Three<T> = [base: T, mine: T, theirs: T]

/** Three objects; a text in French alone is one beside the same text in several languages. */
function asObjects(values: Three<unknown>): Three<Properties> | null {
  if (values.every(isObject)) return values as Three<Properties>
  const isText = values.some((value) => isObject(value) && typeof value.default === 'string')
  if (!isText || values[1] === undefined || values[2] === undefined) return null
  const texts = values.map((value) => (typeof value === 'string' ? { default: value } : (value ?? {})))
  return texts.every(isObject) ? (texts as Three<Properties>) : null
}

/** Three lists whose lines are told apart; one that was not there is empty. */
function asLists([base = [], mine, theirs]: Three<unknown>): Three<Map<string, unknown>> | null {
  const lists = [base, mine, theirs]
  if (!lists.every(Array.isArray)) return null
  const keyed = lists.map((lines) => new Map(lines.map((line) => [keyOf(line), line])))
  return keyed.every(({ size }, index) => size === lists[index]!.length) ? (keyed as Three<Map<string, unknown>>) : null
}

function mergedObject(
  at: readonly string[],
  base: Properties,
  mine: Properties,
  theirs: Properties,
  cross: Cross,
  depth: number,
): Properties {
  const both: Properties = {}
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = mergedValue([...at, name], base[name], mine[name], theirs[name], cross, depth)
    if (value !== undefined) both[name] = value
  }
  return both
}

function mergedList(
  at: readonly string[],
  base: Map<string, unknown>,
  mine: Map<string, unknown>,
  theirs: Map<string, unknown>,
  cross: Cross,
): unknown[] {
  const kept = new Map<string, unknown>()
  for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
    const value = mergedLine([...at, key], base.get(key), mine.get(key), theirs.get(key), cross)
    if (value !== undefined) kept.set(key, value)
  }
  const lists = [base, mine, theirs].map((lines) => [...lines.keys()].filter((key) => kept.has(key)))
  return mergedOrder([...at, 'order'], ...(lists as Three<string[]>), cross).map((key) => kept.get(key))
}

/** Two new lines of one name are two lines: their properties are not mixed. */
const mergedLine = (at: readonly string[], base: unknown, mine: unknown, theirs: unknown, cross: Cross): unknown =>
  mergedValue(at, base, mine, theirs, cross, base === undefined ? 0 : undefined)

/** Lines that both keep stand in the order of whoever moved them; what one of them added stays after the line it followed. */
function mergedOrder(at: readonly string[], base: string[], mine: string[], theirs: string[], cross: Cross): string[] {
  const isCommon = (key: string) => base.includes(key) && mine.includes(key) && theirs.includes(key)
  const [was, here, there] = [base, mine, theirs].map((keys) => keys.filter(isCommon)) as Three<string[]>
  const isTheirs =
    isSame(here, was) || (!isSame(there, was) && !isSame(here, there) && cross(at, was, here, there) === there)
  const [leading, following] = isTheirs ? [theirs, mine] : [mine, theirs]
  const keys = [...leading]
  let last = -1
  for (const key of following) {
    const place = keys.indexOf(key)
    if (place === -1) keys.splice(++last, 0, key)
    else last = place
  }
  return keys
}

function keyOf(line: unknown): string {
  if (!isObject(line)) return canonical(line)
  const { name, id, value, key, language } = line
  return canonical([name ?? id ?? value ?? key ?? line, language])
}

/** A property that is `undefined` is as one that is not there. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((line, index) => isSame(line, b[index]))
  if (!isObject(a) || !isObject(b)) return false
  return Object.keys({ ...a, ...b }).every((name) => isSame(a[name], b[name]))
}
