/** Counts and digests of what is stored, by collection: two stores with the same tallies hold the same records. */
import { createHash } from 'node:crypto'
import type { StoredRecord } from '../store/store.ts'
import { lineOf } from './record-line.ts'

export type Tally = { count: number; digest: string }
export type Tallies = Record<string, Tally>

/** `document tables`, `codes familles`, `responses familles`. */
export const collectionOf = (record: StoredRecord): string => {
  if (record.kind === 'document') return `document ${record.collection}`
  return record.kind === 'code' ? `codes ${record.questionnaire}` : `responses ${record.row.questionnaire}`
}

/** The sum of the digests of the records: the same in whatever order a store gives them. */
export function tallying() {
  const sums = new Map<string, { count: number; sum: bigint }>()
  return {
    add(records: readonly StoredRecord[]): void {
      for (const record of records) {
        const name = collectionOf(record)
        const { count, sum } = sums.get(name) ?? { count: 0, sum: 0n }
        sums.set(name, { count: count + 1, sum: BigInt.asUintN(256, sum + digestOf(record)) })
      }
    },
    tallies: (): Tallies =>
      Object.fromEntries(
        [...sums]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, { count, sum }]) => [name, { count, digest: sum.toString(16).padStart(64, '0') }]),
      ),
  }
}

const digestOf = (record: StoredRecord) => BigInt(`0x${createHash('sha256').update(lineOf(record)).digest('hex')}`)

/** Names of the collections in which two stores differ. */
export const differences = (left: Tallies, right: Tallies): string[] =>
  [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (name) => left[name]?.count !== right[name]?.count || left[name]?.digest !== right[name]?.digest,
  )
