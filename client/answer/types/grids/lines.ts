/** @returns the lines of a grid down to the one asked now; null = all of them */
export function downTo<Row extends { name: unknown }>(
  rows: readonly Row[],
  last: string | null = null,
): readonly Row[] {
  const at = rows.findIndex(({ name }) => String(name) === last)
  return at < 0 ? rows : rows.slice(0, at + 1)
}
