/**
 * Deux groupes : l’écart entre deux parts, avec l’intervalle que donne le plan de sondage.
 *
 *   npm run analyse -- deux-groupes familles.jsonl info_facile oui,plutot_oui foyer couple seul marges=marges.csv
 */
import { CommandError, print } from '../../../cli/command.ts'
import type { Margin } from '../../design/margin.ts'
import { tQuantile, tTwoSided } from '../../distributions/t.ts'
import { varianceFor, varianceOf } from '../../estimates/covariance.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import { differenceOf, meanOf } from '../../estimates/linear.ts'
import { share } from '../../estimates/share.ts'
import { codesAt, designAt, type Frames, hitsAt, marginsAt, readFrames, unitAt } from '../frames.ts'
import { answersIn, figure, givenIn, points } from '../recipe.ts'

type Gap = { value: number; low: number; high: number; p: number }
/** `gap`: of the first group to the other, by their joint covariance; null where nothing shows its error. */
export type TwoGroups = { shares: [MaybeEstimate, MaybeEstimate]; gap: Gap | null; byFrame: [number, number] }

export function twoGroups(
  frames: Frames,
  question: string,
  wanted: readonly string[],
  group: string,
  names: readonly [string, string],
  margins: Margin[] = [],
): TwoGroups {
  const path = question.split('.')[0]!
  const unit = unitAt(frames, frames.units.has(path) ? path : '')
  const hits = hitsAt(frames, unit, question, wanted)
  const { values, codes } = codesAt(frames, unit, group)
  const strange = names.find((name) => !values.includes(name))
  if (strange !== undefined)
    throw new CommandError(`« ${strange} » n’est pas une réponse à « ${group} ». Il y a : ${values.join(', ')}.`)
  const placed = codes.map((code) => (code < 0 ? -1 : names.indexOf(values[code]!)))
  const design = designAt(frames, unit, margins)
  const groupAt = (at: number) => Uint8Array.from(placed, (own) => Number(own === at))
  const shareIn = (at: number) => share(hits, design, groupAt(at))
  const gapOf = (): Gap | null => {
    const [first, second] = [meanOf(hits, design, groupAt(0)), meanOf(hits, design, groupAt(1))]
    if (first === null || second === null || first.base < 2 || second.base < 2 || design.df < 1) return null
    const { value, scores } = differenceOf(first, second)
    const error = Math.sqrt(varianceOf(design, scores, varianceFor(design)))
    // answers all alike leave rounding alone
    if (!(error > 1e-10)) return null
    const half = tQuantile(0.975, design.df) * error
    return { value, low: value - half, high: value + half, p: tTwoSided(value / error, design.df) }
  }
  // danfojs: Σ weight · hit over Σ weight, group by group
  const weighted = unit.frame
    .copy()
    .addColumn('groupe', [...placed])
    .addColumn('poids', [...design.weights])
  const meanIn = (at: number) => {
    const isIn = [...placed].map((own, row) => own === at && !Number.isNaN(hits[row]))
    const weights = weighted.query(isIn).column('poids')
    const own = [...hits].filter((_, row) => isIn[row])
    return weights.mul(own).sum() / weights.sum()
  }
  return {
    shares: [shareIn(0), shareIn(1)],
    gap: gapOf(),
    byFrame: [meanIn(0), meanIn(1)],
  }
}

export async function run(args: string[]): Promise<void> {
  const usage = 'deux-groupes FICHIER.jsonl QUESTION RÉPONSES GROUPE A B [marges=MARGES.csv]'
  const { words, options } = givenIn(args, usage, 6, ['marges'])
  const [file, question, wanted, group, one, other] = words as [string, string, string, string, string, string]
  const margins = marginsAt(options.get('marges'))
  const { shares, gap } = twoGroups(readFrames(file), question, answersIn(wanted), group, [one, other], margins)
  print(`${one} : ${figure(shares[0])}\n${other} : ${figure(shares[1])}\n`)
  print(
    gap === null
      ? 'Trop peu de réponses pour comparer.\n'
      : `Écart : ${points(gap)}, ${gap.p < 0.05 ? 'établi' : 'non établi'}.\n`,
  )
}
