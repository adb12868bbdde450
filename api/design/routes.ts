/** Routes of the designer: questionnaires made, checked, read by a second person, published. */
import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/serve.ts'
import type { designContracts } from '../wire/contracts/design.ts'
import { archive, deleteDraft, restore } from './archive.ts'
import { reviewOf } from './checked.ts'
import { addToLibrary, libraryItems, removeFromLibrary } from './library.ts'
import { designList } from './list.ts'
import { makeDraft, openDraft } from './make.ts'
import { keepPicture, pictureOf } from './pictures.ts'
import { approveDraft } from './publish.ts'
import { askReview, comment, returnDraft, settleComment, unaskReview } from './review.ts'
import { designRoom, designVersion, heartbeat } from './room.ts'
import { saveDraft, saveNotes } from './save.ts'
import { leaveShipped, shippedPage, takeShipped } from './shipped.ts'

export function designRoutes(context: AppContext): Handlers<typeof designContracts> {
  return {
    'GET /api/design': ({ res }) => designList(context, visitor(res).account),
    'POST /api/design': ({ body, res }) => makeDraft(context, visitor(res).account, body),
    'GET /api/library': () => libraryItems(context),
    'POST /api/library': async ({ body, res }) => {
      await addToLibrary(context, visitor(res).account, body)
      return {}
    },
    'DELETE /api/library/:id': async ({ params }) => {
      await removeFromLibrary(context, params.id)
      return {}
    },
    'POST /api/pictures': async ({ body, res }) => {
      const digest = await keepPicture(context, body.data)
      const { login } = visitor(res).account
      await context.audit.record({ who: login, what: 'picture-kept', about: digest.slice(0, 12) })
      return { digest }
    },
    'GET /api/pictures/:digest': async ({ params, res }) => {
      const content = await pictureOf(context, params.digest)
      if (content === null) throw new Problem('route-unknown')
      res.set('Cache-Control', 'public, max-age=31536000, immutable')
      res.set('Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'")
      return { type: 'image/png', content }
    },
    'GET /api/design/:slug': ({ params, res }) => designRoom(context, visitor(res).account, params.slug),
    'PUT /api/design/:slug': async ({ params, body, res }) => {
      const { revision, questionnaire } = body
      return saveDraft(context, visitor(res).account, params.slug, revision, questionnaire)
    },
    'DELETE /api/design/:slug': async ({ params, res }) => {
      await deleteDraft(context, visitor(res).account, params.slug)
      return {}
    },
    'GET /api/design/:slug/versions/:version': ({ params }) => designVersion(context, params.slug, params.version),
    'POST /api/design/:slug/draft': ({ params, res }) => openDraft(context, visitor(res).account, params.slug),
    'POST /api/design/:slug/here': ({ params, res }) => heartbeat(context, visitor(res).account, params.slug),
    'PUT /api/design/:slug/notes': ({ params, body, res }) =>
      saveNotes(context, visitor(res).account, params.slug, body),
    'GET /api/design/:slug/gate': ({ params }) => reviewOf(context, params.slug),

    'GET /api/design/:slug/shipped': ({ params }) => shippedPage(context, params.slug),
    'POST /api/design/:slug/shipped': ({ params, body, res }) =>
      takeShipped(context, visitor(res).account, params.slug, body.digest),
    'DELETE /api/design/:slug/shipped/:digest': async ({ params, res }) => {
      await leaveShipped(context, visitor(res).account, params.slug, params.digest)
      return {}
    },
    'POST /api/design/:slug/ask': async ({ params, body, res }) => {
      const { revision, opening } = body
      return askReview(context, visitor(res).account, params.slug, revision, opening)
    },
    'POST /api/design/:slug/unask': ({ params, res }) => unaskReview(context, visitor(res).account, params.slug),
    'POST /api/design/:slug/return': ({ params, body, res }) =>
      returnDraft(context, visitor(res).account, params.slug, body.text),
    'POST /api/design/:slug/comments': async ({ params, body, res }) => {
      const { path, text } = body
      await comment(context, visitor(res).account, params.slug, path, text)
      return {}
    },
    'POST /api/design/:slug/comments/:id/settle': async ({ params, res }) => {
      await settleComment(context, visitor(res).account, params.slug, params.id)
      return {}
    },
    'POST /api/design/:slug/approve': ({ params, body, res }) =>
      approveDraft(context, visitor(res).account, params.slug, body.revision),
    'POST /api/design/:slug/archive': async ({ params, res }) => {
      await archive(context, visitor(res).account, params.slug)
      return {}
    },
    'POST /api/design/:slug/restore': async ({ params, res }) => {
      await restore(context, visitor(res).account, params.slug)
      return {}
    },
  }
}
