import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { backupsBeside, ledgerBeside, readLedger } from '../../../api/erasure/ledger-file.ts'
import { openMaster } from '../../../api/keys/keyring.ts'
import { openBackup } from '../../../api/operations/backup-file.ts'
import { documentsOf, documentsVersion } from '../../../api/operations/documents-version.ts'
import { readResponses } from '../../../api/responses/responses.ts'
import { tombstonesIn } from '../../../api/responses/tombstones.ts'
import { openStore } from '../../../api/store/open.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { aPlace, type Place } from '../fixture.ts'

const fixture = resolve(import.meta.dirname, '../../fixtures/store-1')
const opener = join(import.meta.dirname, 'upgrade-once.ts')
const now = () => new Date('2026-06-01T08:00:00Z')
const options = { standaloneAccepted: true }

/** The store an earlier version left: 9 responses, 3 withdrawn, a journal, codes; and as many withdrawals more. */
async function anOldStore(url: string | null, withdrawals: number): Promise<Place> {
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

async function isUpgraded(place: Place, withdrawals: number): Promise<void> {
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

const backupsOf = ({ keyringPath }: Place) =>
  readdirSync(backupsBeside(keyringPath)).filter((name) => name.endsWith('.ctg'))

test('a store of an earlier version is backed up, verified, and brought up to date with everything it had', async () => {
  const place = await anOldStore(null, 0)
  const said: string[] = []
  await (await openContext({ ...place, ...options }, now, (sentence) => said.push(sentence))).close()
  expect(said.join()).toMatch(/Mise à jour de la base : une sauvegarde vérifiée est dans/)
  await isUpgraded(place, 0)
  const [file, ...more] = backupsOf(place)
  expect(more).toEqual([])
  const { manifest } = openBackup(join(backupsBeside(place.keyringPath), file!), openMaster(place.keyringPath))
  expect(manifest).toMatchObject({ documents: 0, tallies: { 'responses garde': { count: 9 } } })
  rmSync(place.folder, { recursive: true })
})

test('documents of a newer version are refused in one sentence, and left as they are', async () => {
  const place = await anOldStore(null, 0)
  const store = await openStore(place.storeUrl)
  await store.collection('settings').put('documents', { version: documentsVersion + 1 }, null)
  await store.close()
  const before = readFileSync(join(place.dataDir, 'questionnaires.db'))
  await expect(openContext(place, now)).rejects.toThrow(/version plus récente .* rien n’a été modifié/)
  expect(readFileSync(join(place.dataDir, 'questionnaires.db')).equals(before)).toBe(true)
  rmSync(place.folder, { recursive: true })
})

/** @returns how many of the kills came before the end */
async function killed(place: Place, kills: number, longestMs: number): Promise<number> {
  let early = 0
  for (let kill = 0; kill < kills; kill++) {
    const flags = ['--disable-warning=ExperimentalWarning', opener, place.storeUrl, place.keyringPath]
    const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] })
    let isOpen = false
    child.stdout.on('data', () => {
      isOpen = true
    })
    const ended = once(child, 'exit')
    await Promise.race([ended, pause((longestMs * (kill + 1)) / kills)])
    child.kill('SIGKILL')
    await ended
    if (!isOpen) early++
  }
  return early
}

const withdrawals = 400

test('killed at thirty points of the change, a SQLite store loses nothing and ends it once', async () => {
  const place = await anOldStore(null, withdrawals)
  const early = await killed(place, 30, 4_000)
  console.info(`SQLite: ${early} of 30 kills came before the end`)
  expect(early).toBeGreaterThan(5)
  await isUpgraded(place, withdrawals)
  expect(backupsOf(place).length).toBeLessThanOrEqual(2)
  rmSync(place.folder, { recursive: true })
}, 300_000)

const server = await startMongodb()
describe.skipIf(server === null)('on a server that speaks the MongoDB protocol', () => {
  afterAll(() => server?.stop())

  test('killed at thirty points of the change, a MongoDB store loses nothing and ends it once', async () => {
    const place = await anOldStore(`${server!.url}upgrade_${process.pid}`, withdrawals)
    const early = await killed(place, 30, 6_000)
    console.info(`MongoDB: ${early} of 30 kills came before the end`)
    expect(early).toBeGreaterThan(5)
    await isUpgraded(place, withdrawals)
    rmSync(place.folder, { recursive: true })
  }, 300_000)
})
