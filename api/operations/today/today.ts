/** What needs this person today: one line a matter, each a sentence and a place to go. */
import { setImmediate as breath } from 'node:timers/promises'
import type { Account } from '../../accounts/account.ts'
import type { AppContext } from '../../context.ts'
import { firstStepsFor } from '../../questionnaires/first-steps.ts'
import { livePage } from '../../questionnaires/live.ts'
import { publicationsIn } from '../../results/publications.ts'
import type * as wire from '../../wire/staff.ts'
import * as heard from './heard.ts'
import * as installation from './installation.ts'
import type { Line, Matter, Shared } from './matter.ts'
import * as questionnaires from './questionnaires.ts'
import * as responses from './responses.ts'
import * as results from './results.ts'
import { underWay } from './under-way.ts'

/** In the order of the page; what is urgent comes first there. */
const matters: readonly Matter[] = [
  questionnaires.reviewAsked,
  heard.quotesToCheck,
  heard.youngIdeas,
  results.peopleToTell,
  heard.proposedCards,
  questionnaires.remarks,
  results.publicationAsked,
  results.closedResults,
  results.lateDecisions,
  results.undecidedResults,
  questionnaires.openingAsked,
  questionnaires.closingSoon,
  questionnaires.shippedTexts,
  questionnaires.trials,
  responses.flaggedGroups,
  responses.purgesDue,
  installation.backups,
  installation.missingValues,
  installation.lonelyTeam,
  installation.silentKiosks,
  responses.quarantined,
  installation.keyringCopies,
  responses.unreadable,
  responses.distress,
  installation.provisionalZones,
  installation.usedRecoveryCodes,
  installation.recoveryCodes,
]

export async function today(
  context: AppContext,
  me: Account,
  publications = publicationsIn(context.store),
): Promise<wire.Today> {
  const first = await firstStepsFor(context, me)
  const mine = matters.filter(
    ({ roles, isStep }) => !(isStep && first) && roles.some((role) => role === 'staff' || me.roles.includes(role)),
  )
  let read: ReturnType<typeof livePage> | undefined
  const shared: Shared = { live: () => (read ??= livePage(context, me)), publications }
  const lines: Line[] = []
  for (const matter of mine) {
    lines.push(...(await matter.lines(context, me, shared)))
    // some read every questionnaire: others are answered in between
    await breath()
  }
  return {
    first,
    underWay: first ? null : await underWay(me, context.now(), shared),
    // what a step leads to already is not told again below it
    lines: lines
      .filter(({ link }) => link === null || !first?.some((step) => step.state === 'now' && step.link === link))
      .toSorted((a, b) => Number(b.urgent) - Number(a.urgent)),
  }
}
