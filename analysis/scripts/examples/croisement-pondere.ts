/**
 * Croisement redressé : la part de chaque réponse dans chaque groupe, avec son intervalle, et si les deux questions sont liées.
 *
 *   npm run analyse -- croisement-pondere familles.jsonl info_facile zone marges=marges.csv
 */
import { print } from '../../../cli/command.ts'
import { type RaoScott, raoScott } from '../../comparisons/rao-scott.ts'
import type { Margin } from '../../design/margin.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import { share } from '../../estimates/share.ts'
import { codesAt, designAt, type Frames, hitsAt, isSilent, marginsAt, readFrames } from '../frames.ts'
import { chanceText, figure, givenIn, tableText } from '../recipe.ts'

export type WeightedCrosstab = {
  answers: string[]
  groups: string[]
  /** By group, then by answer. */
  shares: MaybeEstimate[][]
  /** The same weighted shares by danfojs, without interval. */
  byFrame: number[][]
  test: RaoScott | null
}

export function weightedCrosstab(
  frames: Frames,
  answer: string,
  group: string,
  margins: Margin[] = [],
): WeightedCrosstab {
  const unit = frames.responses
  const design = designAt(frames, unit, margins)
  const [given, by] = [codesAt(frames, unit, answer), codesAt(frames, unit, group)]
  const shares = by.values.map((_, code) => {
    const domain = Uint8Array.from(by.codes, (own) => Number(own === code))
    return given.values.map((value) => share(hitsAt(frames, unit, answer, [value]), design, domain))
  })
  const weighted = unit.frame.copy().addColumn('poids', [...design.weights])
  const sums = weighted.groupby([group, answer]).col(['poids']).sum()
  const cells = (sums.values as [string, string, number][]).filter(([, value]) => !isSilent(value))
  const byFrame = by.values.map((name) => {
    const own = cells.filter(([one]) => String(one) === name)
    const total = own.reduce((sum, [, , weight]) => sum + weight, 0)
    return given.values.map((value) => (own.find(([, one]) => String(one) === value)?.[2] ?? 0) / total)
  })
  return { answers: given.values, groups: by.values, shares, byFrame, test: raoScott(given.codes, by.codes, design) }
}

export async function run(args: string[]): Promise<void> {
  const usage = 'croisement-pondere FICHIER.jsonl QUESTION GROUPE [marges=MARGES.csv]'
  const { words, options } = givenIn(args, usage, 3, ['marges'])
  const [file, answer, group] = words as [string, string, string]
  const { answers, groups, shares, test } = weightedCrosstab(
    readFrames(file),
    answer,
    group,
    marginsAt(options.get('marges')),
  )
  print(
    tableText(
      [answer, ...groups],
      answers.map((own, line) => [own, ...shares.map((column) => figure(column[line]!))]),
    ),
  )
  if (test === null) print('Trop peu de réponses pour dire si les deux questions sont liées.\n')
  else
    print(
      test.p < 0.05
        ? `Les deux questions sont liées (Rao-Scott, ${chanceText(test.p)}).\n`
        : `Rien n’établit que les deux questions sont liées (Rao-Scott, ${chanceText(test.p)}).\n`,
    )
}
