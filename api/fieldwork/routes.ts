/** Routes of the fieldwork, for those who run it. */
import type { Request, Response } from 'express'
import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import { Problem } from '../http/problems.ts'
import { clockOf } from '../operations/clock.ts'
import { dispose } from '../operations/disposal.ts'
import * as wire from '../wire/fieldwork.ts'
import { closeNow, setDates, setInvitation } from './dates.ts'
import { linkOf } from './diffusion/channels.ts'
import { cancelCodes, printCodes } from './diffusion/codes.ts'
import { pictureOf, posterFor } from './diffusion/poster.ts'
import type { Door } from './door.ts'
import { fieldworkList, fieldworkPage } from './page.ts'
import { decide, noteWaiting, shownGroup } from './review.ts'
import { setTargets } from './targets.ts'

export function fieldworkRoutes(api: Routes, context: AppContext, door: Door): void {
  const login = (res: Response) => visitor(res).account.login
  const slugOf = (req: Request) => String(req.params.slug)
  const originOf = async (req: Request) => {
    const { publicAddress } = (await context.settings()).values
    return publicAddress.replace(/\/$/, '') || `${req.protocol}://${req.get('host') ?? 'localhost'}`
  }

  api.get('/api/fieldwork', async (_req, res) => {
    res.json(wire.FieldworkList.parse(await fieldworkList(context, visitor(res).account)))
  })
  api.post('/api/fieldwork/clock', ...body(wire.ConfirmClock), async (_req, res) => {
    await clockOf(context).confirm(res.locals.body.read, login(res))
    res.json({})
  })
  api.post('/api/fieldwork/dispose', ...body(wire.Dispose), async (_req, res) => {
    res.json(wire.Disposed.parse(await dispose(context, login(res), res.locals.body)))
  })
  api.get('/api/fieldwork/:slug', async (req, res) => {
    res.json(wire.FieldworkPage.parse(await fieldworkPage(context, slugOf(req), await originOf(req))))
  })
  api.put('/api/fieldwork/:slug/dates', ...body(wire.NewDates), async (req, res) => {
    await setDates(context, login(res), slugOf(req), res.locals.body)
    res.json({})
  })
  api.post('/api/fieldwork/:slug/close', ...body(wire.AtRevision), async (req, res) => {
    await closeNow(context, login(res), slugOf(req), res.locals.body.revision)
    res.json({})
  })
  api.put('/api/fieldwork/:slug/invitation', ...body(wire.NewInvitationMode), async (req, res) => {
    await setInvitation(context, login(res), slugOf(req), res.locals.body)
    res.json({})
  })
  api.put('/api/fieldwork/:slug/targets', ...body(wire.NewTargets), async (req, res) => {
    await setTargets(context, login(res), slugOf(req), res.locals.body)
    res.json({})
  })
  api.get('/api/fieldwork/:slug/link', async (req, res) => {
    const { channel, zone } = queryOf(wire.LinkWanted, req)
    const address = linkOf(await originOf(req), slugOf(req), channel, zone)
    res.json(wire.ShownLink.parse({ address, picture: await pictureOf(address) }))
  })
  api.get('/api/fieldwork/:slug/poster', async (req, res) => {
    const { size, channel, zone } = queryOf(wire.PosterWanted, req)
    const slug = slugOf(req)
    sendPdf(
      res,
      `affiche-${slug}-${size}`,
      await posterFor(context, slug, { size, channel, zone }, await originOf(req)),
    )
  })
  api.post('/api/fieldwork/:slug/codes', ...body(wire.NewBatch), async (req, res) => {
    const slug = slugOf(req)
    const { id, pdf } = await printCodes(context, login(res), slug, res.locals.body, await originOf(req))
    sendPdf(res.status(201), `codes-${slug}-${id}`, pdf)
  })
  api.post('/api/fieldwork/:slug/codes/:batch/cancel', ...body(wire.Nothing), async (req, res) => {
    await cancelCodes(context, login(res), slugOf(req), String(req.params.batch))
    res.json({})
  })
  api.get('/api/fieldwork/:slug/follow', async (req, res) => {
    const slug = slugOf(req)
    await context.questionnaires.found(slug)
    await door.steps.flush()
    res.json(wire.FollowUp.parse(await context.analysis.follow(slug)))
  })
  api.get('/api/fieldwork/:slug/flags', async (req, res) => {
    const slug = slugOf(req)
    await context.questionnaires.found(slug)
    await door.settled()
    const groups = await context.analysis.groups(slug)
    await noteWaiting(context, slug, groups.filter(({ review }) => review === null).length)
    res.json(wire.FlagPage.parse({ groups: groups.map(shownGroup) }))
  })
  api.get('/api/fieldwork/:slug/flags/shifts', async (req, res) => {
    const slug = slugOf(req)
    await context.questionnaires.found(slug)
    res.json(wire.Shifts.parse(await context.analysis.shifts(slug)))
  })
  api.post('/api/fieldwork/:slug/flags/:key', ...body(wire.Review), async (req, res) => {
    const slug = slugOf(req)
    await context.questionnaires.found(slug)
    const groups = await context.analysis.groups(slug)
    await decide(context, login(res), slug, groups, String(req.params.key), res.locals.body)
    res.json({})
  })
}

/** @throws Problem form-refused */
function queryOf<T>(shape: { safeParse(value: unknown): { success: boolean; data?: T } }, req: Request): T {
  const read = shape.safeParse(req.query)
  if (!read.success) throw new Problem('form-refused')
  return read.data as T
}

function sendPdf(res: Response, name: string, pdf: Uint8Array) {
  res.type('application/pdf').set('Content-Disposition', `attachment; filename="${name}.pdf"`).send(Buffer.from(pdf))
}
