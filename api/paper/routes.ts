/** Routes of paper: batches to print, sheets to type. */
import type { Request, Response } from 'express'
import { visitor, worksOn } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import { Problem } from '../http/problems.ts'
import * as wire from '../wire/paper.ts'
import { batches } from './batches.ts'
import { printDraft } from './draft.ts'
import { enter, enterAgain, type Found, findSheet, settle, shownSheet } from './entry.ts'
import { batchOf, openBatch, printPacket, printSample } from './printing.ts'

export function paperRoutes(api: Routes, context: AppContext): void {
  const login = (res: Response) => visitor(res).account.login
  const found = async (req: Request, res: Response): Promise<Found> => {
    const sheet = await findSheet(context, String(req.params.number))
    if (!worksOn(res, sheet.sheet.questionnaire)) throw new Problem('not-allowed')
    return sheet
  }

  api.get('/api/paper', async (_req, res) => {
    res.json(wire.Batches.parse(await batches(context, (slug) => worksOn(res, slug))))
  })
  api.get('/api/questionnaires/:slug/paper', async (req, res) => {
    const query = wire.SampleQuery.safeParse(req.query)
    if (!query.success) throw new Problem('form-refused')
    const { language, copies } = query.data
    const slug = String(req.params.slug)
    sendPdf(res, `${slug}-${language}`, await printSample(context, slug, language, copies, originOf(req)))
  })
  api.get('/api/design/:slug/paper', async (req, res) => {
    const query = wire.SampleQuery.safeParse(req.query)
    if (!query.success) throw new Problem('form-refused')
    const { language, copies } = query.data
    const slug = String(req.params.slug)
    sendPdf(res, `${slug}-brouillon-${language}`, await printDraft(context, slug, language, copies, originOf(req)))
  })
  api.post('/api/questionnaires/:slug/paper', ...body(wire.NewBatch), async (req, res) => {
    const opened = await openBatch(context, login(res), String(req.params.slug), res.locals.body)
    res.status(201).json(wire.OpenBatch.parse(opened))
  })
  api.post('/api/paper/batches/:id/packets/:from', async (req, res) => {
    const id = String(req.params.id)
    const batch = await batchOf(context, id)
    if (batch.by !== login(res) || !worksOn(res, batch.questionnaire)) throw new Problem('not-allowed')
    const from = wire.Place.safeParse(req.params.from)
    if (!from.success) throw new Problem('paper-unknown')
    sendPdf(res, `lot-${id}-${from.data}`, await printPacket(context, id, batch, from.data, originOf(req)))
  })
  api.get('/api/paper/sheets/:number', async (req, res) => {
    res.json(wire.PaperSheet.parse(shownSheet(await found(req, res))))
  })
  api.post('/api/paper/sheets/:number', ...body(wire.TypedAnswers), async (req, res) => {
    const entered = await enter(context, login(res), await found(req, res), res.locals.body.answers)
    res.status(entered.outcome === 'new' ? 201 : 200).json(wire.Entered.parse(entered))
  })
  api.post('/api/paper/sheets/:number/again', ...body(wire.TypedAnswers), async (req, res) => {
    const told = await enterAgain(context, login(res), await found(req, res), res.locals.body.answers)
    res.json(wire.Compared.parse(told))
  })
  api.post('/api/paper/sheets/:number/settle', ...body(wire.TypedAnswers), async (req, res) => {
    await settle(context, login(res), await found(req, res), res.locals.body.answers)
    res.json({})
  })
}

const originOf = (req: Request) => `${req.protocol}://${req.get('host') ?? 'localhost'}`

function sendPdf(res: Response, name: string, pdf: Uint8Array) {
  res.type('application/pdf').set('Content-Disposition', `attachment; filename="${name}.pdf"`).send(Buffer.from(pdf))
}
