/** What stays on the device until it is safe elsewhere; whatever moves moves in one step, so that nothing is ever in neither place. */
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { eraseCarried } from '../carry/erase.ts'
import { changed, type Draft, device, type Step, tryWrite, type UnseenReceipt, type Waiting } from './device.ts'

export { type Draft, retentionDays, type UnseenReceipt, type Waiting } from './device.ts'

export const drafts = {
  all: async () => (await device())?.getAll('drafts') ?? [],
  of: async (slug: string) => (await device())?.get('drafts', slug),
  /**
   * The draft of this questionnaire from now on: the one another tab has begun, or this one.
   *
   * @returns null when the answers of another tab have arrived meanwhile
   */
  async begin(draft: Draft): Promise<Draft | null> {
    let begun: Draft | null = draft
    await tryWrite(async (database) => {
      const change = database.transaction(['drafts', 'receipts'], 'readwrite')
      const there = await change.objectStore('drafts').get(draft.questionnaire)
      const hasArrived = isUnseen(await change.objectStore('receipts').get(draft.questionnaire))
      begun = there ?? (hasArrived ? null : draft)
      if (begun) await change.objectStore('drafts').put(begun)
      await change.done
    })
    return begun
  },
  save: (draft: Draft) => tryWrite((database) => database.put('drafts', draft)),
  /** The copy stored for another device goes too. */
  async drop(slug: string): Promise<void> {
    const draft = await drafts.of(slug)
    await tryWrite((database) => database.delete('drafts', slug))
    void eraseCarried(draft?.carried).catch(() => {})
  },
  /** Drops the draft a response was made from; another one, begun since, stays. */
  dropSent: (response: SentResponse) =>
    changed(async (step) => {
      if (await draftBehind(step, response)) await step.objectStore('drafts').delete(response.questionnaire)
    }),
}

/** The draft this very response was made from, while it is there. */
async function draftBehind(step: Step, { id, questionnaire }: SentResponse): Promise<Draft | null> {
  const draft = await step.objectStore('drafts').get(questionnaire)
  return draft?.id === id ? draft : null
}

export const waiting = {
  all: async (): Promise<Waiting[]> => (await (await device())?.getAll('waiting')) ?? [],
  of: async (slug: string) => (await waiting.all()).filter(({ sheet: response }) => response.questionnaire === slug),
  /** @returns false when this device could not save it */
  save: async (response: SentResponse): Promise<boolean> =>
    (await changed(async (step) => {
      const row = await step.objectStore('waiting').get(response.id)
      const draft = (await draftBehind(step, response)) ?? row?.draft ?? null
      await step
        .objectStore('waiting')
        .put({ sheet: response, savedAt: Date.now(), draft, isSeen: row?.isSeen ?? false, refusal: null })
      return true
    })) ?? false,
  /** It waits before the person's eyes, with its code: the draft goes. */
  shown: (response: SentResponse) =>
    changed(async (step) => {
      const row = await step.objectStore('waiting').get(response.id)
      if (row === undefined) return
      await step.objectStore('waiting').put({ ...row, isSeen: true })
      if (await draftBehind(step, response)) await step.objectStore('drafts').delete(response.questionnaire)
    }),
  /**
   * The server has it: its code waits to be shown, the rest goes.
   *
   * @returns proof of the copy that was stored for another device
   */
  arrived: (response: SentResponse) =>
    changed(async (step) => {
      const { id, questionnaire, version } = response
      const draft = await draftBehind(step, response)
      const row = await step.objectStore('waiting').get(id)
      const { code, carried } = draft ?? row?.draft ?? {}
      const there = step.objectStore('receipts')
      if (code && !row?.isSeen) await there.put({ id, questionnaire, version, code, savedAt: Date.now() })
      // its words have been read: that it has arrived is still to be said
      else if (row?.isSeen && !(await there.get(questionnaire)))
        await there.put({ id, questionnaire, version, code: [], savedAt: Date.now() })
      if (draft) await step.objectStore('drafts').delete(questionnaire)
      await step.objectStore('waiting').delete(id)
      return carried
    }),
  /** @returns what was set aside; null when the draft is still there to be mended, or when this device stores nothing */
  refused: (response: SentResponse, refusal: NonNullable<Waiting['refusal']>): Promise<Waiting | null> =>
    changed(async (step) => {
      const row = await step.objectStore('waiting').get(response.id)
      const isMendable = (await draftBehind(step, response)) !== null
      if (row === undefined || isMendable) {
        await step.objectStore('waiting').delete(response.id)
        return null
      }
      const aside = { ...row, refusal }
      await step.objectStore('waiting').put(aside)
      return aside
    }),
  /** Puts answers set aside back where they can be mended. @returns false when another draft has been begun since */
  giveBack: async (draft: Draft): Promise<boolean> =>
    (await changed(async (step) => {
      if ((await step.objectStore('drafts').get(draft.questionnaire)) !== undefined) return false
      await step.objectStore('drafts').put({ ...draft, savedAt: Date.now() })
      await step.objectStore('waiting').delete(draft.id)
      return true
    })) ?? false,
  drop: (id: string) => tryWrite((database) => database.delete('waiting', id)),
}

const isUnseen = (receipt: UnseenReceipt | undefined): receipt is UnseenReceipt => (receipt?.code.length ?? 0) > 0
const allReceipts = async (): Promise<UnseenReceipt[]> => (await (await device())?.getAll('receipts')) ?? []

/** Receipts nobody has seen yet. */
export const receipts = {
  all: async () => (await allReceipts()).filter(isUnseen),
  of: async (slug: string) => {
    const receipt = await (await device())?.get('receipts', slug)
    return isUnseen(receipt) ? receipt : undefined
  },
  /** Answers that have arrived since their words were read: told once. @returns whether there were any */
  takeNews: async (): Promise<boolean> =>
    (await changed(async (step) => {
      const there = step.objectStore('receipts')
      const news = (await there.getAll()).filter((receipt) => !isUnseen(receipt))
      for (const { questionnaire } of news) await there.delete(questionnaire)
      return news.length > 0
    })) ?? false,
  drop: (slug: string) => tryWrite((database) => database.delete('receipts', slug)),
}
