/** A store that an earlier version of the program left, opened by processes that are killed, and what it must have in the end. */
import { chmodSync, copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { backupsBeside, ledgerBeside, readLedger } from '../../../api/erasure/ledger-file.ts'
import { documentsOf, documentsVersion } from '../../../api/operations/documents-version.ts'
import { readResponses } from '../../../api/responses/responses.ts'
import { tombstonesIn } from '../../../api/responses/tombstones.ts'
import { openStore } from '../../../api/store/open.ts'
import { aPlace, type Place } from '../fixture.ts'
import { killedAt } from '../keys/killed-at.ts'

const fixture = resolve(import.meta.dirname, '../../fixtures/store-1')
const opener = join(import.meta.dirname, 'upgrade-once.ts')
export const now = () => new Date('2026-06-01T08:00:00Z')

/** The store an earlier version left: 9 responses, 3 withdrawn, a journal, codes; and as many withdrawals more. */
export async function anOldStore(url: string | null, withdrawals: number): Promise<Place> {
  const place = aPlace()
  mkdirSync(place.dataDir, { recursive: true, mode: 0o700 })
  copyFileSync(join(fixture, 'keyring.json'), place.keyringPath)
  // a fresh copy of the repository leaves it open to others
  chmodSync(place.keyringPath, 0o600)
  const base = join(place.dataDir, 'questionnaires.db')
  copyFileSync(join(fixture, 'questionnaires.db'), base)
  const file = await openStore(place.storeUrl)
  const store = url ? await openStore(url) : file
  if (url) for await (const page of file.dump()) await store.load(page)
  for (let index = 0; index < withdrawals; index++)
    await tombstonesIn(store).put(`withdrawn-${index}`, { questionnaire: 'garde' }, null)
  await file.close()
  if (url) await store.close()
  return { ...place, ...(url ? { storeUrl: url } : {}) }
}

export async function isUpgraded(place: Place, withdrawals: number): Promise<void> {
  const context = await openContext(place, now)
  expect(await documentsOf(context.store)).toBe(documentsVersion)
  const texts = []
  for await (const block of readResponses(context.store, context.keyring, 'garde'))
    texts.push(...block.map(({ answers }) => answers.pourquoi))
  expect(texts).toEqual(['03', '04', '05', '06', '07', '08', '09', '10', '11'].map((number) => `raison ${number}`))
  expect((await context.audit.verify()).faults).toEqual([])
  expect(await context.store.codes.counts('garde')).toEqual([{ batch: 'lot-1', codes: 2, spent: 0 }])
  expect(await context.ledger.open()).toBe(0)
  const ids = readLedger(ledgerBeside(place.keyringPath))!.entries.map(({ id }) => id)
  expect(ids).toHaveLength(withdrawals + 3)
  expect(new Set(ids).size).toBe(ids.length)
  await context.close()
}

export const backupsOf = ({ keyringPath }: Place) =>
  readdirSync(backupsBeside(keyringPath)).filter((name) => name.endsWith('.ctg'))

/** The first kills fall into the backup, each later one a write further into the move of the withdrawals. */
const kills = 30
/** More than thirty openings can move before they die. */
export const withdrawals = 110

/**
 * Kills what opens the store thirty times, at each start one step later: the points are those of the writes, whatever the speed of
 * the machine.
 *
 * @returns after how many kills the ledger held some of the old withdrawals but not all
 */
export async function killedThirtyTimes(place: Place): Promise<number> {
  let midway = 0
  for (let step = 0; step < kills; step++) {
    expect(await killedAt(step, place, opener), `the opening lives past step ${step}`).toBe(true)
    const written = readLedger(ledgerBeside(place.keyringPath))?.entries.length ?? 0
    if (written > 0 && written < withdrawals + 3) midway++
  }
  return midway
}
