/** Who else has a questionnaire open: told to each, so that two people do not write over one another unknowingly. */
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'

/** DocumentCollection `design-presence`, by `slug/login`. */
type Presence = { name: string; at: string }

const hereMs = 2 * 60_000

/** Says that this person has it open, and tells who else does. */
export async function nowHere(context: AppContext, slug: string, me: Account): Promise<Presence[]> {
  const collection = context.store.collection<Presence>('design-presence')
  const now = context.now()
  const mine = `${slug}/${me.login}`
  const kept = await collection.get(mine)
  // lost to another window of the same person: it says the same
  await collection.put(mine, { name: me.name, at: now.toISOString() }, kept?.revision ?? null)
  const others: Presence[] = []
  for (const { id, value } of await collection.list(`${slug}/`)) {
    const age = now.getTime() - new Date(value.at).getTime()
    if (age > hereMs) await collection.remove(id)
    else if (id !== mine) others.push(value)
  }
  return others
}
