/** Who else has a questionnaire open: told to each, so that two people do not write over one another unknowingly. */
import type { Account } from '../accounts/account.ts'
import type { House } from '../house.ts'

/** Shelf `design-presence`, by `slug/login`. */
type Presence = { name: string; at: string }

const hereMs = 2 * 60_000

/** Says that this person has it open, and tells who else does. */
export async function nowHere(house: House, slug: string, me: Account): Promise<Presence[]> {
  const shelf = house.store.shelf<Presence>('design-presence')
  const now = house.now()
  const mine = `${slug}/${me.login}`
  const kept = await shelf.get(mine)
  // lost to another window of the same person: it says the same
  await shelf.put(mine, { name: me.name, at: now.toISOString() }, kept?.revision ?? null)
  const others: Presence[] = []
  for (const { id, value } of await shelf.list(`${slug}/`)) {
    const age = now.getTime() - new Date(value.at).getTime()
    if (age > hereMs) await shelf.remove(id)
    else if (id !== mine) others.push(value)
  }
  return others
}
