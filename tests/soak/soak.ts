/** Kills real servers under load, again and again, and compares what they acknowledged with what they stored. */
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { openContext } from '../../api/context.ts'
import { seeded } from '../../surveys/people/random.ts'
import { start } from '../api/commands/serving.ts'
import { type Place, smallQuestionnaire } from '../api/fixture.ts'
import { quantile } from '../machine/verdict.ts'
import { startLoad } from './load.ts'
import { type Comparison, compared, isTrue, openOracle } from './oracle.ts'

export type SoakOptions = {
  place: Place
  kills: number
  /** Time the servers run under load, all together. */
  seconds: number
  rate: number
  seed: number
  onKill?: (done: number) => void
}
export type Soaked = Comparison & {
  isHeld: boolean
  /** Statuses that are neither an acknowledgement nor « not now ». */
  wrong: number
  perSecond: number
  /** Milliseconds to the acknowledgement of 99 in 100. */
  p99: number
  /** Milliseconds from the start of a process to its first page. */
  back: number
  slowestBack: number
  /** Megabytes a server held at the end of its life, at most. */
  memory: number
}

export async function soaked({ place, kills, seconds, rate, seed, onKill }: SoakOptions): Promise<Soaked> {
  const at = { ...place }
  const first = await openContext(at, () => new Date())
  await first.questionnaires.loadFounding([smallQuestionnaire])
  await first.close()

  const random = seeded(seed)
  const oracle = openOracle(`${place.folder}/oracle`)
  const load = startLoad(oracle, rate)
  const starts: number[] = []
  let memory = 0
  let servedMs = 0
  const environment = { DATA_DIR: place.dataDir, STORE_URL: place.storeUrl, KEYRING: place.keyringPath }
  for (let kill = 1; kill <= kills; kill++) {
    const begun = performance.now()
    const server = start(environment)
    load.turnTo(await server.ready)
    starts.push(performance.now() - begun)
    // from an eighth of the mean to almost twice it: 0.2 to 3 s when the mean is 1.6
    const lifeMs = ((seconds * 1_000) / kills) * (0.125 + 1.75 * random())
    await pause(lifeMs)
    servedMs += lifeMs
    memory = Math.max(memory, megabytesOf(server.child.pid!))
    server.child.kill('SIGKILL')
    await server.exit
    load.turnTo(null)
    onKill?.(kill)
  }
  await load.stop()

  const after = await openContext(at, () => new Date())
  const found = await compared(oracle, after, smallQuestionnaire.slug)
  await after.close()
  const expected = [0, 200, 201, 503]
  const wrong = [...load.statuses].reduce((sum, [status, count]) => sum + (expected.includes(status) ? 0 : count), 0)
  return {
    ...found,
    isHeld: isTrue(found) && wrong === 0 && found.acknowledged > 0,
    wrong,
    perSecond: (found.acknowledged * 1_000) / servedMs,
    p99: quantile(load.times, 0.99),
    back: quantile(starts, 0.5),
    slowestBack: Math.max(...starts),
    memory,
  }
}

/** 0 where the system does not say. */
function megabytesOf(pid: number): number {
  if (process.platform !== 'linux') return 0
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes ?? 0) / 1024
}

export const numbersOf = (kills: number, found: Soaked) => ({
  kills,
  acknowledged: found.acknowledged,
  withdrawn: found.withdrawn,
  lost: found.lost,
  altered: found.altered,
  doubled: found.doubled,
  returned: found.returned,
  'never sent': found.strange,
  'wrong statuses': found.wrong,
  'a second': found.perSecond,
  'ms at the 99th percentile': found.p99,
  'ms until back': found.back,
  'ms at the slowest start': found.slowestBack,
  'MB at most': found.memory,
})
