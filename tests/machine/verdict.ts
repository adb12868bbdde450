/** The one line in which a trial says how it ended: PASS or FAIL, its name, and its numbers. */
export function verdict(name: string, isHeld: boolean, numbers: Record<string, number | string>): boolean {
  const text = Object.entries(numbers).map(([what, value]) => `${shown(value)} ${what}`)
  process.stdout.write(`${isHeld ? 'PASS' : 'FAIL'} ${name}: ${text.join(', ')}\n`)
  return isHeld
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 })
const shown = (value: number | string) => (typeof value === 'number' ? number.format(value) : value)

/** The value below which a share of them lies; 0 when there is none. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
