/** Batches of paper forms, and what has come back of each. */
import type { AppContext } from '../context.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type * as wire from '../wire/paper.ts'
import type { Batch, PaperForm } from './collections.ts'

export type { Batch, PaperForm }

export const paperBatchesIn = (store: Store) => store.collection(collections.paperBatches)
export const paperFormsIn = (store: Store) => store.collection(collections.paperForms)

/** What has become of each batch, newest first. */
export async function batches(context: AppContext, worksOn: (slug: string) => boolean): Promise<wire.Batches> {
  const forms = (await paperFormsIn(context.store).list()).map(({ value }) => value)
  const stored = (await paperBatchesIn(context.store).list()).filter(({ value }) => worksOn(value.questionnaire))
  const lines = await Promise.all(
    stored.map(async ({ id, value: { sampled: _, ...value } }) => {
      const { title } = (await context.questionnaires.published(value.questionnaire, value.version)).questionnaire
      const mine = forms.filter(({ batch }) => batch === id)
      const again = mine.flatMap((form) => form.again ?? [])
      return {
        id,
        ...value,
        title: typeof title === 'string' ? title : title.default,
        printed: mine.length,
        entered: mine.filter(({ first }) => first !== null).length,
        waiting: mine.filter(isWaiting).length,
        again: again.length,
        unsettled: again.filter(({ isSettled }) => !isSettled).length,
        compared: again.reduce((sum, { compared }) => sum + compared, 0),
        different: again.reduce((sum, { different }) => sum + different, 0),
      }
    }),
  )
  return { batches: lines.sort((a, b) => Number(b.id) - Number(a.id)) }
}

/** Typed once, and drawn for a second entry. */
export const isWaiting = ({ first, again, isSampled }: PaperForm) => isSampled && first !== null && again === null

/** After the freeze no form that was never typed leads to a code. */
export async function forgetPaperCodes(context: AppContext): Promise<void> {
  const frozen = new Set(await context.questionnaires.frozen())
  if (frozen.size === 0) return
  const collection = paperFormsIn(context.store)
  for (const { id, revision, value } of await collection.list())
    if (value.withdrawal !== null && frozen.has(value.questionnaire))
      await collection.put(id, { ...value, withdrawal: null }, revision)
}
