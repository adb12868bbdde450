/** Routes of the tablets (they only add) and of the staff who place them. */
import type { Request, Response } from 'express'
import QRCode from 'qrcode'
import { withinLimits } from '../accounts/limits.ts'
import { needsPrivacy, visitor, worksOn } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import { startOfDay } from '../fieldwork/days.ts'
import type { Routes } from '../http/access.ts'
import { answerBytes, body } from '../http/body.ts'
import { Problem } from '../http/problems.ts'
import * as wire from '../wire/kiosk.ts'
import { Nothing } from '../wire/staff.ts'
import { countOf, ofKiosk, setAside } from './aside.ts'
import { kioskOf } from './device.ts'
import type { intakeOf } from './intake.ts'
import { isSilent, type Kiosk, linkHours } from './kiosk.ts'
import { whys } from './quarantine.ts'
import type { SealedSheet } from './sealed-sheet.ts'

const batchBytes = 2 * wire.batchSize * answerBytes

export function kioskRoutes(api: Routes, context: AppContext, intake: ReturnType<typeof intakeOf>): void {
  const { kiosks, keys, quarantine, takeIn } = intake
  const record = (
    who: string,
    what: Parameters<AppContext['audit']['record']>[0]['what'],
    about: string,
    details = {},
  ) => context.audit.record({ who, what, about, details })

  const orders = async ({ id, name, channel, questionnaires }: Kiosk) =>
    wire.KioskOrders.parse({
      id,
      name,
      channel,
      questionnaires,
      queueKey: await keys.current(),
      now: context.now().toISOString(),
    })
  const takeAll = async (sheets: SealedSheet[]) => {
    const outcomes: wire.BatchTaken['outcomes'] = []
    // one after the other: the order of arrival is kept
    for (const sealed of sheets) outcomes.push({ id: sealed.id, outcome: await takeIn(sealed) })
    return wire.BatchTaken.parse({ outcomes })
  }

  api.post('/api/kiosk/join', needsPrivacy, ...body(wire.JoinKiosk), async (_req, res) => {
    const { kiosk, token } = await kiosks.join(res.locals.body.secret)
    await record(`borne ${kiosk.name}`.slice(0, 80), 'kiosk-registered', kiosk.name)
    res.status(201).json(wire.JoinedKiosk.parse({ token, orders: await orders(kiosk) }))
  })
  api.post('/api/kiosk/heartbeat', ...body(wire.NewBeat), async (_req, res) => {
    const kiosk = await kiosks.beat(kioskOf(res).id, res.locals.body)
    await keys.retire(await kiosks.list())
    res.json(await orders(kiosk))
  })
  api.post('/api/kiosk/sheets', ...body(wire.SealedBatch, batchBytes), async (_req, res) => {
    // a tablet speaks for itself only
    const { id: kiosk } = kioskOf(res)
    const sheets = (res.locals.body.sheets as SealedSheet[]).map((sealed) => ({ ...sealed, kiosk }))
    res.json(await takeAll(sheets))
  })

  /** The kiosk of the address, when all it offers is within the limits of whoever asks. */
  const own = async (req: Request, res: Response): Promise<Kiosk> => {
    const kiosk = await kiosks.get(String(req.params.id))
    withinLimits(visitor(res).account, kiosk)
    return kiosk
  }

  api.get('/api/kiosks', async (_req, res) => res.json(await page(context, intake, (slug) => worksOn(res, slug))))
  api.post('/api/kiosks', ...body(wire.NewKiosk), async (req, res) => {
    const { account } = visitor(res)
    withinLimits(account, res.locals.body)
    const { login } = account
    const kiosk = await kiosks.add(res.locals.body, login)
    await record(login, 'kiosk-added', kiosk.name)
    res.status(201).json(await linkFor(req, await kiosks.link(kiosk.id)))
  })
  api.put('/api/kiosks/:id', ...body(wire.NewKiosk), async (req, res) => {
    withinLimits(visitor(res).account, res.locals.body)
    const kiosk = await kiosks.set((await own(req, res)).id, res.locals.body)
    await record(visitor(res).account.login, 'kiosk-changed', kiosk.name)
    res.json({})
  })
  api.post('/api/kiosks/:id/link', ...body(Nothing), async (req, res) => {
    const { id, name } = await own(req, res)
    await record(visitor(res).account.login, 'kiosk-link', name)
    res.status(201).json(await linkFor(req, await kiosks.link(id)))
  })
  api.post('/api/kiosks/:id/revoke', ...body(Nothing), async (req, res) => {
    const { name } = await kiosks.revoke((await own(req, res)).id)
    await record(visitor(res).account.login, 'kiosk-revoked', name)
    res.json({})
  })
  api.post('/api/kiosks/:id/emptied', ...body(Nothing), async (req, res) => {
    const { name } = await kiosks.emptied((await own(req, res)).id)
    await record(visitor(res).account.login, 'kiosk-emptied', name)
    await keys.retire(await kiosks.list())
    res.json({})
  })
  api.get('/api/kiosks/:id/responses', async (req, res) => {
    const kiosk = await own(req, res)
    const wanted = wire.KioskCountWanted.safeParse(req.query)
    if (!wanted.success) throw new Problem('form-refused')
    const found = await ofKiosk(context, kiosk, sinceDay(wanted.data.since))
    res.json(wire.KioskCount.parse({ count: countOf(found) }))
  })
  api.post('/api/kiosks/:id/aside', ...body(wire.NewAside), async (req, res) => {
    const kiosk = await own(req, res)
    const { since, reason } = res.locals.body
    const count = await setAside(context, visitor(res).account.login, kiosk, { since: sinceDay(since), reason })
    res.json(wire.KioskCount.parse({ count }))
  })
  api.post('/api/kiosks/import', ...body(wire.SealedBatch, batchBytes), async (_req, res) => {
    const taken = await takeAll(res.locals.body.sheets)
    const fresh = taken.outcomes.filter(({ outcome }) => outcome === 'new').length
    const details = { fiches: taken.outcomes.length, nouvelles: fresh }
    await record(visitor(res).account.login, 'kiosk-imported', '', details)
    res.json(taken)
  })
  api.post('/api/kiosks/quarantine/:id', ...body(wire.Decision), async (req, res) => {
    const id = String(req.params.id)
    const { line } = await quarantine.open(id)
    if (line.questionnaire !== null) withinLimits(visitor(res).account, { questionnaires: [line.questionnaire] })
    const isKept = res.locals.body.decision === 'keep'
    if (isKept) await intake.accept(id)
    else await quarantine.decided(id, 'dropped')
    const details = { décision: isKept ? 'comptée' : 'écartée', motif: whys[line.why] }
    await record(visitor(res).account.login, 'kiosk-decided', line.questionnaire ?? '', details)
    res.json({})
  })
}

const sinceDay = (day: string | null = null) => (day === null ? null : startOfDay(day))

async function linkFor(req: Request, secret: string): Promise<wire.KioskLink> {
  // behind the #: no server log ever holds it
  const address = `${req.protocol}://${req.host}/kiosk#${secret}`
  const picture = await QRCode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  return wire.KioskLink.parse({ address, picture, validHours: linkHours })
}

async function page(
  context: AppContext,
  { kiosks, quarantine }: ReturnType<typeof intakeOf>,
  worksOn: (slug: string) => boolean,
): Promise<wire.KiosksPage> {
  const all = await kiosks.list()
  const nameOf = (id: string) => all.find((kiosk) => kiosk.id === id)?.name ?? 'borne inconnue'
  const waiting = await quarantine.list()
  return wire.KiosksPage.parse({
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
  })
}
