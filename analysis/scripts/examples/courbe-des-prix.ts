/**
 * Courbe des prix : combien inscriraient à chaque prix, chaque famille n’en ayant vu qu’un, tiré au sort ; et quels écarts sont
 * établis.
 *
 *   npm run analyse -- courbe-des-prix loisirs.jsonl certain,probable prix_a prix_b prix_c
 */
import { print } from '../../../cli/command.ts'
import { adjust } from '../../comparisons/adjust.ts'
import { changeBetween } from '../../comparisons/waves.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import { share } from '../../estimates/share.ts'
import { designAt, type Frames, hitsAt, isSilent, readFrames } from '../frames.ts'
import { answersIn, figure, givenIn, points, tableText } from '../recipe.ts'

export type PricePoint = { price: string; share: MaybeEstimate; byFrame: number }

export function priceCurve(frames: Frames, wanted: readonly string[], prices: readonly string[]): PricePoint[] {
  const { responses: unit } = frames
  const design = designAt(frames, unit)
  return prices.map((price) => {
    const hits = hitsAt(frames, unit, price, wanted)
    // danfojs: those who saw the price and answered
    const answered = unit.frame.query((unit.frame.column(price).values as string[]).map((value) => !isSilent(value)))
    const counts = answered.groupby([price]).col(['id']).count().values as [string, number][]
    const said = counts.filter(([value]) => wanted.includes(value)).reduce((sum, [, many]) => sum + many, 0)
    return { price, share: share(hits, design), byFrame: said / answered.shape[0]! }
  })
}

export async function run(args: string[]): Promise<void> {
  const { words } = givenIn(args, 'courbe-des-prix FICHIER.jsonl RÉPONSES PRIX PRIX [PRIX …]', 4)
  const [file, wanted, ...prices] = words as [string, string, ...string[]]
  const curve = priceCurve(readFrames(file), answersIn(wanted), prices)
  print(
    tableText(
      ['prix', 'part'],
      curve.map((one) => [one.price, figure(one.share)]),
    ),
  )
  const steps = curve.slice(1).flatMap(({ price, share: later }, at) => {
    const { price: before, share: earlier } = curve[at]!
    const change = later.value === null || earlier.value === null ? null : changeBetween(earlier, later)
    return change ? [{ from: before, to: price, change }] : []
  })
  const adjusted = adjust(steps.map(({ change }) => change.p))
  for (const [at, { from, to, change }] of steps.entries()) {
    const { change: value, low, high } = change
    print(`De ${from} à ${to} : ${points({ value, low, high })}${adjusted[at]! < 0.05 ? '' : ', écart non établi'}.\n`)
  }
}
