/** What the server does by itself every hour. What destroys something waits for a clock that can be believed. */
import { sweep } from '../accounts/accounts.ts'
import type { AppContext } from '../context.ts'
import { forgetPictures } from '../design/pictures.ts'
import { noteFrozen } from '../fieldwork/dates.ts'
import { lookForFlags } from '../fieldwork/review.ts'
import { forgetPaperLinks } from '../paper/batches.ts'
import { carriedIn } from '../responses/carried.ts'
import { contactsIn } from '../responses/contacts.ts'
import { withdrawalsIn } from '../responses/withdrawals.ts'
import { leasesIn } from '../store/lease.ts'
import { clockOf } from './clock.ts'
import { backUpDaily } from './daily-backup.ts'
import { purgeContactsDue } from './purge.ts'

/**
 * One instance at a time: one that finds another at it leaves it.
 *
 * @returns what to call every hour; it gives false when the clock was doubted, and nothing was destroyed
 */
export function hourlyJobs(context: AppContext): () => Promise<boolean> {
  const leases = leasesIn(context.store, context.now)
  return async () => {
    const made = await leases.during('upkeep', () => runJobs(context))
    return made === 'taken' || made.done
  }
}

async function runJobs(context: AppContext): Promise<boolean> {
  await contactsIn(context).sweep()
  if (!(await clockOf(context).tick())) return false
  await sweep(context.accounts)
  await carriedIn(context).sweep()
  await withdrawalsIn(context).destroyFrozen()
  await purgeContactsDue(context)
  await forgetPaperLinks(context)
  await forgetPictures(context)
  await noteFrozen(context)
  await lookAhead(context)
  // last: a full disk must stop nothing else
  await backUpDaily(context)
  return true
}

/** So that pages have little left to look at. */
async function lookAhead(context: AppContext): Promise<void> {
  for (const { slug, status } of (await context.questionnaires.list()).questionnaires)
    if (status === 'open' || status === 'closed') await lookForFlags(context, slug)
}
