/** What every recipe needs: its arguments, its figures in words, its tables as text. */
import { CommandError } from '../../cli/command.ts'
import type { Estimate, MaybeEstimate } from '../estimates/estimate.ts'
import { cell, count, percent, span } from '../text/format.ts'

export type Given = { words: string[]; options: ReadonlyMap<string, string> }

/**
 * Words, then options `name=value`.
 *
 * @param least fewest words
 * @throws CommandError with `usage` when words are missing, or an option is not one of `known`
 */
export function givenIn(args: readonly string[], usage: string, least: number, known: readonly string[] = []): Given {
  const isOption = (word: string) => /^[a-z]+=/.test(word)
  const options = new Map(
    args.filter(isOption).map((word): [string, string] => {
      const at = word.indexOf('=')
      return [word.slice(0, at), word.slice(at + 1)]
    }),
  )
  const words = args.filter((word) => !isOption(word))
  const strange = [...options.keys()].find((name) => !known.includes(name))
  if (words.length < least || strange !== undefined)
    throw new CommandError(
      `${strange === undefined ? '' : `« ${strange} » n’est pas une option de ce script. `}Usage : npm run analyse -- ${usage}`,
    )
  return { words, options }
}

/** « oui,parfois » → the two answers. */
export const answersIn = (word: string): string[] => word.split(',')

/** « 42 % (36 – 48 %, 212 réponses) ». */
export function figure(estimate: MaybeEstimate): string {
  if (estimate.value === null) return cell(estimate)
  return `${percent(estimate.value)} (${span(estimate)} ; ${count(estimate.base)})`
}

/** « +4 points (−1 à +9) ». */
export function points({ value, low, high }: Pick<Estimate, 'value' | 'low' | 'high'>): string {
  const signed = (one: number) => {
    const rounded = Math.round(one * 100)
    return `${rounded < 0 ? '−' : rounded > 0 ? '+' : ''}${count(Math.abs(rounded))}`
  }
  return `${signed(value)} points (${signed(low)} à ${signed(high)})`
}

/** A p-value with two digits that count. */
export const chanceText = (p: number): string =>
  p < 0.0001 ? 'p < 0,0001' : `p = ${p.toPrecision(2).replace('.', ',')}`

/** Columns side by side, each as wide as its widest cell. */
export function tableText(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, ...rows]
  const widths = heads.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  const written = lines.map((line) =>
    line
      .map((text, at) => text.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  )
  return `${[written[0]!, widths.map((width) => '─'.repeat(width)).join('  '), ...written.slice(1)].join('\n')}\n`
}
