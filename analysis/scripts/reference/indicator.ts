/** Indicators such as `awards=='Yes'`, `nenf>=1`, `zone %in% c('Sud','Est') & acm==1`, as zeros and ones. */
import { type Data, isText, labels } from './file.ts'

type Test = (label: string, text: boolean) => boolean

const unquote = (word: string) => word.trim().replace(/^(['"])(.*)\1$/, '$2')

const comparisons: Record<string, (a: number | string, b: number | string) => boolean> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
}

/** One number per row: 1, 0, or NaN where a column that decides is missing. */
export function indicator(data: Data, expression: string): Float64Array {
  const any = expression.split(/\|\|?/).map((alternative) => alternative.split(/&&?/).map((part) => single(data, part)))
  return Float64Array.from({ length: data.rows }, (_, row) => {
    let unknown = false
    for (const all of any) {
      const parts = all.map((part) => part[row]!)
      if (parts.every((value) => value === 1)) return 1
      if (!parts.includes(0)) unknown = true
    }
    return unknown ? Number.NaN : 0
  })
}

function single(data: Data, part: string): Float64Array {
  const { name, test } = read(part)
  const text = isText(data, name)
  return Float64Array.from(labels(data, name), (label) => (label === null ? Number.NaN : test(label, text) ? 1 : 0))
}

function read(part: string): { name: string; test: Test } {
  const among = /^\s*\(?\s*([\w.]+)\s*%in%\s*c?\(([^)]*)\)\s*\)?\s*$/.exec(part)
  if (among) {
    const values = new Set(among[2]!.split(',').map(unquote))
    return { name: among[1]!, test: (label) => values.has(label) }
  }
  const compared = /^\s*\(?\s*([\w.]+)\s*(==|!=|>=|<=|>|<)\s*('[^']*'|"[^"]*"|[-\w.]+)\s*\)?\s*$/.exec(part)
  if (!compared) throw new RangeError(`indicator not understood: ${part}`)
  const [, name, sign, right] = compared as unknown as [string, string, string, string]
  const wanted = unquote(right)
  const compare = comparisons[sign]!
  return {
    name,
    test: (label, text) =>
      text || !Number.isFinite(Number(wanted)) ? compare(label, wanted) : compare(Number(label), Number(wanted)),
  }
}
