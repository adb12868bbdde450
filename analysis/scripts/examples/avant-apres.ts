/**
 * Avant et après : une même réponse dans les exports de deux années, et si l’écart est établi.
 *
 *   npm run analyse -- avant-apres familles-2026.jsonl familles-2028.jsonl info_facile oui,plutot_oui
 */
import { print } from '../../../cli/command.ts'
import { type Change, changeBetween } from '../../comparisons/waves.ts'
import type { Margin } from '../../design/margin.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import { share } from '../../estimates/share.ts'
import { designAt, type Frames, hitsAt, marginsAt, readFrames } from '../frames.ts'
import { answersIn, figure, givenIn, points } from '../recipe.ts'

export type Waves = { before: MaybeEstimate; after: MaybeEstimate; change: Change | null }

export function wavesOf(
  earlier: Frames,
  later: Frames,
  question: string,
  wanted: readonly string[],
  margins: Margin[] = [],
): Waves {
  const [before, after] = [earlier, later].map((frames) =>
    share(hitsAt(frames, frames.responses, question, wanted), designAt(frames, frames.responses, margins)),
  ) as [MaybeEstimate, MaybeEstimate]
  const isKnown = before.value !== null && after.value !== null
  return { before, after, change: isKnown ? changeBetween(before, after) : null }
}

export async function run(args: string[]): Promise<void> {
  const usage = 'avant-apres AVANT.jsonl APRÈS.jsonl QUESTION RÉPONSES [marges=MARGES.csv]'
  const { words, options } = givenIn(args, usage, 4, ['marges'])
  const [before, after, question, wanted] = words as [string, string, string, string]
  const margins = marginsAt(options.get('marges'))
  const waves = wavesOf(readFrames(before), readFrames(after), question, answersIn(wanted), margins)
  print(`Avant : ${figure(waves.before)}\nAprès : ${figure(waves.after)}\n`)
  if (waves.change === null) print('Trop peu de réponses pour comparer.\n')
  else {
    const { change: value, low, high, p } = waves.change
    print(`Écart : ${points({ value, low, high })}, ${p < 0.05 ? 'établi' : 'non établi'}.\n`)
  }
}
