/** Batches of paper forms, and what has come back of each. */
import { storedLanguage } from '../../surveys/answers/response.ts'
import { canonical } from '../../surveys/canonical.ts'
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
        unsettled: mine.filter(isUnsettled).length,
        compared: again.reduce((sum, { compared }) => sum + compared, 0),
        different: again.reduce((sum, { different }) => sum + different, 0),
      }
    }),
  )
  return { batches: lines.sort((a, b) => Number(b.id) - Number(a.id)) }
}

/** Typed once, and drawn for a second entry, which has its response to be compared with until the freeze. */
export const isWaiting = ({ id, first, again, isSampled }: PaperForm) =>
  id !== null && isSampled && first !== null && again === null

/** Its two entries differ, and what the paper says can still be typed. */
export const isUnsettled = ({ id, again }: PaperForm) => id !== null && again?.isSettled === false

/** After the freeze no form leads to a code or to a response any more; what was counted of it stays. */
export async function forgetPaperLinks(context: AppContext): Promise<void> {
  const frozen = new Set(await context.questionnaires.frozen())
  const collection = paperFormsIn(context.store)
  for (const { id, revision, value } of await collection.list()) {
    const known = frozen.has(value.questionnaire) ? unlinked(value) : value.first === null ? value : typed(value)
    // changed meanwhile: the next hour sees it as it is then
    if (canonical(known) !== canonical(value)) await collection.put(id, known, revision)
  }
}

/** The form once its response is stored: it says no more of the person than the response does. */
export const typed = (form: PaperForm): PaperForm => ({
  ...form,
  language: storedLanguage(form.language),
  withdrawal: null,
})

const nobody = { by: null, at: null }
const unlinked = (form: PaperForm): PaperForm => ({
  ...typed(form),
  id: null,
  drawn: {},
  first: form.first && nobody,
  again: form.again && { ...form.again, ...nobody },
})
