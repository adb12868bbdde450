/** The library of this installation: questions that its staff keep to ask them again elsewhere, under the same codes. */
import { randomUUID } from 'node:crypto'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { collections } from '../store/collections.ts'
import type * as wire from '../wire/design.ts'

const keptIn = ({ store }: AppContext) => store.collection(collections.library)

export async function keptItems(context: AppContext): Promise<wire.KeptItems> {
  const stored = await keptIn(context).list()
  const items = stored.map(({ id, value: { by: _, ...item } }) => ({ id, ...item }))
  return { items: items.toSorted((a, b) => a.at.localeCompare(b.at)) }
}

export async function keep(context: AppContext, me: Account, item: wire.KeepItem): Promise<void> {
  const written = { ...item, by: me.login, byName: me.name, at: context.now().toISOString() }
  await keptIn(context).put(randomUUID(), written, null)
}

/** Nothing happens when it is gone already: questionnaires that took it up have their own copy. */
export async function dropKept(context: AppContext, id: string): Promise<void> {
  await keptIn(context).remove(id)
}
