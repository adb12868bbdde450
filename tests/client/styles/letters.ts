/**
 * Makes the files of `client/styles/letters/`: of each weight of IBM Plex Sans the letters that French, English and Spanish
 * need, with its kerning and ligatures. `node tests/client/styles/letters.ts` writes them anew.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

type Subset = (font: Buffer, text: string, how: { targetFormat: 'woff2'; keepFeatures: string[] }) => Promise<Buffer>

const packages = createRequire(import.meta.url)
export const weights = [400, 700] as const
const styles = resolve(import.meta.dirname, '../../../client/styles')
export const fileOf = (weight: number) => resolve(styles, `letters/ibm-plex-sans-letters-${weight}.woff2`)
const wholeOf = (weight: number) =>
  packages.resolve(`@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff2`)

/** Characters of the ranges in which the styles ask for the letters, in code order. */
export function letters(): string {
  const css = readFileSync(resolve(styles, 'tokens.css'), 'utf8')
  const [, ranges] = /letters-400\.woff2"\)[^}]*unicode-range:([^;]+);/.exec(css)!
  return ranges!
    .split(',')
    .flatMap((range) => {
      const [from, to = from] = range.trim().replace('U+', '').split('-')
      const first = Number.parseInt(from!, 16)
      return Array.from({ length: Number.parseInt(to!, 16) - first + 1 }, (_, at) => String.fromCodePoint(first + at))
    })
    .join('')
}

export async function made(weight: number): Promise<Buffer> {
  const subset = packages('subset-font') as Subset
  return subset(readFileSync(wholeOf(weight)), letters(), { targetFormat: 'woff2', keepFeatures: ['kern', 'liga'] })
}

if (process.argv[1] === import.meta.filename)
  for (const weight of weights) writeFileSync(fileOf(weight), await made(weight))
