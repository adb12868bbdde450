/**
 * Two people's changes to one questionnaire, put together (a three-way merge). Lists are matched by what names their lines:
 * a question by its code, an answer by its value, an indicator by its id.
 */
import { canonical } from '../canonical.ts'
import { elementsIn, isObject, pathOf } from '../questionnaire/elements.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'

/** Both changed the same place, each in their own way. */
class Crossing extends Error {}

/**
 * @param base what both started from
 * @returns null when the changes cross: the same text changed twice, a question changed here and removed there, one code for
 *   two new questions
 */
export function merged(base: Questionnaire, mine: Questionnaire, theirs: Questionnaire): Questionnaire | null {
  try {
    const both = mergedValue(base, mine, theirs) as Questionnaire
    // the same question, moved to two pages
    const paths = elementsIn(both.definition).map(pathOf)
    return new Set(paths).size === paths.length ? both : null
  } catch (error) {
    if (error instanceof Crossing) return null
    throw error
  }
}

function mergedValue(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine
  if (isSame(mine, base)) return theirs
  if (isObject(base) && isObject(mine) && isObject(theirs)) return mergedObject(base, mine, theirs)
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) return mergedList(base, mine, theirs)
  throw new Crossing()
}

type Properties = Record<string, unknown>

function mergedObject(base: Properties, mine: Properties, theirs: Properties): Properties {
  const both: Properties = {}
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = mergedValue(base[name], mine[name], theirs[name])
    if (value !== undefined) both[name] = value
  }
  return both
}

/** Lines that both keep stand in the order of whoever moved them; what one of them added stays after the line it followed. */
function mergedList(base: unknown[], mine: unknown[], theirs: unknown[]): unknown[] {
  const [inBase, inMine, inTheirs] = [byKey(base), byKey(mine), byKey(theirs)]
  const kept = new Map<string, unknown>()
  for (const key of new Set([...inMine.keys(), ...inTheirs.keys()])) {
    const value = mergedValue(inBase.get(key), inMine.get(key), inTheirs.get(key))
    if (value !== undefined) kept.set(key, value)
  }

  const common = (lines: Map<string, unknown>) =>
    [...lines.keys()].filter((key) => inBase.has(key) && inMine.has(key) && inTheirs.has(key))
  const order = mergedValue(common(inBase).join('\n'), common(inMine).join('\n'), common(inTheirs).join('\n'))
  const [leading, following] = order === common(inTheirs).join('\n') ? [inTheirs, inMine] : [inMine, inTheirs]
  const keys = [...leading.keys()].filter((key) => kept.has(key))
  let last = -1
  for (const key of following.keys()) {
    if (!kept.has(key)) continue
    const at = keys.indexOf(key)
    if (at === -1) keys.splice(++last, 0, key)
    else last = at
  }
  return keys.map((key) => kept.get(key))
}

/** @throws Crossing when two lines bear the same key: nothing says which is which */
function byKey(lines: readonly unknown[]): Map<string, unknown> {
  const keyed = new Map(lines.map((line) => [keyOf(line), line]))
  if (keyed.size !== lines.length) throw new Crossing()
  return keyed
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
