/** What the server does by itself every hour. What destroys something waits for a clock that can be believed. */
import { sweep } from '../accounts/accounts.ts'
import type { AppContext } from '../context.ts'
import { noteFrozen } from '../fieldwork/dates.ts'
import { noteWaiting } from '../fieldwork/review.ts'
import { forgetPaperCodes } from '../paper/batches.ts'
import { contactsIn } from '../responses/contacts.ts'
import { withdrawalsIn } from '../responses/withdrawals.ts'
import { clockOf } from './clock.ts'

/** @returns what to call every hour; it gives false when the clock was doubted, and nothing was destroyed */
export function upkeepOf(context: AppContext): () => Promise<boolean> {
  /** Sheets there were, by questionnaire, when they were last compared. */
  const compared = new Map<string, number>()

  /** So that the page of the day can say what waits without reading every sheet. */
  async function lookForFlags(): Promise<void> {
    for (const { slug, status } of (await context.questionnaires.list()).questionnaires) {
      if (status !== 'open' && status !== 'closed') continue
      const sheets = await context.store.responses.count(slug)
      if ((compared.get(slug) ?? 0) === sheets) continue
      const groups = await context.analysis.groups(slug)
      await noteWaiting(context, slug, groups.filter(({ review }) => review === null).length)
      compared.set(slug, sheets)
    }
  }

  return async () => {
    await sweep(context.accounts)
    await contactsIn(context).sweep()
    if (!(await clockOf(context).tick())) return false
    await withdrawalsIn(context).destroyFrozen()
    await forgetPaperCodes(context)
    await noteFrozen(context)
    await lookForFlags()
    return true
  }
}
