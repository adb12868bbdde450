/** Stops a draft too large or too deep to be reviewed, before anything else walks through it. */
import type { Issue } from './issue.ts'

const most = { depth: 30, parts: 60_000, signs: 300_000 }

/**
 * Walks any JSON value without recursion, and no further than the limits.
 *
 * @returns one issue, or null when the value can be checked
 */
export function sizeIssue(value: unknown): Issue | null {
  let signs = 0
  let parts = 0
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  while (open.length > 0) {
    const { value: part, depth } = open.pop()!
    if (++parts > most.parts || signs > most.signs) return tooLarge
    if (typeof part === 'string') signs += part.length
    if (typeof part !== 'object' || part === null) continue
    if (depth > most.depth) return tooDeep
    const entries = Array.isArray(part) ? part : Object.values(part)
    if (entries.length > most.parts) return tooLarge
    for (const inner of entries) open.push({ value: inner, depth: depth + 1 })
  }
  return null
}

const stop = (code: string, message: string): Issue => ({ level: 'error', path: '', code, message })
const tooLarge = stop(
  'size',
  'Ce questionnaire est trop grand pour être vérifié\u202f: retirer des questions ou des réponses proposées, ou le partager en deux.',
)
const tooDeep = stop(
  'depth',
  'Ce questionnaire emboîte trop de groupes les uns dans les autres\u202f: les mettre à plat.',
)
