/**
 * Lieux et moments : pour chaque lieu coché, la part de ceux qui y vont à chaque moment. Les deux questions sont sur la même
 * page : les lignes protégées suffisent.
 *
 *   npm run analyse -- lieux-et-moments jeunes.jsonl lieux lieu_moments
 */
import { CommandError, print } from '../../../cli/command.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import { share } from '../../estimates/share.ts'
import { designAt, type Frames, hitsAt, readFrames } from '../frames.ts'
import { figure, givenIn, tableText } from '../recipe.ts'

export type PlacesByMoment = { places: string[]; moments: string[]; shares: MaybeEstimate[][]; byFrame: number[][] }

export function placesByMoment(frames: Frames, places: string, moments: string): PlacesByMoment {
  const { responses: unit } = frames
  const { frame } = unit
  const ticked = (question: string) => {
    const own = frame.columns
      .filter((name) => name.startsWith(`${question}.`))
      .map((name) => name.slice(question.length + 1))
    if (own.length > 0) return own
    throw new CommandError(`« ${question} » n’est pas une question à cases. Colonnes : ${frame.columns.join(', ')}.`)
  }
  const [where, when] = [ticked(places), ticked(moments)]
  const design = designAt(frames, unit)
  const shares = where.map((place) => {
    const there = hitsAt(frames, unit, places, [place])
    const domain = Uint8Array.from(there, (one) => Number(one === 1))
    return when.map((moment) => share(hitsAt(frames, unit, moments, [moment]), design, domain))
  })
  // danfojs: the rows that ticked the place, then the mean of the 0 and 1 of the moment, NaN left out
  const byFrame = where.map((place) => {
    const isThere = (frame.column(`${places}.${place}`).values as number[]).map((one) => one === 1)
    if (!isThere.includes(true)) return when.map(() => Number.NaN)
    const own = frame.query(isThere)
    return when.map((moment) => {
      const said = own.column(`${moments}.${moment}`).dropNa()
      // danfojs has no mean of nothing
      return said.shape[0] === 0 ? Number.NaN : said.mean()
    })
  })
  return { places: where, moments: when, shares, byFrame }
}

export async function run(args: string[]): Promise<void> {
  const { words } = givenIn(args, 'lieux-et-moments FICHIER.jsonl LIEUX MOMENTS', 3)
  const [file, places, moments] = words as [string, string, string]
  const { places: where, moments: when, shares } = placesByMoment(readFrames(file), places, moments)
  print(
    tableText(
      [places, ...when],
      where.map((place, at) => [place, ...shares[at]!.map(figure)]),
    ),
  )
}
