/** The fieldwork, for those who run it. */
import { contractsOf } from '../contract.ts'
import * as wire from '../fieldwork.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'

const all = ['admin', 'designer', 'publisher'] as const
const deciders = ['admin', 'publisher'] as const
const params = { slug: parameters.slug }
const pdf = { files: ['application/pdf'] } as const

export const fieldworkContracts = contractsOf({
  'GET /api/fieldwork': {
    summary: 'Les collectes, l’horloge et ce qui est à effacer.',
    roles: all,
    response: wire.FieldworkList,
  },
  'POST /api/fieldwork/clock': {
    summary: 'Confirme la date du serveur.',
    roles: ['admin'],
    wholeSite: true,
    body: wire.ConfirmClock,
    response: Nothing,
  },
  'POST /api/fieldwork/dispose': {
    summary: 'Efface ce dont le temps est passé.',
    roles: ['admin'],
    body: wire.NewPurge,
    response: wire.Purged,
  },
  'GET /api/fieldwork/:slug': { summary: 'Une collecte.', roles: all, params, response: wire.FieldworkPage },
  'PUT /api/fieldwork/:slug/dates': {
    summary: 'Premier et dernier jour.',
    roles: deciders,
    params,
    body: wire.NewDates,
    response: Nothing,
  },
  'POST /api/fieldwork/:slug/close': {
    summary: 'Clôt une collecte.',
    roles: deciders,
    params,
    body: wire.AtRevision,
    response: Nothing,
  },
  'PUT /api/fieldwork/:slug/invitation': {
    summary: 'Codes d’invitation : aucun, facultatifs ou obligatoires.',
    roles: deciders,
    params,
    body: wire.NewInvitationMode,
    response: wire.AtRevision,
  },
  'PUT /api/fieldwork/:slug/targets': {
    summary: 'Objectifs de réponses.',
    roles: all,
    params,
    body: wire.NewTargets,
    response: Nothing,
  },
  'GET /api/fieldwork/:slug/link': {
    summary: 'Un lien à diffuser et son QR code.',
    roles: all,
    params,
    query: wire.LinkWanted,
    response: wire.ShownLink,
  },
  'GET /api/fieldwork/:slug/poster': {
    summary: 'Une affiche.',
    roles: all,
    params,
    query: wire.PosterWanted,
    response: pdf,
  },
  'POST /api/fieldwork/:slug/codes': {
    summary: 'Fait un lot de codes d’invitation : bandes à découper, ou table pour un publipostage.',
    roles: deciders,
    params,
    body: wire.NewBatch,
    response: { files: ['application/pdf', 'text/csv'] },
    statuses: [201],
  },
  'POST /api/fieldwork/:slug/codes/:batch/cancel': {
    summary: 'Annule les codes d’un lot qui n’ont pas servi.',
    roles: deciders,
    params: { ...params, batch: parameters.codeBatch },
    body: Nothing,
    response: Nothing,
  },
  'GET /api/fieldwork/:slug/follow': {
    summary: 'Qui répond, qui manque encore et ce qui attend, arrondi à cinq près.',
    roles: [...all, 'analyst'],
    params,
    response: wire.FollowUp,
  },
  'GET /api/fieldwork/:slug/flags': {
    summary: 'Les réponses à regarder.',
    roles: deciders,
    params,
    response: wire.FlagPage,
  },
  'GET /api/fieldwork/:slug/flags/shifts': {
    summary: 'Ce que changent les réponses mises de côté.',
    roles: deciders,
    params,
    response: wire.Shifts,
  },
  'POST /api/fieldwork/:slug/flags/:key': {
    summary: 'Décide d’un groupe de réponses.',
    roles: deciders,
    params: { ...params, key: parameters.flagGroup },
    body: wire.Review,
    response: Nothing,
  },
})
