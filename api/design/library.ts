/** The library of this installation: questions that its staff asks again elsewhere, under the same codes. */
import { randomUUID } from 'node:crypto'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { collections } from '../store/collections.ts'
import type * as wire from '../wire/design.ts'

const libraryIn = ({ store }: AppContext) => store.collection(collections.library)

export async function libraryItems(context: AppContext): Promise<wire.LibraryItems> {
  const stored = await libraryIn(context).list()
  const items = stored.map(({ id, value: { by: _, ...item } }) => ({ id, ...item }))
  return { items: items.toSorted((a, b) => a.at.localeCompare(b.at)) }
}

export async function addToLibrary(context: AppContext, me: Account, item: wire.NewLibraryItem): Promise<void> {
  const written = { ...item, by: me.login, byName: me.name, at: context.now().toISOString() }
  await libraryIn(context).put(randomUUID(), written, null)
}

/** Nothing happens when it is gone already: questionnaires that took it up have their own copy. */
export async function removeFromLibrary(context: AppContext, id: string): Promise<void> {
  await libraryIn(context).remove(id)
}
