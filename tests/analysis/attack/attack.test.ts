import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { type Attack, attack, missedIn, type Scale } from '../../../analysis/attack/attack.ts'
import type { Asked } from '../../../analysis/attack/explorer.ts'
import { cellKey } from '../../../analysis/attack/mechanism.ts'
import { add, nobody, sizeOf } from '../../../analysis/attack/people.ts'
import { failedIn, selfCheck } from '../../../analysis/attack/self-check.ts'
import { utilityOf } from '../../../analysis/attack/utility.ts'
import { firstVersion } from '../../surveys/first-version.ts'

// many indicators on few people: what an attack can use
const shipped = firstVersion('jeunes-11-15')
const scale: Scale = {
  seeds: 1,
  groups: [{ questionnaire: shipped, people: 120 }],
  sizes: [120],
  length: { burn: 50, sweeps: 150 },
}

test('a small population holds, and the document has the promised shape', async () => {
  const { stray, ...found } = await attack(scale, cellKey)
  expect(stray).toEqual([])
  expect(
    Object.fromEntries(
      Object.entries(found).map(([name, one]) => [
        name,
        typeof one === 'object' && !Array.isArray(one) ? Object.keys(one).sort() : typeof one,
      ]),
    ),
  ).toEqual({
    exact: ['cells', 'pinned'],
    bayes: ['cells', 'maxTruth', 'meanTruth', 'overHalf', 'sure', 'sureSensitive'],
    uniques: ['given', 'people'],
    differencing: ['cells', 'meanTruth', 'sure'],
    inference: ['exact', 'groups'],
    utility: 'object',
    ok: 'boolean',
  })
  expect(found.utility.map((one) => Object.keys(one))).toEqual([['n', 'shown', 'error']])
  expect({ pinned: found.exact.pinned, given: found.uniques.given, told: found.inference.exact }).toEqual({
    pinned: 0,
    given: 0,
    told: 0,
  })
  expect(found.bayes.cells).toBeGreaterThan(50)
  expect(found.bayes.meanTruth).toBeLessThan(0.35)
})

test('the same attacks succeed where nothing protects', async () => {
  const { failed } = await selfCheck({ ...scale, sizes: [] })
  expect(failed).toEqual([])
}, 300_000)

const held: Omit<Attack, 'ok'> = {
  exact: { cells: 10, pinned: 0 },
  bayes: { cells: 1_000, meanTruth: 0.3, maxTruth: 0.9, overHalf: 5, sure: 5, sureSensitive: 0 },
  uniques: { people: 4, given: 0 },
  differencing: { cells: 4, meanTruth: 0.5, sure: 0 },
  inference: { groups: 2, exact: 0 },
  utility: [{ n: 150, shown: 0.95, error: 1 }],
}

test('each goal that is missed has its sentence', () => {
  expect(missedIn(held)).toEqual([])
  const missed: Partial<Attack>[] = [
    { exact: { cells: 10, pinned: 1 } },
    { bayes: { ...held.bayes, meanTruth: 0.36 } },
    { bayes: { ...held.bayes, sure: 6 } },
    { bayes: { ...held.bayes, sureSensitive: 1 } },
    { uniques: { people: 4, given: 1 } },
    { differencing: { cells: 4, meanTruth: 0.51, sure: 0 } },
    { differencing: { cells: 4, meanTruth: 0.4, sure: 1 } },
    { inference: { groups: 2, exact: 1 } },
    { utility: [{ n: 150, shown: 0.94, error: 1 }] },
  ]
  for (const one of missed) expect(missedIn({ ...held, ...one })).toHaveLength(1)
})

test('an attack that fails where nothing protects is named', () => {
  const open: Attack = {
    ...held,
    ok: false,
    exact: { cells: 10, pinned: 1 },
    bayes: { ...held.bayes, meanTruth: 0.3, sure: 6 },
    differencing: { cells: 4, meanTruth: 0.5, sure: 1 },
  }
  const closed: Attack = { ...held, ok: true }
  expect(failedIn({ unperturbed: open, independent: open, unruled: open, moving: open })).toEqual([])
  expect(failedIn({ unperturbed: open, independent: closed, unruled: open, moving: open })).toHaveLength(1)
  expect(failedIn({ unperturbed: open, independent: open, unruled: open, moving: closed })).toHaveLength(1)
  expect(failedIn({ unperturbed: closed, independent: closed, unruled: closed, moving: closed })).toHaveLength(5)
})

test('a group that sends to the figure of everybody is read there, with what that is wrong by', () => {
  const everybody = Array.from({ length: 50 }, (_, one) => one)
  const bits = (people: readonly number[]) => {
    const set = nobody(64)
    for (const one of people) add(set, one)
    return set
  }
  const groups: Record<string, number[]> = { most: everybody.slice(0, 40), few: everybody.slice(40) }
  const precision = { worth: 1, peoplePerAnswer: 1, noise: 5 }
  const answers = [{ value: 'oui', label: 'Oui' }]
  const by = {
    path: 'list',
    title: 'Groupe',
    left: [],
    choices: [
      { value: 'most', text: '' },
      { value: 'few', text: '' },
    ],
  }
  const asked = (ofMost: number | string | null): Asked => ({
    path: 'q',
    isPanel: false,
    sensitive: false,
    isSingle: true,
    crossings: [
      { by: null, answers, bases: [50], shares: [[42]], precision },
      { by, answers, bases: [null, null], shares: [[ofMost], [null]], precision },
    ],
    truth: (path) => ({
      asked: bits(everybody),
      in: (value) => bits(path === 'q' ? everybody.slice(0, 20) : groups[value]!),
    }),
    peopleIn: sizeOf,
  })
  // 42 for 40 % of fifty, then for 50 % of forty
  expect(utilityOf(50, [asked('voir l’ensemble')])).toEqual({ n: 50, shown: 1, error: 5 })
  expect(utilityOf(50, [asked(null)])).toEqual({ n: 50, shown: 0.5, error: 2 })
})

test('the command says what it does not understand in one sentence', () => {
  const entry = resolve(import.meta.dirname, '../../../analysis/scripts/attack.ts')
  const { status, stderr } = spawnSync(process.execPath, [entry, '--seeds', 'trois'], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 1, stderr: '--seeds attend un nombre entier, par exemple 3.\n' })
})
