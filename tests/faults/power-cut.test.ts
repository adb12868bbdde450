/** `CUTS=25 FAULTS_SEED=2` makes the long run, of other cuts each time; without it one cut, of both disks. */
import { expect, test } from 'vitest'
import { verdict } from '../machine/verdict.ts'
import { cutAgain } from './power-cut.ts'

const isLong = process.env.CUTS !== undefined
const cuts = Number(process.env.CUTS ?? 1)
const seed = Number(process.env.FAULTS_SEED ?? 1)
const nameOf = (disks: number) => `power cut, ${disks === 1 ? 'one disk' : 'keyring on a second disk'}`

test.for(isLong ? ([1, 2] as const) : ([2] as const))(
  'a power cut loses, doubles and brings back nothing, with %i disk(s)',
  { timeout: 3_600_000 },
  async (disks, context) => {
    const found = await cutAgain({ disks, cuts, seed })
    if (!found) return context.skip('no disk can be mounted here')
    const { lost, altered, doubled, returned, strange, damaged, unreadable } = found
    const wrong = lost + altered + doubled + returned + strange + damaged + unreadable
    verdict(nameOf(disks), wrong === 0, { cuts, ...found })
    expect(wrong).toBe(0)
    expect(found.acknowledged).toBeGreaterThan(5 * cuts)
  },
)

test.runIf(isLong)(
  'the trial shows a base that answers before the disk has the answers',
  async (context) => {
    const found = await cutAgain({ disks: 1, cuts: 3, seed, weakness: 'synchronous' })
    if (!found) return context.skip('no disk can be mounted here')
    verdict('power cut without full synchronisation must lose', found.lost > 0, { ...found })
    expect(found.lost).toBeGreaterThan(0)
  },
  600_000,
)

test.runIf(isLong)(
  'the trial shows a keyring that is not on its disk before it is used, as the former one was',
  async (context) => {
    const found = await cutAgain({ disks: 2, cuts: 1, seed, weakness: 'keyring' })
    if (!found) return context.skip('no disk can be mounted here')
    verdict('power cut with the former keyring must lose', found.lost > 0, { ...found })
    expect(found.lost).toBe(found.acknowledged)
  },
  600_000,
)
