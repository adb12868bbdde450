/** Where each action of the plan stands, by its number: added to, never changed. */
import { collections } from '../../store/collections.ts'
import { historyIn } from '../../store/history.ts'
import type { Store } from '../../store/store.ts'

export const followUpsIn = (store: Store) => historyIn(store.collection(collections.followUps))
