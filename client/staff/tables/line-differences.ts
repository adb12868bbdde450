/** What an older version of a table has and today’s has not, line by line: lines are known by their first cells. */
import { folded } from '../../../surveys/wording/folded.ts'

export type Difference =
  | { kind: 'added' | 'removed'; line: readonly string[] }
  /** `changes`: of each column that differs, what the older version said and what today’s says. */
  | { kind: 'changed'; line: readonly string[]; changes: { column: number; before: string; after: string }[] }

/**
 * @param then lines of the older version
 * @param now lines of the version in force
 * @returns from the older one to today’s, in the order of today’s; what is gone comes last
 */
export function differencesOf(then: readonly string[][], now: readonly string[][]): Difference[] {
  const keys = keyColumns([then, now])
  const keyOf = (line: readonly string[]) => JSON.stringify(line.slice(0, keys).map(plain))
  const [old, current] = [byKey(then, keyOf), byKey(now, keyOf)]
  const here = [...current].flatMap(([key, line]): Difference[] => {
    const earlier = old.get(key)
    if (earlier === undefined) return [{ kind: 'added', line }]
    const changes = line.flatMap((cell, column) =>
      plain(cell) === plain(earlier[column] ?? '') ? [] : [{ column, before: earlier[column] ?? '', after: cell }],
    )
    return changes.length === 0 ? [] : [{ kind: 'changed', line, changes }]
  })
  const gone = [...old].filter(([key]) => !current.has(key))
  return [...here, ...gone.map(([, line]): Difference => ({ kind: 'removed', line }))]
}

/** A number is the same however it is spaced, a word however it is accented or written in capitals; a code begins with a zero. */
function plain(cell: string): string {
  const text = folded(cell)
  return /^(0|[1-9][\d ]*)([.,]\d+)?$/.test(text) ? String(Number(text.replaceAll(' ', '').replace(',', '.'))) : text
}

/** As few of the first columns as tell every line of a table from the others; all of them where none do. */
function keyColumns(tables: readonly (readonly string[][])[]): number {
  const width = Math.max(0, ...tables.flat().map(({ length }) => length))
  const tells = (count: number) =>
    tables.every(
      (lines) => new Set(lines.map((line) => JSON.stringify(line.slice(0, count).map(plain)))).size === lines.length,
    )
  for (let count = 1; count < width; count++) if (tells(count)) return count
  return width
}

const byKey = (lines: readonly string[][], keyOf: (line: readonly string[]) => string) =>
  new Map(lines.map((line) => [keyOf(line), line]))
