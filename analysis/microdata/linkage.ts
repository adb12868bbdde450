/** How many rows of one export somebody could find again in another, by their values alone. */

/** @returns rows that are alone in the first and alone in the second, with the same values */
export function joinable(first: readonly object[], second: readonly object[]): number {
  const there = alone(second)
  return [...alone(first)].filter((row) => there.has(row)).length
}

function alone(rows: readonly object[]): Set<string> {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const values = canonical(row)
    counts.set(values, (counts.get(values) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count === 1).map(([values]) => values))
}

/** The order of keys says nothing; that of ticked boxes neither. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return `{${Object.entries(value)
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`)
    .toSorted()
    .join(',')}}`
}
