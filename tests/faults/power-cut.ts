/** Cuts the power of a server under load, mounts what is left, and compares it with what was acknowledged. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { openContext } from '../../api/context.ts'
import { seeded } from '../../surveys/people/random.ts'
import { start } from '../api/commands/serving.ts'
import { aPlace, smallQuestionnaire } from '../api/fixture.ts'
import { startLoad } from '../soak/load.ts'
import { type Comparison, compared, openOracle } from '../soak/oracle.ts'
import { aDisk, cutPower, type Disk } from './disk.ts'

export type Weakness = 'synchronous' | 'keyring'
export type CutOptions = {
  /** The keyring and the ledger of erasures have a disk of their own. */
  disks: 1 | 2
  cuts: number
  seed: number
  weakness?: Weakness
}
export type Cut = Comparison & { damaged: number; unreadable: number }

const rate = 150
const installing = join(import.meta.dirname, 'install.ts')
const importing = join(import.meta.dirname, 'weakened.ts')

/** A new installation on new disks for each cut: the first answers of the first day. Null where no disk can be mounted. */
export async function cutAgain({ disks, cuts, seed, weakness }: CutOptions): Promise<Cut | null> {
  const random = seeded(seed)
  const total: Cut = { ...none, damaged: 0, unreadable: 0 }
  for (let cut = 0; cut < cuts; cut++) {
    const place = aPlace()
    const base = aDisk(join(place.folder, 'base'))
    const keys = disks === 2 ? aDisk(join(place.folder, 'keys')) : base
    if (!base || !keys) return null
    try {
      const found = await cutOnce(place.folder, base, keys, 200 + 1_800 * random(), weakness)
      for (const name of Object.keys(total) as (keyof Cut)[]) total[name] += found[name]
    } finally {
      for (const disk of new Set([base, keys])) disk.discard()
    }
  }
  return total
}

async function cutOnce(folder: string, base: Disk, keys: Disk, afterMs: number, weakness?: Weakness): Promise<Cut> {
  const dataDir = join(base.folder, 'data')
  const keysFolder = join(keys.folder, 'keys')
  mkdirSync(dataDir, { mode: 0o700 })
  mkdirSync(keysFolder, { mode: 0o700 })
  const file = join(dataDir, 'questionnaires.db')
  const place = { dataDir, storeUrl: `sqlite:${file}`, keyringPath: join(keysFolder, 'keyring.json') }
  const at = { ...place }
  // the folders were there before the program
  const powered = [...new Set([base, keys])]
  for (const disk of powered) remount(disk)

  const oracle = openOracle(join(folder, 'oracle'))
  const load = startLoad(oracle, rate)
  const weak = weakness ? { NODE_OPTIONS: `--import=${importing}`, WEAKENED: weakness } : undefined
  const installed = spawnSync(process.execPath, [installing, dataDir, place.keyringPath], {
    env: { PATH: process.env.PATH ?? '', ...weak },
    encoding: 'utf8',
  })
  if (installed.status !== 0) throw new Error(`the installation failed: ${installed.stderr}`)
  const server = start({ DATA_DIR: dataDir, KEYRING: place.keyringPath, ...weak })
  load.turnTo(await server.ready)
  await pause(afterMs)
  cutPower(...powered)
  server.child.kill('SIGKILL')
  await server.exit
  load.turnTo(null)
  await load.stop()
  for (const disk of powered) remount(disk)

  const said = { ...none, acknowledged: load.times.length }
  const damaged = isWhole(file) ? 0 : 1
  try {
    const after = await openContext(at, () => new Date())
    try {
      return { ...(await compared(oracle, after, slug)), damaged, unreadable: 0 }
    } finally {
      await after.close()
    }
  } catch (error) {
    // nothing opens any more: all of it is lost
    if (!weakness) process.stderr.write(`${String(error)}\n${readdirSync(dataDir).join(' ')}\n`)
    return { ...said, lost: said.acknowledged, damaged, unreadable: 1 }
  }
}

function remount(disk: Disk) {
  disk.unmount()
  disk.mount()
}

function isWhole(file: string): boolean {
  try {
    const database = new DatabaseSync(file)
    const answer = Object.values(database.prepare('PRAGMA integrity_check').get() ?? {})[0]
    database.close()
    if (answer !== 'ok') process.stderr.write(`${String(answer)}\n`)
    return answer === 'ok'
  } catch (error) {
    process.stderr.write(`${String(error)}\n`)
    return false
  }
}

const none: Comparison = {
  acknowledged: 0,
  withdrawn: 0,
  stored: 0,
  lost: 0,
  altered: 0,
  doubled: 0,
  returned: 0,
  strange: 0,
}
const { slug } = smallQuestionnaire
