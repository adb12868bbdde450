/** The `@example` of a docstring: lines of code, the last with its value after `// →`. */

/** Code under a function's `@example`; null when it has none. */
export type Documented = { name: string; returns: string; docs: string; code: string | null }

const declaration =
  /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export function (\w+)[^(]*(\([\s\S]*?\n?\)): ([\s\S]*?) \{\n/g

/** The exported functions of a TypeScript source that say what they return. */
export function documentedIn(source: string): Documented[] {
  return [...source.matchAll(declaration)].map(([, docs = '', name, , returns]) => {
    const found = /@example\n([\s\S]*?)(?=\n \* @|\n? ?$)/.exec(docs)
    const code = found ? found[1]!.replace(/^ \* ?/gm, '').trim() : null
    return { name: name!, returns: returns!, docs, code }
  })
}

/** Runs an example. @returns what it gives, what it says it gives, and how far two numbers may be apart: half of the last digit written */
export function run(code: string, scope: Record<string, unknown>): { given: unknown; said: unknown; apart: number } {
  const lines = code.split('\n')
  const [last, value] = lines.pop()!.split(' // → ')
  if (value === undefined) throw new RangeError(`an example ends with « // → value »: ${last}`)
  const evaluated = (text: string) => new Function(...Object.keys(scope), text)(...Object.values(scope))
  const decimals = Math.max(0, ...[...value.matchAll(/\.(\d+)/g)].map(([, digits]) => digits!.length))
  return {
    given: evaluated(`${lines.join('\n')}\nreturn ${last}`),
    said: evaluated(`return ${value.startsWith('{') ? `(${value})` : value}`),
    apart: 0.5 * 10 ** -decimals,
  }
}
