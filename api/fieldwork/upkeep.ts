/** What the server does by itself every hour. What destroys something waits for a clock that can be believed. */
import { sweep } from '../accounts/desk.ts'
import { contactsIn } from '../contacts.ts'
import type { House } from '../house.ts'
import { forgetPaperCodes } from '../paper/batches.ts'
import { withdrawalsIn } from '../withdrawals.ts'
import { clockOf } from './clock.ts'
import { noteFrozen } from './dates.ts'
import { noteWaiting } from './review.ts'

/** @returns what to call every hour; it gives false when the clock was doubted, and nothing was destroyed */
export function upkeepOf(house: House): () => Promise<boolean> {
  /** Sheets there were, by questionnaire, when they were last compared. */
  const compared = new Map<string, number>()

  /** So that the page of the day can say what waits without reading every sheet. */
  async function lookForFlags(): Promise<void> {
    for (const { slug, status } of (await house.questionnaires.list()).questionnaires) {
      if (status !== 'open' && status !== 'closed') continue
      const sheets = await house.store.responses.count(slug)
      if ((compared.get(slug) ?? 0) === sheets) continue
      const groups = await house.analysis.groups(slug)
      await noteWaiting(house, slug, groups.filter(({ review }) => review === null).length)
      compared.set(slug, sheets)
    }
  }

  return async () => {
    await sweep(house.desk)
    await contactsIn(house).sweep()
    if (!(await clockOf(house).tick())) return false
    await withdrawalsIn(house).destroyFrozen()
    await forgetPaperCodes(house)
    await noteFrozen(house)
    await lookForFlags()
    return true
  }
}
