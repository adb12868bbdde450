import { expect, test } from 'vitest'
import { attackDifferences, type DifferencingTally } from '../../../analysis/attack/differencing.ts'
import { type Asked, askAll } from '../../../analysis/attack/explorer.ts'
import { cellKey } from '../../../analysis/attack/mechanism.ts'
import { withTypologies } from '../../../analysis/attack/typologies.ts'
import { worldOf } from '../../../analysis/attack/world.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'

const people = 1_200
const families = materialise(founding().find(({ slug }) => slug === 'familles')!, {})

function populationOf(seed: number) {
  const snapshot = worldOf(families, people, seed).snapshots.at(-1)!
  const asked = askAll(snapshot, people, cellKey)
  return { asked, together: (isRuled: boolean) => withTypologies(snapshot, asked, people, 4, cellKey, isRuled) }
}

const [first, ...others] = [populationOf(2), populationOf(3), populationOf(4)]
const { asked } = first!
const read = first!.together(true)

function differences(asked: readonly Asked[]): DifferencingTally {
  const tally = { cells: 0, sum: 0, sure: 0 }
  attackDifferences([{ asked, epoch: 1 }], cellKey, tally)
  return tally
}

test('what typologies tell is read: classes, the whole of those who are in one', () => {
  const made = read.flatMap(({ crossings }) => crossings.filter(({ by }) => by?.path.startsWith('#')))
  for (const kind of ['tous', 'classes'])
    expect(made.filter(({ by }) => by!.path.endsWith(`:${kind}`)).length, kind).toBeGreaterThan(0)
  const shares = made.flatMap((one) => one.shares.flat()).filter((share) => share !== null)
  expect(shares.length).toBeGreaterThan(500)
  // lists of groups describe the classes too
  expect(read.length).toBeGreaterThan(asked.length)
})

test('the people counted behind a class are those its share was made of', () => {
  for (const { path, crossings, truth } of read)
    for (const { by, answers, bases, shares } of crossings.filter(({ by }) => by?.path.endsWith(':classes')))
      for (const [column, { value: group }] of by!.choices.entries())
        for (const [line, { value }] of answers.entries()) {
          const share = shares[column]![line]
          if (typeof share !== 'number') continue
          const among = truth(by!.path).in(group)
          const given = truth(path).in(value)
          const base = bases[column]!
          const count = given.reduce((sum, word, at) => sum + ones(word & among[at]!), 0)
          // seven of noise, and what is rounded
          expect(Math.abs(count - (share * base) / 100)).toBeLessThan(12 + base / 50)
        }
})

const ones = (word: number): number => {
  let left = word >>> 0
  let found = 0
  for (; left !== 0; left = (left & (left - 1)) >>> 0) found += 1
  return found
}

// Answers were read so (eighteen of another population): 392 of the 393 who answered a question were in a class, and both wholes were printed.
test('no group made to measure is nearly a printed one, so that nothing tells what one person answered', () => {
  for (const one of [read, ...others.map(({ together }) => together(true))])
    expect(differences(one)).toEqual({ cells: 0, sum: 0, sure: 0 })
})

test('without the rule of eleven answers are read, though not in every population', () => {
  const isRead = (seed: number) => differences(populationOf(seed).together(false)).sure > 0
  expect([3, 4, 5, 6, 7, 8].some(isRead)).toBe(true)
})
