/** Shows each author who else has the questionnaire open, so that two people do not overwrite each other unknowingly. */
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { collections } from '../store/collections.ts'
import type { Presence } from './collections.ts'

/** An open editor says so every 15 seconds: whoever left is shown for less than a minute. */
const hereMs = 40_000

/** Notes that this person has it open, and returns who else does. */
export async function nowHere(context: AppContext, slug: string, me: Account): Promise<Presence[]> {
  const collection = context.store.collection(collections.designPresence)
  const now = context.now()
  const mine = `${slug}/${me.login}`
  await collection.update(mine, () => ({ name: me.name, at: now.toISOString() }))
  const others: Presence[] = []
  for (const { id, value } of await collection.list(`${slug}/`)) {
    const age = now.getTime() - new Date(value.at).getTime()
    if (age > hereMs) await collection.remove(id)
    else if (id !== mine) others.push(value)
  }
  return others
}
