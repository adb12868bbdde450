import fs, { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openKeyring } from '../../../api/keys/keyring.ts'
import type { Disk } from '../../../api/keys/keyring-file.ts'
import { rotated } from '../../../api/keys/rotation.ts'
import { collectionsOn } from '../../../api/store/collection.ts'
import { openStore } from '../../../api/store/open.ts'
import type { Store } from '../../../api/store/store.ts'
import { aPlace, type Place } from '../fixture.ts'

let place: Place
let store: Store
beforeEach(async () => {
  place = aPlace()
  store = await openStore(place.storeUrl)
})
afterEach(async () => {
  await store.close()
  rmSync(place.folder, { recursive: true })
})

/** The real disk, and what was asked of it in order; writes of the store stand among them. */
function recorded() {
  const events: string[] = []
  const names = new Map<number, string>()
  const kind = (path: string) =>
    path === place.keyringPath
      ? 'keyring'
      : path === dirname(place.keyringPath)
        ? 'folder'
        : path.endsWith('.new')
          ? 'draft'
          : path
  const disk: Disk = {
    ...fs,
    openSync: ((path: string, ...rest: [string, number?]) => {
      const descriptor = openSync(path, ...rest)
      names.set(descriptor, kind(path))
      return descriptor
    }) as Disk['openSync'],
    closeSync,
    fsyncSync(descriptor) {
      fs.fsyncSync(descriptor)
      events.push(`fsync ${names.get(descriptor)}`)
    },
    linkSync(from, to) {
      fs.linkSync(from, to)
      events.push('link')
    },
    renameSync(from, to) {
      fs.renameSync(from, to)
      events.push('rename')
    },
  }
  const noted: Store = {
    ...store,
    ...collectionsOn((name) => {
      const documents = store.documents(name)
      const put = async (id: string, value: unknown, expected: number | null) => {
        events.push(`store ${name}`)
        return documents.put(id, value, expected)
      }
      return { ...documents, put }
    }),
  }
  return { events, disk, store: noted }
}

test('the file and then its folder are on the disk before any key is wrapped by it', async () => {
  const { events, disk, store: noted } = recorded()
  await openKeyring(place.keyringPath, noted, { disk })
  const first = events.indexOf('store keys')
  expect(events.slice(0, 4)).toEqual(['store settings', 'fsync draft', 'link', 'fsync folder'])
  expect(first).toBeGreaterThan(3)
})

test('a keyring that was just made by another process is put on the disk before it is used', async () => {
  await (await openKeyring(place.keyringPath, store)).keyFor('garde')
  const { events, disk, store: noted } = recorded()
  const ring = await openKeyring(place.keyringPath, noted, { disk })
  await ring.keyFor('jeunes')
  expect(events).toEqual(['fsync keyring', 'fsync folder', 'store keys'])
})

test('a rotation renames only what is on the disk, and rewraps only once its folder is', async () => {
  await (await openKeyring(place.keyringPath, store)).keyFor('garde')
  const { events, disk, store: noted } = recorded()
  await rotated(place.keyringPath, noted, { now: new Date(), disk })
  expect(events.slice(0, 4)).toEqual(['fsync draft', 'rename', 'fsync folder', 'store keys'])
})

test('normal work never changes the file', async () => {
  const ring = await openKeyring(place.keyringPath, store)
  const before = readFileSync(place.keyringPath)
  for (const slug of ['garde', 'jeunes', 'loisirs']) await ring.keyFor(slug)
  await openKeyring(place.keyringPath, store)
  expect(readFileSync(place.keyringPath).equals(before)).toBe(true)
})

test('when the file cannot be written, the rotation changes nothing, leaves no draft and says what to do', async () => {
  const ring = await openKeyring(place.keyringPath, store)
  const before = readFileSync(place.keyringPath)
  const full: Disk = {
    ...fs,
    fsyncSync() {
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    },
  }
  await expect(rotated(place.keyringPath, store, { now: new Date(), disk: full })).rejects.toThrow(
    /libérez de la place/,
  )
  expect(readFileSync(place.keyringPath).equals(before)).toBe(true)
  expect(fs.readdirSync(place.folder).filter((name) => name.endsWith('.new') || name.endsWith('.lock'))).toEqual([])
  expect(await (await openKeyring(place.keyringPath, store)).keyFor('garde')).toEqual(await ring.keyFor('garde'))
})
