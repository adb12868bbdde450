/** Routes of the tablets (they only add) and of the staff who place them. */

import type { Request, Response } from 'express'
import { startOfDay } from '../../surveys/days.ts'
import { isAdministrator, placesKiosks } from '../accounts/account.ts'
import { reaches, withinLimits } from '../accounts/limits.ts'
import { visitor, worksOn } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import { qrCode } from '../http/qr-code.ts'
import type { Handlers } from '../http/serve.ts'
import { originOf } from '../settings/origin.ts'
import type { kioskContracts } from '../wire/contracts/kiosk.ts'
import type { EncryptedResponse } from '../wire/encrypted-response.ts'
import type * as wire from '../wire/kiosk.ts'
import { countOf, ofKiosk, setAside } from './aside.ts'
import { kioskOf } from './device.ts'
import type { Intake } from './intake.ts'
import { isSilent, type Kiosk, linkHours } from './kiosk.ts'
import { whys } from './whys.ts'

export function kioskRoutes(context: AppContext, intake: Intake): Handlers<typeof kioskContracts> {
  const { kiosks, keys, quarantine, takeIn } = intake
  const record = (
    who: string,
    what: Parameters<AppContext['audit']['record']>[0]['what'],
    about: string,
    details = {},
  ) => context.audit.record({ who, what, about, details })

  const orders = async ({ id, name, channel, questionnaires }: Kiosk): Promise<wire.KioskOrders> => ({
    id,
    name,
    channel,
    questionnaires,
    queueKey: await keys.current(),
    now: context.now().toISOString(),
  })
  const takeAll = async (responses: EncryptedResponse[]) => {
    const outcomes: wire.BatchTaken['outcomes'] = []
    // one after the other, in the order of arrival
    for (const encrypted of responses) {
      const outcome = await takeIn(encrypted)
      if (outcome) outcomes.push({ id: encrypted.id, outcome })
    }
    return { outcomes }
  }

  /** The kiosk of the address, when all it offers is within the limits of whoever asks. */
  const own = async (id: string, res: Response): Promise<Kiosk> => {
    const kiosk = await kiosks.get(id)
    withinLimits(visitor(res).account, kiosk)
    return kiosk
  }

  const mayLink = async (login: string, kiosk: Kiosk): Promise<boolean> => {
    const maker = await context.accounts.all.find(login)
    return maker !== null && placesKiosks(maker) && reaches(maker, kiosk)
  }

  return {
    'POST /api/kiosk/join': async ({ body }) => {
      const { kiosk, token } = await kiosks.join(body.secret, mayLink)
      await record(`borne ${kiosk.name}`.slice(0, 80), 'kiosk-registered', kiosk.name)
      return { token, orders: await orders(kiosk) }
    },
    'POST /api/kiosk/heartbeat': async ({ body, res }) => {
      const kiosk = await kiosks.beat(kioskOf(res).id, body)
      await keys.retire(await kiosks.list())
      return await orders(kiosk)
    },
    'POST /api/kiosk/sheets': async ({ body, res }) => {
      // a tablet speaks for itself only
      const { id: kiosk } = kioskOf(res)
      return takeAll(body.sheets.map((encrypted) => ({ ...encrypted, kiosk })))
    },

    'GET /api/kiosks': ({ res }) => {
      const decides = isAdministrator(visitor(res).account)
      return page(context, intake, { worksOn: (slug) => worksOn(res, slug), decides })
    },
    'POST /api/kiosks': async ({ body, req, res }) => {
      const { account } = visitor(res)
      withinLimits(account, body)
      const kiosk = await kiosks.add(body, account.login)
      await record(account.login, 'kiosk-added', kiosk.name)
      return await linkFor(context, req, await kiosks.link(kiosk.id, account.login))
    },
    'PUT /api/kiosks/:id': async ({ params, body, res }) => {
      withinLimits(visitor(res).account, body)
      const kiosk = await kiosks.set((await own(params.id, res)).id, body)
      await record(visitor(res).account.login, 'kiosk-changed', kiosk.name)
      return {}
    },
    'POST /api/kiosks/:id/link': async ({ params, req, res }) => {
      const { id, name } = await own(params.id, res)
      const { login } = visitor(res).account
      await record(login, 'kiosk-link', name)
      return await linkFor(context, req, await kiosks.link(id, login))
    },
    'POST /api/kiosks/:id/revoke': async ({ params, res }) => {
      const { name } = await kiosks.revoke((await own(params.id, res)).id)
      await record(visitor(res).account.login, 'kiosk-revoked', name)
      return {}
    },
    'POST /api/kiosks/:id/emptied': async ({ params, res }) => {
      const { name } = await kiosks.emptied((await own(params.id, res)).id)
      await record(visitor(res).account.login, 'kiosk-emptied', name)
      await keys.retire(await kiosks.list())
      return {}
    },
    'GET /api/kiosks/:id/responses': async ({ params, query, res }) => {
      const found = await ofKiosk(context, await own(params.id, res), sinceDay(query.since))
      return { count: countOf(found) }
    },
    'POST /api/kiosks/:id/aside': async ({ params, body: { since, reason }, res }) => {
      const kiosk = await own(params.id, res)
      const { login } = visitor(res).account
      return { count: await setAside(context, login, kiosk, { since: sinceDay(since), reason }) }
    },
    'POST /api/kiosks/import': async ({ body, res }) => {
      const taken = await takeAll(body.sheets)
      const fresh = taken.outcomes.filter(({ outcome }) => outcome === 'new').length
      const details = { fiches: taken.outcomes.length, nouvelles: fresh }
      await record(visitor(res).account.login, 'kiosk-imported', '', details)
      return taken
    },
    'POST /api/kiosks/quarantine/:id': async ({ params: { id }, body, res }) => {
      const { line } = await quarantine.open(id)
      if (line.questionnaire !== null) withinLimits(visitor(res).account, { questionnaires: [line.questionnaire] })
      const isAccepted = body.decision === 'keep'
      if (isAccepted) await intake.accept(id)
      else await quarantine.decided(id, 'dropped')
      const details = { décision: isAccepted ? 'comptée' : 'écartée', motif: whys[line.why] }
      await record(visitor(res).account.login, 'kiosk-decided', line.questionnaire ?? '', details)
      return {}
    },
  }
}

const sinceDay = (day: string | null = null) => (day === null ? null : startOfDay(day))

async function linkFor(context: AppContext, req: Request, secret: string): Promise<wire.KioskLink> {
  // behind the #: no server log ever holds it
  const address = `${await originOf(context, req)}/kiosk#${secret}`
  const picture = await qrCode(address, { margin: 2, level: 'M' })
  return { address, picture, validHours: linkHours }
}

async function page(
  context: AppContext,
  { kiosks, quarantine }: Intake,
  { worksOn, decides }: { worksOn: (slug: string) => boolean; decides: boolean },
): Promise<wire.KiosksPage> {
  const all = await kiosks.list()
  const nameOf = (id: string) => all.find((kiosk) => kiosk.id === id)?.name ?? 'borne inconnue'
  const waiting = decides ? await quarantine.list() : []
  return {
    kiosks: all
      .filter(({ questionnaires }) => questionnaires.some(worksOn))
      .map((kiosk) => ({
        id: kiosk.id,
        name: kiosk.name,
        channel: kiosk.channel,
        questionnaires: kiosk.questionnaires,
        state: kiosk.state,
        registeredAt: kiosk.registeredAt,
        seenAt: kiosk.beat?.at ?? null,
        queue: kiosk.beat?.queue ?? 0,
        app: kiosk.beat?.app ?? '',
        kept: kiosk.beat?.kept ?? null,
        isSilent: isSilent(kiosk, context.now()),
      })),
    quarantine: waiting
      .filter(({ questionnaire }) => questionnaire === null || worksOn(questionnaire))
      .map(({ id, kiosk, questionnaire, why, receivedAt, answeredAt }) => ({
        id,
        kiosk: nameOf(kiosk),
        questionnaire,
        why,
        words: whys[why],
        receivedAt,
        answeredAt,
        isReadable: why !== 'unreadable',
      })),
    questionnaires: (await context.questionnaires.list()).questionnaires
      .filter(({ slug }) => worksOn(slug))
      .map(({ slug, title }) => ({
        slug,
        title: typeof title === 'string' ? title : title.default,
      })),
  }
}
