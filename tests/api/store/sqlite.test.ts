import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { openSqlite, pathOf } from '../../../api/store/sqlite.ts'
import { migrate, shapeCopiesOf } from '../../../api/store/sqlite-shape.ts'
import { type Store, StoreUnavailable } from '../../../api/store/store.ts'
import { Fault } from '../../../cli/fault.ts'
import { aRow, storeContract } from '../../store-contract.ts'
import { killedAt } from '../keys/killed-at.ts'
import { madeUpShape2 } from './made-up-shape.ts'

storeContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ctg-sqlite-'))
  return {
    open: (warn) => openSqlite(join(folder, 'base.db'), warn),
    discard: async () => rmSync(folder, { recursive: true }),
  }
})

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ctg-sqlite-'))
  path = join(folder, 'new', 'base.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the base and its folder can be read by their owner alone', async () => {
  const store = await openSqlite(path)
  await store.responses.insert(aRow())
  for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'new')).mode & 0o777).toBe(0o700)
  await store.close()
})

test('a base left open to others is closed to them at start', async () => {
  await (await openSqlite(path)).close()
  chmodSync(path, 0o644)
  await (await openSqlite(path)).close()
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('what is damaged is refused in one sentence and left as it is', async () => {
  const store = await openSqlite(path)
  for (let index = 0; index < 50; index++) await store.responses.insert(aRow())
  await store.close()
  const whole = readFileSync(path)
  const torn = Buffer.from(whole)
  torn.fill(0x5a, 4096 * 2, 4096 * 4)
  const damages: [string, () => void][] = [
    ['noise', () => writeFileSync(path, 'this is not a base'.repeat(500))],
    ['empty', () => truncateSync(path, 0)],
    ['half', () => truncateSync(path, Math.floor(whole.length / 2 / 4096) * 4096)],
    ['torn pages', () => writeFileSync(path, torn)],
  ]
  for (const [name, damage] of damages) {
    damage()
    const before = readFileSync(path)
    await expect(openSqlite(path), name).rejects.toThrow(/est endommagée .* remettez une sauvegarde/)
    expect(readFileSync(path).equals(before), name).toBe(true)
    writeFileSync(path, whole)
  }
})

test('another program’s base is refused and left as it is', async () => {
  const other = join(folder, 'other.db')
  const database = new DatabaseSync(other)
  database.exec('create table t (x)')
  database.close()
  const before = readFileSync(other)
  await expect(openSqlite(other)).rejects.toThrow(Fault)
  expect(readFileSync(other).equals(before)).toBe(true)
})

test('a base whose journal is all that is left is not replaced by an empty one', async () => {
  writeFileSync(join(folder, 'base.db-wal'), 'frames')
  await expect(openSqlite(join(folder, 'base.db'))).rejects.toThrow(/a disparu/)
})

test('two processes that start at once share one base', async () => {
  const stores = await Promise.all([openSqlite(path), openSqlite(path), openSqlite(path)])
  for (const store of stores) await store.responses.insert(aRow())
  for (const store of stores) expect(await store.responses.count('essai')).toBe(3)
  await stores[0]!.codes.add('essai', 'lot-1', ['a'])
  expect(await stores[1]!.codes.counts('essai')).toEqual([{ batch: 'lot-1', codes: 1, spent: 0 }])
  for (const store of stores) await store.close()
})

test('what was deleted is nowhere in the file nor in its journal once its traces are erased', async () => {
  const canary = 'canari-'.repeat(40)
  const store = await openSqlite(path)
  const row = aRow({ sealed: new TextEncoder().encode(canary), key: null })
  await store.responses.insert(row)
  await store.responses.insert(aRow())
  await store.documents('contacts').put('c', canary, null)
  const seen = () => [path, `${path}-wal`].some((file) => existsSync(file) && readFileSync(file).includes('canari-'))
  expect(seen()).toBe(true)
  await store.responses.remove(row.id)
  await store.documents('contacts').remove('c')
  await store.eraseTraces()
  expect(seen()).toBe(false)
  expect(await store.responses.count('essai')).toBe(1)
  await store.close()
})

test('while another program holds the base, a response is refused rather than acknowledged', async () => {
  const store = await openSqlite(path)
  const holder = new DatabaseSync(path)
  holder.exec('BEGIN IMMEDIATE')
  const row = aRow()
  await expect(store.responses.insert(row)).rejects.toThrow(StoreUnavailable)
  holder.exec('ROLLBACK')
  holder.close()
  expect(await store.responses.insert(row)).toBe('new')
  await store.close()
})

test.each([
  ['renamed', () => {}],
  ['replaced by a copy', () => copyFileSync(`${path}.away`, path)],
])('a base that was %s under its store takes nothing more, until it is there again', async (_, replace) => {
  const store = await openSqlite(path)
  await store.responses.insert(aRow())
  renameSync(path, `${path}.away`)
  replace()
  const row = aRow()
  await expect(store.responses.insert(row)).rejects.toThrow(/renamed or replaced/)
  await expect(store.documents('notes').put('n', 1, null)).rejects.toThrow(StoreUnavailable)
  renameSync(`${path}.away`, path)
  expect(await store.responses.get(row.id)).toBeNull()
  expect(await store.responses.insert(row)).toBe('new')
  await store.close()
})

test('a base takes the thread of one that was closed, and another once that thread has died', async () => {
  const started: Worker[] = []
  const see = (message: unknown) => started.push((message as { worker: Worker }).worker)
  subscribe('worker_threads', see)
  const stores: Store[] = []
  // threads that closed their base in an earlier test may still wait for one
  while (started.length === 0) stores.push(await openSqlite(join(folder, `${stores.length}.db`)))
  const row = aRow()
  await stores.at(-1)!.responses.insert(row)
  await stores.pop()!.close()
  const next = await openSqlite(path)
  expect(started).toHaveLength(1)
  expect(await next.responses.insert(row)).toBe('new')
  await started[0]!.terminate()
  expect(await next.responses.insert(row)).toBe('same')
  expect(started).toHaveLength(2)
  unsubscribe('worker_threads', see)
  for (const store of [next, ...stores]) await store.close()
})

// its thread was ending, and never answered: a base opened at that moment waited for ever
test('a base opened as the thread of one that was closed ends has a thread of its own', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const first = await openSqlite(join(folder, 'first.db'), () => {})
  await first.close()
  vi.advanceTimersByTime(5_000)
  vi.useRealTimers()
  const next = await Promise.race([
    openSqlite(join(folder, 'next.db'), () => {}),
    new Promise<null>((done) => setTimeout(done, 10_000, null)),
  ])
  expect(next).not.toBeNull()
  await next!.close()
})

test('waiting responses share a commit', async () => {
  const store = await openSqlite(path)
  await store.responses.insert(aRow())
  const before = commits()
  for (let index = 0; index < 40; index++) await store.responses.insert(aRow())
  const alone = commits()
  await Promise.all(Array.from({ length: 40 }, () => store.responses.insert(aRow())))
  expect(alone - before).toBe(40)
  expect(commits() - alone).toBeLessThan(10)
  await store.close()
})

/** Commits in the write-ahead log: frames that hold the size of the base after them (sqlite.org/fileformat2.html#walformat). */
function commits(): number {
  const log = readFileSync(`${path}-wal`)
  const frame = 24 + log.readUInt32BE(8)
  const starts = Array.from({ length: Math.floor((log.length - 32) / frame) }, (_, index) => 32 + index * frame)
  return starts.filter((at) => log.readUInt32BE(at + 4) > 0).length
}

test('an address names a file, relative or absolute', () => {
  expect(pathOf('sqlite:/srv/a.db')).toBe('/srv/a.db')
  expect(pathOf('sqlite:///srv/a%20b.db')).toBe('/srv/a b.db')
  expect(pathOf('sqlite:data/a.db')).toBe(join(process.cwd(), 'data/a.db'))
})

test('a base of another format is refused with its number, and left as it is', async () => {
  await (await openSqlite(path)).close()
  for (const shape of [0, 2]) {
    const base = new DatabaseSync(path)
    base.exec(`PRAGMA user_version = ${shape}`)
    base.close()
    const before = readFileSync(path)
    await expect(openSqlite(path)).rejects.toThrow(`est d’un format (${shape}) que cette version`)
    expect(readFileSync(path).equals(before)).toBe(true)
  }
})

/** A base of shape 1, with one response. */
async function ofFirstShape() {
  rmSync(join(folder, 'new'), { recursive: true, force: true })
  const store = await openSqlite(path)
  await store.responses.insert(aRow({ id: 'un' }))
  await store.close()
}

function changed(database = new DatabaseSync(path)) {
  migrate(database, path, madeUpShape2)
  database.close()
}

function expectCopyOfFirstShape(file: string) {
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expectShape(file, 1)
}

function expectShape(file: string, shape: number) {
  const base = new DatabaseSync(file, { readOnly: true })
  expect(base.prepare('PRAGMA user_version').get()).toEqual({ user_version: shape })
  expect(base.prepare('SELECT id FROM responses').all()).toEqual([{ id: 'un' }])
  expect(base.prepare("SELECT name FROM pragma_table_info('responses') WHERE name = 'madeUp'").all()).toHaveLength(
    shape - 1,
  )
  base.close()
}

// B found no copy, A made one and changed the base, and the copy of B, of the new shape, took its place
test('a copy made while another process changes the base does not take the place of its copy', async () => {
  await ofFirstShape()
  const base = new DatabaseSync(path)
  const late = {
    exec: (statement: string) => base.exec(statement),
    close: () => base.close(),
    prepare(statement: string) {
      if (statement.startsWith('VACUUM INTO')) changed()
      return base.prepare(statement)
    },
  }
  changed(late as DatabaseSync)
  const copies = shapeCopiesOf(path)
  expect(copies).toHaveLength(1)
  expectCopyOfFirstShape(copies[0]!.file)
  expectShape(path, 2)
})

// a copy that was cut short stayed beside the base for ever, with the answers in it
test('killed at each step of a change of shape, the next opening finishes it, and one whole copy is left', async () => {
  const script = join(import.meta.dirname, 'changing-shape.ts')
  let step = 0
  for (let isKilled = true; isKilled; step++) {
    await ofFirstShape()
    isKilled = await killedAt(step, { storeUrl: `sqlite:${path}`, keyringPath: '' }, script)
    changed()
    const copies = shapeCopiesOf(path)
    expect(copies).toHaveLength(1)
    expect(readdirSync(join(folder, 'new')).toSorted()).toEqual(['base.db', basename(copies[0]!.file)])
    expectCopyOfFirstShape(copies[0]!.file)
    expectShape(path, 2)
  }
  expect(step).toBeGreaterThan(10)
}, 300_000)
