/** What stays on the device until it is safe elsewhere; whatever moves moves in one step, so that nothing is ever in neither place. */
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { changed, type Draft, device, kept, type Step, type Unseen, type Waiting } from './device.ts'

export { type Draft, keptDays, type Unseen, type Waiting } from './device.ts'

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
    await kept(async (database) => {
      const change = database.transaction(['drafts', 'receipts'], 'readwrite')
      const there = await change.objectStore('drafts').get(draft.questionnaire)
      const hasArrived = (await change.objectStore('receipts').get(draft.questionnaire)) !== undefined
      begun = there ?? (hasArrived ? null : draft)
      if (begun) await change.objectStore('drafts').put(begun)
      await change.done
    })
    return begun
  },
  keep: (draft: Draft) => kept((database) => database.put('drafts', draft)),
  drop: (slug: string) => kept((database) => database.delete('drafts', slug)),
  /** The draft a sheet was made from; another one, begun since, stays. */
  dropSent: (sheet: SentResponse) =>
    changed(async (step) => {
      if (await draftBehind(step, sheet)) await step.objectStore('drafts').delete(sheet.questionnaire)
    }),
}

/** The draft this very sheet was made from, while it is there. */
async function draftBehind(step: Step, { id, questionnaire }: SentResponse): Promise<Draft | null> {
  const draft = await step.objectStore('drafts').get(questionnaire)
  return draft?.id === id ? draft : null
}

export const waiting = {
  all: async (): Promise<Waiting[]> => (await (await device())?.getAll('waiting')) ?? [],
  of: async (slug: string) => (await waiting.all()).filter(({ sheet }) => sheet.questionnaire === slug),
  /** @returns false when this device could not keep it */
  keep: async (sheet: SentResponse): Promise<boolean> =>
    (await changed(async (step) => {
      const row = await step.objectStore('waiting').get(sheet.id)
      const draft = (await draftBehind(step, sheet)) ?? row?.draft ?? null
      await step
        .objectStore('waiting')
        .put({ sheet, savedAt: Date.now(), draft, isSeen: row?.isSeen ?? false, refusal: null })
      return true
    })) ?? false,
  /** It waits before the person's eyes, with its code: the draft goes. */
  shown: (sheet: SentResponse) =>
    changed(async (step) => {
      const row = await step.objectStore('waiting').get(sheet.id)
      if (row === undefined) return
      await step.objectStore('waiting').put({ ...row, isSeen: true })
      if (await draftBehind(step, sheet)) await step.objectStore('drafts').delete(sheet.questionnaire)
    }),
  /** The server has it: its code waits to be shown, the rest goes. */
  arrived: (sheet: SentResponse) =>
    changed(async (step) => {
      const { id, questionnaire, version } = sheet
      const draft = await draftBehind(step, sheet)
      const row = await step.objectStore('waiting').get(id)
      const code = (draft ?? row?.draft)?.code
      if (code && !row?.isSeen)
        await step.objectStore('receipts').put({ id, questionnaire, version, code, savedAt: Date.now() })
      if (draft) await step.objectStore('drafts').delete(questionnaire)
      await step.objectStore('waiting').delete(id)
    }),
  /** @returns what was set aside; null when the draft is still there to be mended, or when this device keeps nothing */
  refused: (sheet: SentResponse, refusal: NonNullable<Waiting['refusal']>): Promise<Waiting | null> =>
    changed(async (step) => {
      const row = await step.objectStore('waiting').get(sheet.id)
      const isMendable = (await draftBehind(step, sheet)) !== null
      if (row === undefined || isMendable) {
        await step.objectStore('waiting').delete(sheet.id)
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
  drop: (id: string) => kept((database) => database.delete('waiting', id)),
}

/** Receipts nobody has seen yet. */
export const receipts = {
  all: async (): Promise<Unseen[]> => (await (await device())?.getAll('receipts')) ?? [],
  of: async (slug: string) => (await device())?.get('receipts', slug),
  drop: (slug: string) => kept((database) => database.delete('receipts', slug)),
}
