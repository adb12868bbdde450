/** What one holder of the role has still to read, among the questionnaires they work on. */
import { frenchOf } from '../../surveys/elements.ts'
import type { Account } from '../accounts/account.ts'
import type { House } from '../house.ts'
import type { Flagged } from './flagged.ts'
import { type Seen, vigilanceIn } from './vigilance.ts'

export type Room = { slug: string; title: string; waiting: Flagged[]; seen: Seen[] }

export async function roomsFor(house: House, { questionnaires: mine }: Account): Promise<Room[]> {
  const vigilance = vigilanceIn(house)
  const { questionnaires } = await house.questionnaires.list()
  const rooms: Room[] = []
  for (const { slug, title } of questionnaires) {
    if (mine !== null && !mine.includes(slug)) continue
    const seen = await vigilance.seenIn(slug)
    const known = new Set(seen.map(({ id }) => id))
    const waiting = (await house.analysis.flagged(slug)).filter(({ id }) => !known.has(id))
    rooms.push({ slug, title: frenchOf(title), waiting, seen })
  }
  return rooms
}
