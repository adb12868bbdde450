import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { backupsBeside } from '../../../api/erasure/ledger-file.ts'
import { openMaster } from '../../../api/keys/keyring.ts'
import { openBackup } from '../../../api/operations/backup-file.ts'
import { documentsOf, documentsVersion } from '../../../api/operations/documents-version.ts'
import { upgradeDocuments } from '../../../api/operations/upgrade.ts'
import { receive } from '../../../api/responses/responses.ts'
import { openStore } from '../../../api/store/open.ts'
import { aPlace, aSentResponse, type Place, smallQuestionnaire } from '../fixture.ts'

const now = () => new Date('2026-06-01T08:00:00Z')
let place: Place
beforeEach(async () => {
  place = aPlace()
  const context = await openContext(place, now)
  await context.questionnaires.loadFounding([smallQuestionnaire])
  for (let number = 0; number < 3; number++) await receive(context, aSentResponse())
  await context.close()
})
afterEach(() => rmSync(place.folder, { recursive: true }))

test('a made-up change of documents, cut at each of its writes, comes after one verified backup and ends once', async () => {
  const context = await openContext(place, now)
  const folder = backupsBeside(place.keyringPath)
  const all = context.store.documents<{ by: number }>('made-up')
  let left = 0
  const write = async (id: string) => {
    if (left-- === 0) throw new Error('cut')
    await all.put(id, { by: 2 }, null)
  }
  const steps = {
    1: async () => {
      for (const id of ['a', 'b', 'c']) await write(id)
    },
  }
  const said: string[] = []
  const upgraded = () =>
    upgradeDocuments(context, { folder, days: 30, now, warn: (sentence) => said.push(sentence) }, steps, 2)
  for (const writes of [0, 1, 2]) {
    left = writes
    await expect(upgraded()).rejects.toThrow('cut')
    expect(await documentsOf(context.store)).toBe(1)
  }
  left = 3
  await upgraded()
  await upgraded()
  expect(await documentsOf(context.store)).toBe(2)
  expect((await all.list()).map(({ id, revision }) => [id, revision])).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 1],
  ])
  const [file, ...more] = readdirSync(folder).filter((name) => name.endsWith('.ctg'))
  expect(more).toEqual([])
  expect(said).toEqual([expect.stringMatching(/Mise à jour de la base : une sauvegarde vérifiée est dans/)])
  const { manifest } = openBackup(join(folder, file!), openMaster(place.keyringPath))
  expect(manifest).toMatchObject({ documents: 1, tallies: { 'responses garde': { count: 3 } } })
  expect(Object.keys(manifest.tallies)).not.toContain('made-up')
  await context.close()
})

test('documents of a newer version are refused in one sentence, and left as they are', async () => {
  const store = await openStore(place.storeUrl)
  const marks = store.documents('settings')
  const { revision } = (await marks.get('documents'))!
  await marks.put('documents', { version: documentsVersion + 1 }, revision)
  await store.close()
  const base = () => readFileSync(join(place.dataDir, 'questionnaires.db'))
  const before = base()
  await expect(openContext(place, now)).rejects.toThrow(/version plus récente .* rien n’a été modifié/)
  expect(base().equals(before)).toBe(true)
})
