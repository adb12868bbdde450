import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { backupsBeside } from '../../../api/erasure/ledger-file.ts'
import { openMaster } from '../../../api/keys/keyring.ts'
import { openBackup } from '../../../api/operations/backup-file.ts'
import { documentsVersion } from '../../../api/operations/documents-version.ts'
import { openStore } from '../../../api/store/open.ts'
import { anOldStore, backupsOf, isUpgraded, killedThirtyTimes, now, withdrawals } from './old-store.ts'

test('a store of an earlier version is backed up, verified, and brought up to date with everything it had', async () => {
  const place = await anOldStore(null, 0)
  const said: string[] = []
  await (await openContext(place, now, (sentence) => said.push(sentence))).close()
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
  await store.documents('settings').put('documents', { version: documentsVersion + 1 }, null)
  await store.close()
  const before = readFileSync(join(place.dataDir, 'questionnaires.db'))
  await expect(openContext(place, now)).rejects.toThrow(/version plus récente .* rien n’a été modifié/)
  expect(readFileSync(join(place.dataDir, 'questionnaires.db')).equals(before)).toBe(true)
  rmSync(place.folder, { recursive: true })
})

test('killed at thirty points of the change, a SQLite store loses nothing and ends it once', async () => {
  const place = await anOldStore(null, withdrawals)
  const midway = await killedThirtyTimes(place)
  console.info(`SQLite: ${midway} of 30 kills fell between two withdrawals`)
  expect(midway).toBeGreaterThan(10)
  await isUpgraded(place, withdrawals)
  rmSync(place.folder, { recursive: true })
}, 300_000)
