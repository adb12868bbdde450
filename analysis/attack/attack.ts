/** The five attacks on all that leaves, and what each must not achieve. */
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { leastFigure } from '../../surveys/thresholds.ts'
import { randomOf } from '../scripts/simulate/random.ts'
import type { Length } from './chain.ts'
import { attackCounts, emptyCounts } from './counts.ts'
import { crosstabsOf, isMixed } from './crosstab.ts'
import { attackDifferences } from './differencing.ts'
import { crosstabsIn, mixedIn, strayIn, written } from './documents.ts'
import { type Asked, askAll } from './explorer.ts'
import { attackInference } from './inference.ts'
import type { Mechanism } from './mechanism.ts'
import { respondentsIn } from './respondents.ts'
import { type Publication, seriesOf } from './series.ts'
import { withTypologies } from './typologies.ts'
import { attackUniques } from './uniques.ts'
import { type Utility, utilityOf } from './utility.ts'
import { attackSums } from './waiting.ts'
import { partByShort, type Ruling, worldOf } from './world.ts'

export type Attack = {
  exact: { cells: number; pinned: number }
  bayes: { cells: number; meanTruth: number; maxTruth: number; overHalf: number; sure: number; sureSensitive: number }
  uniques: { people: number; given: number }
  differencing: { cells: number; meanTruth: number; sure: number }
  inference: { groups: number; exact: number }
  utility: Utility[]
  ok: boolean
}

export type Scale = {
  seeds: number
  /** The first population, 1 when not told: a long run may be cut into pieces. */
  from?: number
  groups: readonly { questionnaire: Questionnaire; people: number }[]
  /** Sizes at which the first questionnaire is measured for its worth. */
  sizes: readonly number[]
  length: Length
  /** Self-check: publications without the rules between them. */
  ruling?: Ruling
  /** Self-check: how many times each table is asked for. */
  times?: number
}

/** @param mechanism may remember nothing between seeds; @param done called after each questionnaire */
export async function attack(
  scale: Scale,
  mechanism: Mechanism,
  done: () => void = () => {},
): Promise<Attack & { stray: string[] }> {
  const tally = {
    ...emptyCounts(),
    uniques: { people: 0, given: 0 },
    differencing: { cells: 0, sum: 0, sure: 0 },
    inference: { groups: 0, exact: 0 },
  }
  const stray: string[] = []
  const isDone = async () => {
    done()
    // lets a progress bar be drawn, and a signal be heard
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { from = 1, seeds } = scale
  for (let seed = from; seed < from + seeds; seed++) {
    const random = randomOf(seed)
    const all: Publication[][] = []
    for (const { questionnaire, people } of scale.groups) {
      const series = seriesOf(worldOf(questionnaire, people, seed, partByShort, scale.ruling), mechanism)
      all.push(series)
      const snapshots = series.map((one, number) => ({
        asked: withTypologies(one, one.asked, people, number, mechanism, scale.ruling !== 'none'),
        epoch: one.epoch,
      }))
      const [{ asked: dated }, { asked }] = snapshots.slice(-2) as [(typeof snapshots)[0], (typeof snapshots)[0]]
      const { again, isSame } = otherNoise(series, people, scale, mechanism)
      const crosstabs = [
        ...crosstabsOf(asked, mechanism, again(dated), isSame),
        // lists of which some groups stand as they were: the others count the people of the newest
        ...crosstabsOf(dated, mechanism, again(asked), isSame, isMixed),
      ]
      for (const crosstab of crosstabs) attackCounts(crosstab, mechanism, random, scale.length, tally)
      attackUniques(asked, tally.uniques)
      attackInference(asked, mechanism, tally.inference)
      attackDifferences(snapshots, mechanism, tally.differencing)
      attackSums(series, mechanism, tally.differencing)
      await isDone()
    }
    const newest = all.map((series) => series.at(-1)!)
    const files = await written(newest, mechanism)
    // figures of their day are in the one before: zones drawn afresh end them
    const dated = newest.map(({ before }) => before!)
    const datedFiles = await written(dated, mechanism)
    stray.push(...strayIn(files), ...strayIn(datedFiles))
    const crosstabs = [
      ...newest.flatMap((one) => [...crosstabsIn(files, one, mechanism), ...respondentsIn(files, one, mechanism)]),
      ...dated.flatMap((one) => mixedIn(datedFiles, one, mechanism)),
    ]
    for (const crosstab of crosstabs) attackCounts(crosstab, mechanism, random, scale.length, tally)
    await isDone()
  }
  const utility = scale.sizes.map((n) => utilityOf(n, askedAt(scale, n, mechanism)))
  const { sum, cells, ...sureness } = tally.bayes
  const { differencing } = tally
  const found = {
    exact: tally.exact,
    bayes: { cells, meanTruth: ratio(sum, cells), ...sureness, maxTruth: ratio(sureness.maxTruth, 1) },
    uniques: tally.uniques,
    differencing: {
      cells: differencing.cells,
      meanTruth: ratio(differencing.sum, differencing.cells),
      sure: differencing.sure,
    },
    inference: tally.inference,
    utility,
  }
  return { ...found, ok: missedIn(found).length === 0 && stray.length === 0, stray }
}

/** The publications before and after the zones were drawn afresh count the same people; self-check: each look has its own noise. */
function otherNoise(
  series: readonly Publication[],
  population: number,
  { times }: Scale,
  mechanism: Mechanism,
): { again: (other: readonly Asked[]) => (readonly Asked[])[]; isSame: (list: string) => boolean } {
  const [before, newest] = series.slice(-2) as [Publication, Publication]
  if (times !== undefined) {
    const looks = Array.from({ length: times - 1 }, () => askAll(newest, population, mechanism))
    return { again: () => looks, isSame: () => true }
  }
  const isAgain = newest.people.length === before.people.length
  return { again: (other) => (isAgain ? [other] : []), isSame: (list) => list !== 'zone' }
}

/** The first questionnaire, all by the whole, as its newest publications show it: one population may be lucky. */
function askedAt({ seeds, from = 1, groups }: Scale, n: number, mechanism: Mechanism): Asked[] {
  return Array.from({ length: seeds }, (_, at) => {
    const { snapshots } = worldOf(groups[0]!.questionnaire, n, from + at)
    return askAll(snapshots.at(-1)!, n, mechanism)
  }).flat()
}

/** To four decimals. */
const ratio = (sum: number, of: number) => (of === 0 ? 0 : Math.round((1e4 * sum) / of) / 1e4)

/** At most, for true counts of 1 to 4: the mean chance given to the truth, and the part of them an attacker is sure of. */
export const mostDisclosed = { mean: 0.35, sure: 0.005 }

/** Goals, each with the French sentence said when it is missed. */
const goals: readonly { isMet: (found: Omit<Attack, 'ok'>) => boolean; missed: string }[] = [
  { isMet: ({ exact }) => exact.pinned === 0, missed: 'Des comptes se retrouvent exactement par additions.' },
  {
    isMet: ({ bayes }) => bayes.meanTruth <= mostDisclosed.mean,
    missed: 'L’attaquant donne en moyenne plus de 0,35 de chance au vrai compte, quand ce compte va de 1 à 4.',
  },
  {
    isMet: ({ bayes }) => bayes.sure <= mostDisclosed.sure * bayes.cells && bayes.sureSensitive === 0,
    missed: 'L’attaquant est sûr, avec raison, de trop de petits comptes.',
  },
  {
    isMet: ({ uniques }) => uniques.given === 0,
    missed: 'Des personnes seules à donner une réponse se retrouvent dans plusieurs tableaux.',
  },
  {
    isMet: ({ differencing }) => differencing.meanTruth <= 0.5 && differencing.sure === 0,
    missed: 'Deux groupes presque égaux font connaître la réponse d’une personne.',
  },
  {
    isMet: ({ inference }) => inference.exact === 0,
    missed: 'Un groupe entier donne la même réponse sensible, et cela se lit.',
  },
  {
    isMet: ({ utility }) => utility.every(({ shown }) => shown >= 0.95),
    missed: `Moins de 95 % des chiffres de ${leastFigure} réponses ou plus sont montrés.`,
  },
]

export const missedIn = (found: Omit<Attack, 'ok'>): string[] =>
  goals.filter(({ isMet }) => !isMet(found)).map(({ missed }) => missed)
