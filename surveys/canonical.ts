/**
 * JSON with its keys sorted at every depth and nothing undefined: the same content has the same text, whatever order it
 * was typed in. Digests rest on it: it never changes.
 *
 * @example canonical({ b: 1, a: [null] }) → '{"a":[null],"b":1}'
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts: string[] = []
  for (const name of Object.keys(value).sort()) {
    const content = (value as Record<string, unknown>)[name]
    if (content !== undefined) parts.push(`${JSON.stringify(name)}:${canonical(content)}`)
  }
  return `{${parts.join(',')}}`
}
