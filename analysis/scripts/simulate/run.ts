/** The whole simulation, and what it must show. */
import { type Coverage, coverageOf, shares, sizes } from './coverage.ts'
import type { Unevenness } from './population.ts'
import { randomOf } from './random.ts'
import { type TypeOne, testSizes, typeOneOf } from './type-one.ts'

export type Summary = Coverage & { lowest: number; highest: number; within: number }
export type Simulation = {
  replicates: number
  seed: number
  /** Points of leeway given to chance. */
  leeway: number
  coverage: Summary[]
  typeOne: { unevenness: Unevenness; rates: TypeOne[] }[]
  /** French sentences; empty when all goals are met. */
  missed: string[]
}

const wanted = { low: 94, high: 96.5, strongLow: 93 }
const seed = 20260401

/**
 * @param replicates samples per size and unevenness; at 5000 the Monte Carlo error is 0.3 points
 * @param step receives how many of how many samples are done
 */
export function simulate(replicates: number, step: (done: number, all: number) => void = () => {}): Simulation {
  const leeway = leewayOf(replicates)
  const all = replicates * 2 * (sizes.length + testSizes.length)
  let done = 0
  const tick = () => step(++done, all)
  const kinds: Unevenness[] = ['moderate', 'strong']
  const coverage = kinds.map((kind, k) => summary(coverageOf(kind, replicates, randomOf(seed + k), tick)))
  const typeOne = kinds.map((kind, k) => ({
    unevenness: kind,
    rates: typeOneOf(kind, replicates, randomOf(seed + 10 + k), tick),
  }))
  return { replicates, seed, leeway, coverage, typeOne, missed: missedOf(coverage, typeOne, leeway) }
}

function summary(coverage: Coverage): Summary {
  const all = coverage.cells.map((cell) => cell.coverage)
  const within = all.filter((value) => value >= wanted.low && value <= wanted.high).length / all.length
  return { ...coverage, lowest: Math.min(...all), highest: Math.max(...all), within }
}

function missedOf(coverage: Summary[], typeOne: Simulation['typeOne'], leeway: number): string[] {
  const missed: string[] = []
  for (const { unevenness, lowest, highest } of coverage) {
    const low = (unevenness === 'moderate' ? wanted.low : wanted.strongLow) - leeway
    if (lowest < low)
      missed.push(`Pondération ${french[unevenness]} : couverture minimale ${lowest} %, attendu ${low} %.`)
    const high = wanted.high + leeway
    if (unevenness === 'moderate' && highest > high)
      missed.push(`Pondération ${french[unevenness]} : couverture maximale ${highest} %, attendu ${high} %.`)
  }
  for (const { n, crosstab3x2, crosstab2x2 } of typeOne.find(({ unevenness }) => unevenness === 'moderate')!.rates)
    for (const rate of [crosstab3x2, crosstab2x2]) {
      const [low, high] = [4 - leeway, (n < 200 ? 8 : 7) + leeway]
      if (rate < low || rate > high) missed.push(`Test du tableau croisé, n = ${n} : ${rate} % de fausses alertes.`)
    }
  return missed
}

/**
 * Why a goal that is missed proves nothing yet: by chance alone a coverage of 95 % is off by more than the goals allow.
 *
 * @returns a French sentence; null when there are replicates enough
 */
export function doubtOf(replicates: number): string | null {
  const error = 100 * Math.sqrt((0.95 * 0.05) / replicates)
  if (3 * error <= 95 - wanted.low + leewayOf(replicates)) return null
  return `Avec si peu de tirages (${replicates} par case), le hasard seul déplace une couverture de ${Math.ceil(2 * error)} points : on ne peut rien en conclure. Relancez sans --replicates (5 000 tirages).`
}

const leewayOf = (replicates: number) => (replicates >= 5000 ? 0 : 1.5)

const french: Record<Unevenness, string> = { moderate: 'modérée', strong: 'forte' }

/** The table of the report, in Markdown. */
export function tableOf({ replicates, coverage, typeOne }: Simulation): string {
  const number = (value: number) => value.toFixed(1).replace('.', ',')
  const lines = [`Intervalle par défaut (Wilson, n effectif = min(plan, Kish, n)), ${replicates} tirages par case`, '']
  for (const { unevenness, effect, lowest, highest, within, cells } of coverage) {
    lines.push(
      `Pondération ${french[unevenness]} (effet des poids ${number(effect)}) : de ${number(lowest)} à ${number(highest)} %, ${Math.round(100 * within)} % des cases entre 94 et 96,5 %`,
      '',
      `| n | ${shares.map((p) => `p = ${String(p).replace('.', ',')}`).join(' | ')} |`,
      `|---|${shares.map(() => '---|').join('')}`,
      ...sizes.map(
        (n) =>
          `| ${n} | ${cells
            .filter((cell) => cell.n === n)
            .map((cell) => number(cell.coverage))
            .join(' | ')} |`,
      ),
      '',
    )
  }
  lines.push('Fausses alertes à 5 %', '', '| pondération | n | tableau 3 × 2 | tableau 2 × 2 |', '|---|---|---|---|')
  for (const { unevenness, rates } of typeOne)
    for (const { n, crosstab3x2, crosstab2x2 } of rates)
      lines.push(`| ${french[unevenness]} | ${n} | ${number(crosstab3x2)} | ${number(crosstab2x2)} |`)
  return `${lines.join('\n')}\n`
}
