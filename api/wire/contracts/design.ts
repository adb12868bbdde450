/** The designer: questionnaires made, checked, read by a second person, published. */
import { contractsOf } from '../contract.ts'
import * as wire from '../design.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import { pictureBytes } from '../sizes.ts'

const roles = ['admin', 'designer', 'publisher'] as const
const publisher = ['publisher'] as const
const params = { slug: parameters.slug }
/** A whole questionnaire, and its envelope. */
const bounds = {
  bytes: wire.draftBytes + 8_192,
  keys: 60_000,
  refusals: { shape: 'draft-refused', large: 'draft-too-large', deep: 'draft-refused' },
} as const

export const designContracts = contractsOf({
  'GET /api/design': { summary: 'Les questionnaires et les mesures.', roles, response: wire.DesignList },
  'POST /api/design': {
    summary: 'Commence un brouillon : vide, copié ou importé.',
    roles,
    body: wire.NewDesign,
    bounds,
    response: wire.DesignMade,
    statuses: [201],
  },
  'GET /api/library': { summary: 'Les questions gardées par l’équipe.', roles, response: wire.LibraryItems },
  'POST /api/library': {
    summary: 'Garde des questions pour d’autres questionnaires.',
    roles,
    body: wire.NewLibraryItem,
    bounds,
    response: Nothing,
    statuses: [201],
  },
  'DELETE /api/library/:id': {
    summary: 'Retire des questions gardées.',
    roles,
    params: { id: parameters.libraryItem },
    response: Nothing,
  },
  'POST /api/pictures': {
    summary: 'Garde une image de réponse : PNG, ou SVG dessiné en PNG.',
    roles,
    body: wire.NewPicture,
    bounds: { bytes: 2 * pictureBytes },
    response: wire.StoredPicture,
    statuses: [201],
  },
  'GET /api/pictures/:digest': {
    summary: 'L’image d’une réponse.',
    roles: ['anyone'],
    params: { digest: parameters.picture },
    response: { files: ['image/png'] },
  },
  'GET /api/design/:slug': { summary: 'Un questionnaire et son brouillon.', roles, params, response: wire.DesignRoom },
  'PUT /api/design/:slug': {
    summary: 'Enregistre un brouillon.',
    roles,
    params,
    body: wire.SaveDraft,
    bounds,
    response: wire.Saved,
  },
  'DELETE /api/design/:slug': { summary: 'Supprime un brouillon.', roles, params, response: Nothing },
  'GET /api/design/:slug/versions/:version': {
    summary: 'Une version publiée.',
    roles,
    params: { ...params, version: parameters.version },
    response: wire.DesignVersion,
  },
  'POST /api/design/:slug/draft': {
    summary: 'Ouvre un brouillon sur ce qui est publié.',
    roles,
    params,
    body: Nothing,
    response: wire.Saved,
    statuses: [201],
  },
  'GET /api/design/:slug/shipped': {
    summary: 'Le texte fourni qui a changé, à côté de celui d’ici.',
    roles,
    params,
    response: wire.ShippedPage,
  },
  'POST /api/design/:slug/shipped': {
    summary: 'Prend le texte fourni comme brouillon de la version suivante.',
    roles,
    params,
    body: wire.TakeShipped,
    response: wire.Saved,
    statuses: [201],
  },
  'DELETE /api/design/:slug/shipped/:digest': {
    summary: 'Laisse le texte fourni.',
    roles,
    params: { ...params, digest: parameters.digest },
    response: Nothing,
  },
  'POST /api/design/:slug/here': {
    summary: 'Dit qu’un brouillon est ouvert à l’écran.',
    roles,
    params,
    body: Nothing,
    response: wire.Here,
  },
  'PUT /api/design/:slug/notes': {
    summary: 'Raisons écrites et relectures des langues.',
    roles,
    params,
    body: wire.DraftNotes,
    response: wire.Saved,
  },
  'GET /api/design/:slug/gate': {
    summary: 'Ce qui reste à corriger avant la relecture.',
    roles,
    params,
    response: wire.DraftReview,
  },
  'POST /api/design/:slug/ask': {
    summary: 'Demande la relecture.',
    roles,
    params,
    body: wire.AskReview,
    response: wire.Saved,
  },
  'POST /api/design/:slug/unask': {
    summary: 'Retire la demande de relecture.',
    roles,
    params,
    body: Nothing,
    response: wire.Saved,
  },
  'POST /api/design/:slug/return': {
    summary: 'Renvoie un brouillon à ses auteurs.',
    roles: publisher,
    params,
    body: wire.ReturnDraft,
    response: wire.Saved,
  },
  'POST /api/design/:slug/comments': {
    summary: 'Écrit une remarque.',
    roles,
    params,
    body: wire.NewComment,
    response: Nothing,
    statuses: [201],
  },
  'POST /api/design/:slug/comments/:id/settle': {
    summary: 'Marque une remarque comme réglée.',
    roles,
    params: { ...params, id: parameters.comment },
    body: Nothing,
    response: Nothing,
  },
  'POST /api/design/:slug/approve': {
    summary: 'Approuve et publie ce qu’une autre personne a demandé.',
    roles: publisher,
    params,
    body: wire.ApproveDraft,
    response: wire.Approved,
  },
  'POST /api/design/:slug/archive': {
    summary: 'Archive un questionnaire.',
    roles,
    params,
    body: Nothing,
    response: Nothing,
  },
  'POST /api/design/:slug/restore': {
    summary: 'Restaure un questionnaire archivé.',
    roles,
    params,
    body: Nothing,
    response: Nothing,
  },
})
