/** Paths through a questionnaire: who is asked a question said something before, so that how many answered tells how many said it. */
import type { Path, Row } from './knowledge.ts'

export type PathRow = Row & { path: Path }

/** Traits that name neither an answer nor a group of a closed list. */
const otherTraits: readonly string[] = ['question', 'silence', 'demi_heure', 'classe']

type Key = { key: string; universe: string; where: string; answer: string | null }

/** Universes that a path ties to this one, itself included. */
export function tiedTo(universe: string, paths: readonly Path[]): Set<string> {
  const tied = paths.filter(({ inner, outer }) => inner === universe || outer === universe)
  return new Set([universe, ...tied.flatMap(({ inner, outer }) => [inner, outer])])
}

/**
 * Universes whose answers are not all told, of everybody: how many were asked a question that comes after them would tell more.
 *
 * @param counts by key; null = hidden
 */
export function untoldIn(counts: Readonly<Record<string, number | null>>): Set<string> {
  const hidden = Object.entries(counts).filter(([, count]) => count === null)
  return new Set(
    hidden.flatMap(([key]) => {
      const { universe, where, answer } = parsed(key) ?? {}
      return universe !== undefined && where === '' && answer !== null ? [universe] : []
    }),
  )
}

/**
 * What readers of some figures know of each group by these paths.
 *
 * @param keys of the counts, as `keyOf` writes them
 * @param name under which a key goes in the rows
 * @returns rows that hold for the true counts, the later question first in each
 */
export function pathRows(
  paths: readonly Path[],
  keys: Iterable<string>,
  name: (key: string) => string = (key) => key,
): PathRow[] {
  const known = new Map<string, Key[]>()
  const there = new Set<string>()
  for (const text of keys) {
    there.add(text)
    const key = parsed(text)
    if (key && !known.has(key.universe)) known.set(key.universe, [])
    if (key) known.get(key.universe)!.push(key)
  }
  return paths
    .flatMap((path) => {
      const answers = (known.get(path.outer) ?? []).filter(({ answer }) => answer !== null)
      const bases = [...known].flatMap(([universe, own]) =>
        universe === path.inner || universe.startsWith(`${path.inner}:`)
          ? own.filter(({ answer }) => answer === null)
          : [],
      )
      return bases.flatMap((base) => rowsOf(path, base, answers, there)).map((row) => ({ ...row, path }))
    })
    .map((row) => ({ ...row, terms: row.terms.map(([key, coefficient]) => [name(key), coefficient] as const) }))
}

/** A base, or an answer in a group; null for other kinds of keys. */
function parsed(key: string): Key | null {
  const [universe = '', ...traits] = key.split('|')
  const where: string[] = []
  let answer: string | null = null
  for (const trait of traits) {
    const [path = '', value = ''] = trait.split('=', 2)
    if (otherTraits.includes(path) || (path === 'reponse' && answer !== null)) return null
    if (path === 'reponse') answer = value
    else where.push(trait)
  }
  return { key, universe, where: where.sort().join('|'), answer }
}

/** At most as many in the later base as said it, and as did not say the contrary. */
function rowsOf(path: Path, base: Key, answers: readonly Key[], there: ReadonlySet<string>): Row[] {
  const { outer, among, without, answered, exclusive, times, sheets } = path
  const own = answers.filter(({ where }) => where === base.where)
  const keysOf = (wanted: readonly string[]) =>
    wanted.flatMap((value) => own.find(({ answer }) => answer === value)?.key ?? [])
  const said = among && keysOf(among)
  const rows = said && said.length === among.length ? [atMost(base.key, times, said, [])] : []
  const all = [answered ? outer : sheets, base.where].filter((part) => part !== '').join('|')
  const contrary = exclusive
    ? [keysOf(path.answers.filter((value) => without.includes(value) || (among && !among.includes(value))))]
    : keysOf(without).map((key) => [key])
  if (there.has(all)) for (const keys of contrary) if (keys.length > 0) rows.push(atMost(base.key, times, [all], keys))
  return rows
}

/** inner ≤ times × (Σ outer − Σ contrary). */
const atMost = (inner: string, times: number, outer: readonly string[], contrary: readonly string[]): Row => ({
  terms: [[inner, 1], ...outer.map((key) => [key, -times] as const), ...contrary.map((key) => [key, times] as const)],
  low: Number.NEGATIVE_INFINITY,
  high: 0,
  sure: false,
})
