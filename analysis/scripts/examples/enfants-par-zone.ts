/**
 * Enfants par zone : la part des enfants dans chaque zone, les enfants d’une famille comptés ensemble dans l’intervalle.
 *
 *   npm run analyse -- enfants-par-zone familles-complet.jsonl enfants.garde_tenable difficile,non
 *
 * Dans les lignes protégées, les fiches d’enfants changent de famille à l’intérieur d’un groupe : la part par zone reste juste,
 * l’intervalle demande la forme complète.
 */
import { print } from '../../../cli/command.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import { share } from '../../estimates/share.ts'
import { codesAt, columnAt, designAt, type Frames, hitsAt, readFrames, unitAt } from '../frames.ts'
import { answersIn, figure, givenIn, tableText } from '../recipe.ts'

export type ZoneShare = { zone: string; share: MaybeEstimate; byFrame: number }

export function childrenByZone(
  frames: Frames,
  question: string,
  wanted: readonly string[],
  group = 'zone',
): ZoneShare[] {
  const unit = unitAt(frames, question.split('.')[0]!)
  const hits = hitsAt(frames, unit, question, wanted)
  const { values, codes } = codesAt(frames, unit, group)
  const design = designAt(frames, unit)
  // danfojs: the zone of the family beside each child, then the mean of the 0 and 1 of each zone
  const answered = [...hits.keys()].filter((row) => !Number.isNaN(hits[row]))
  const zones = columnAt(frames, unit, group)
  const children = unit.frame
    .copy()
    .addColumn('groupe', zones)
    .addColumn('oui', [...hits])
    .iloc({ rows: answered })
  const means = children.groupby(['groupe']).col(['oui']).mean().values as [string, number][]
  return values.map((zone, code) => ({
    zone,
    share: share(
      hits,
      design,
      Uint8Array.from(codes, (own) => Number(own === code)),
    ),
    byFrame: means.find(([one]) => String(one) === zone)?.[1] ?? Number.NaN,
  }))
}

export async function run(args: string[]): Promise<void> {
  const { words } = givenIn(args, 'enfants-par-zone FICHIER.jsonl ENFANTS.QUESTION RÉPONSES', 3)
  const [file, question, wanted] = words as [string, string, string]
  const frames = readFrames(file)
  const zones = childrenByZone(frames, question, answersIn(wanted))
  print(
    tableText(
      ['zone', 'part des enfants'],
      zones.map((one) => [one.zone, figure(one.share)]),
    ),
  )
  if (frames.form === 'protected')
    print('Lignes protégées : les parts sont justes, les intervalles supposent des enfants de familles différentes.\n')
}
