/** Routes of the fieldwork, for those who run it. */

import type { Response } from 'express'
import { dayOf } from '../../surveys/days.ts'
import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import { pdf } from '../http/pdf.ts'
import type { Handlers } from '../http/serve.ts'
import { clockOf } from '../operations/clock.ts'
import { purgeableBy, purgeLine } from '../operations/purge.ts'
import { statusAt } from '../questionnaires/status.ts'
import { originOf } from '../settings/origin.ts'
import type { fieldworkContracts } from '../wire/contracts/fieldwork.ts'
import { closeNow, setDates, setInvitation, standingOf } from './dates.ts'
import { linkOf } from './diffusion/channels.ts'
import { cancelCodes, codeBatches, makeCodes, unusedIn } from './diffusion/codes.ts'
import { pictureOf, posterFor, posterName } from './diffusion/poster.ts'
import type { IntakeMonitor } from './intake-monitor.ts'
import { fieldworkList, fieldworkPage } from './page.ts'
import { decide, noteWaiting, shownGroup } from './review.ts'
import { setTargets, targetsOf } from './targets.ts'
import { waitingOf } from './waiting.ts'

export function fieldworkRoutes(context: AppContext, monitor: IntakeMonitor): Handlers<typeof fieldworkContracts> {
  const login = (res: Response) => visitor(res).account.login

  return {
    'GET /api/fieldwork': ({ res }) => fieldworkList(context, visitor(res).account),
    'POST /api/fieldwork/clock': async ({ body, res }) => {
      await clockOf(context).confirm(body.read, login(res))
      return {}
    },
    'POST /api/fieldwork/dispose': ({ body, res }) => {
      purgeableBy(visitor(res).account, body)
      return purgeLine(context, login(res), body)
    },
    'GET /api/fieldwork/:slug': async ({ params, req }) =>
      fieldworkPage(context, params.slug, await originOf(context, req)),
    'PUT /api/fieldwork/:slug/dates': async ({ params, body, res }) => {
      await setDates(context, login(res), params.slug, body)
      return {}
    },
    'POST /api/fieldwork/:slug/close': async ({ params, body, res }) => {
      await closeNow(context, login(res), params.slug, body.revision)
      return {}
    },
    'PUT /api/fieldwork/:slug/invitation': async ({ params, body, res }) => {
      return { revision: await setInvitation(context, login(res), params.slug, body) }
    },
    'PUT /api/fieldwork/:slug/targets': async ({ params, body, res }) => {
      await setTargets(context, login(res), params.slug, body)
      return {}
    },
    'GET /api/fieldwork/:slug/link': async ({ params, query: { channel, zone, language }, req }) => {
      await context.questionnaires.found(params.slug)
      const address = linkOf(await originOf(context, req), params.slug, channel, zone, language)
      return { address, picture: await pictureOf(address) }
    },
    'GET /api/fieldwork/:slug/poster': async ({ params: { slug }, query, req }) => {
      const poster = await posterFor(context, slug, query, await originOf(context, req))
      return pdf(posterName(slug, query), poster)
    },
    'POST /api/fieldwork/:slug/codes': async ({ params: { slug }, body, req, res }) =>
      makeCodes(context, login(res), slug, body, await originOf(context, req)),
    'POST /api/fieldwork/:slug/codes/:batch/cancel': async ({ params, res }) => {
      await cancelCodes(context, login(res), params.slug, params.batch)
      return {}
    },
    'GET /api/fieldwork/:slug/follow': async ({ params: { slug }, res }) => {
      await context.questionnaires.found(slug)
      // as it is now: what was just chosen is looked for here
      const { value: standing } = await standingOf(context, slug)
      await monitor.steps.flush()
      const counted = await context.analysis.follow(slug, dayOf(context.now()))
      const { revision: _, ...targets } = await targetsOf(context, slug)
      return {
        ...counted,
        title: await context.questionnaires.titleOf(slug, standing.version),
        status: statusAt(standing, context.now().toISOString()),
        closesAt: standing.closesAt,
        invitation: standing.invitation ?? 'none',
        unusedCodes: unusedIn(await codeBatches(context, slug)),
        targets,
        waiting: await waitingOf(context, visitor(res).account, slug, standing, counted),
      }
    },
    'GET /api/fieldwork/:slug/flags': async ({ params: { slug } }) => {
      await context.questionnaires.found(slug)
      await monitor.settled()
      const groups = await context.analysis.groups(slug)
      await noteWaiting(context, slug, groups.filter(({ review }) => review === null).length)
      return { groups: await Promise.all(groups.map((group) => shownGroup(context, group))) }
    },
    'GET /api/fieldwork/:slug/flags/shifts': async ({ params: { slug } }) => {
      await context.questionnaires.found(slug)
      return await context.analysis.shifts(slug)
    },
    'POST /api/fieldwork/:slug/flags/:key': async ({ params: { slug, key }, body, res }) => {
      await context.questionnaires.found(slug)
      const groups = await context.analysis.groups(slug)
      await decide(context, login(res), slug, groups, key, body)
      return {}
    },
  }
}
