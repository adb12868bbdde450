/** A store that an earlier version of the program left, opened by processes that are killed, and what it must have in the end. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { backupsBeside, ledgerBeside, readLedger } from '../../../api/erasure/ledger-file.ts'
import { documentsOf, documentsVersion } from '../../../api/operations/documents-version.ts'
import { readResponses } from '../../../api/responses/responses.ts'
import { tombstonesIn } from '../../../api/responses/tombstones.ts'
import { openStore } from '../../../api/store/open.ts'
import { aPlace, type Place } from '../fixture.ts'

const fixture = resolve(import.meta.dirname, '../../fixtures/store-1')
const opener = join(import.meta.dirname, 'upgrade-once.ts')
export const now = () => new Date('2026-06-01T08:00:00Z')
export const options = { standaloneAccepted: true }

/** The store an earlier version left: 9 responses, 3 withdrawn, a journal, codes; and as many withdrawals more. */
export async function anOldStore(url: string | null, withdrawals: number): Promise<Place> {
  const place = aPlace()
  mkdirSync(place.dataDir, { recursive: true, mode: 0o700 })
  copyFileSync(join(fixture, 'keyring.json'), place.keyringPath)
  const base = join(place.dataDir, 'questionnaires.db')
  copyFileSync(join(fixture, 'questionnaires.db'), base)
  const file = await openStore(place.storeUrl, options)
  const store = url ? await openStore(url, options) : file
  if (url) for await (const page of file.dump()) await store.load(page)
  for (let index = 0; index < withdrawals; index++)
    await tombstonesIn(store).put(`withdrawn-${index}`, { questionnaire: 'garde' }, null)
  await file.close()
  if (url) await store.close()
  return { ...place, ...(url ? { storeUrl: url } : {}) }
}

export async function isUpgraded(place: Place, withdrawals: number): Promise<void> {
  const context = await openContext({ ...place, ...options }, now)
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

/**
 * Kills what opens the store at evenly spread moments of the time it takes.
 *
 * @param whole a store like it, opened once to know that time
 * @returns after how many kills the ledger held some of the old withdrawals but not all
 */
export async function killed(place: Place, whole: Place, kills: number, withdrawals: number): Promise<number> {
  const start = performance.now()
  await once(opening(whole), 'exit')
  const wholeMs = performance.now() - start
  let midway = 0
  for (let kill = 0; kill < kills; kill++) {
    const child = opening(place)
    const ended = once(child, 'exit')
    await Promise.race([ended, pause((wholeMs * (kill + 1)) / kills)])
    child.kill('SIGKILL')
    await ended
    const written = readLedger(ledgerBeside(place.keyringPath))?.entries.length ?? 0
    if (written > 0 && written < withdrawals + 3) midway++
  }
  return midway
}

const opening = ({ storeUrl, keyringPath }: Place) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', opener, storeUrl, keyringPath], {
    stdio: 'inherit',
  })
