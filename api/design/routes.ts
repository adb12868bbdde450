/** Routes of the designer: questionnaires made, checked, read by a second person, published. */

import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import * as wire from '../wire/design.ts'
import { Nothing } from '../wire/staff.ts'
import { archive, deleteDraft, restore } from './archive.ts'
import { gateOf } from './checked.ts'
import { designList } from './list.ts'
import { makeDraft, openDraft } from './make.ts'
import { approveDraft } from './publish.ts'
import { askReview, comment, returnDraft, settleComment, unaskReview } from './review.ts'
import { designRoom, designVersion, heartbeat } from './room.ts'
import { saveDraft, saveNotes } from './save.ts'
import { leaveShipped, shippedPage, takeShipped } from './shipped.ts'

const draftKeys = 60_000
const draftRefusals = { shape: 'draft-refused', large: 'draft-too-large', deep: 'draft-refused' } as const
const draftBody = (shape: Parameters<typeof body>[0]) => body(shape, wire.draftBytes + 8_192, draftKeys, draftRefusals)

export function designRoutes(api: Routes, context: AppContext): void {
  const at = '/api/design/:slug'
  const slugOf = ({ slug }: Record<string, unknown>) => String(slug)

  api.get('/api/design', async (_req, res) => {
    res.json(wire.DesignList.parse(await designList(context, visitor(res).account)))
  })
  api.post('/api/design', ...draftBody(wire.NewDesign), async (_req, res) => {
    res.status(201).json(wire.DesignMade.parse(await makeDraft(context, visitor(res).account, res.locals.body)))
  })
  api.get(at, async ({ params }, res) => {
    res.json(wire.DesignRoom.parse(await designRoom(context, visitor(res).account, slugOf(params))))
  })
  api.put(at, ...draftBody(wire.SaveDraft), async ({ params }, res) => {
    const { revision, questionnaire } = res.locals.body
    const saved = await saveDraft(context, visitor(res).account, slugOf(params), revision, questionnaire)
    res.json(wire.Saved.parse(saved))
  })
  api.delete(at, async ({ params }, res) => {
    await deleteDraft(context, visitor(res).account, slugOf(params))
    res.json({})
  })
  api.get(`${at}/versions/:version`, async ({ params }, res) => {
    const version = await designVersion(context, slugOf(params), Number(params.version))
    res.json(wire.DesignVersion.parse(version))
  })
  api.post(`${at}/draft`, ...body(Nothing), async ({ params }, res) => {
    res.status(201).json(wire.Saved.parse(await openDraft(context, visitor(res).account, slugOf(params))))
  })
  api.get(`${at}/shipped`, async ({ params }, res) => {
    res.json(wire.ShippedPage.parse(await shippedPage(context, slugOf(params))))
  })
  api.post(`${at}/shipped`, ...body(wire.TakeShipped), async ({ params }, res) => {
    const { digest } = res.locals.body
    res.status(201).json(wire.Saved.parse(await takeShipped(context, visitor(res).account, slugOf(params), digest)))
  })
  api.delete(`${at}/shipped/:digest`, async ({ params }, res) => {
    await leaveShipped(context, visitor(res).account, slugOf(params), String(params.digest))
    res.json({})
  })
  api.post(`${at}/here`, ...body(Nothing), async ({ params }, res) => {
    res.json(wire.Here.parse(await heartbeat(context, visitor(res).account, slugOf(params))))
  })
  api.put(`${at}/notes`, ...body(wire.DraftNotes), async ({ params }, res) => {
    res.json(wire.Saved.parse(await saveNotes(context, visitor(res).account, slugOf(params), res.locals.body)))
  })
  api.get(`${at}/gate`, async ({ params }, res) => res.json(wire.Gate.parse(await gateOf(context, slugOf(params)))))

  api.post(`${at}/ask`, ...body(wire.AskReview), async ({ params }, res) => {
    const { revision, opening } = res.locals.body
    res.json(wire.Saved.parse(await askReview(context, visitor(res).account, slugOf(params), revision, opening)))
  })
  api.post(`${at}/unask`, ...body(Nothing), async ({ params }, res) => {
    res.json(wire.Saved.parse(await unaskReview(context, visitor(res).account, slugOf(params))))
  })
  api.post(`${at}/return`, ...body(wire.ReturnDraft), async ({ params }, res) => {
    res.json(wire.Saved.parse(await returnDraft(context, visitor(res).account, slugOf(params), res.locals.body.text)))
  })
  api.post(`${at}/comments`, ...body(wire.NewComment), async ({ params }, res) => {
    const { path, text } = res.locals.body
    await comment(context, visitor(res).account, slugOf(params), path, text)
    res.status(201).json({})
  })
  api.post(`${at}/comments/:id/settle`, ...body(Nothing), async ({ params }, res) => {
    await settleComment(context, visitor(res).account, slugOf(params), String(params.id))
    res.json({})
  })
  api.post(`${at}/approve`, ...body(wire.ApproveDraft), async ({ params }, res) => {
    const approved = await approveDraft(context, visitor(res).account, slugOf(params), res.locals.body.revision)
    res.json(wire.Approved.parse(approved))
  })
  api.post(`${at}/archive`, ...body(Nothing), async ({ params }, res) => {
    await archive(context, visitor(res).account, slugOf(params))
    res.json({})
  })
  api.post(`${at}/restore`, ...body(Nothing), async ({ params }, res) => {
    await restore(context, visitor(res).account, slugOf(params))
    res.json({})
  })
}
