/** The directory of actors: entered by the staff, read by everybody, and by each actor about its own card. */
import * as z from 'zod'
import { contractsOf, formRefusals } from '../contract.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import * as wire from './shapes/directory.ts'

const readers = ['pilot', 'publisher', 'analyst', 'admin'] as const
const mayWrite = ['pilot', 'publisher', 'admin'] as const
const params = { actor: parameters.actor }
const bounds = { bytes: 60_000, keys: 2_000, refusals: formRefusals } as const
const pasted = { bytes: 400_000, refusals: formRefusals } as const

export const directoryContracts = contractsOf({
  'GET /api/directory': {
    summary: 'L’annuaire des acteurs, avec les fiches à vérifier.',
    roles: readers,
    response: wire.DirectoryPage,
  },
  'POST /api/directory': {
    summary: 'Ouvre ou ferme l’annuaire au public, règle ce qu’il sert ; noté au journal.',
    roles: ['publisher', 'admin'],
    wholeSite: true,
    body: wire.DirectoryChoice,
    bounds,
    response: Nothing,
  },
  'GET /api/directory/export': {
    summary: 'Toutes les fiches en tableau, à corriger puis recoller.',
    roles: readers,
    response: { files: ['text/csv'] },
  },
  'POST /api/directory/links': {
    summary: 'Fait un lien de mise à jour pour chaque fiche publique ; les liens d’avant ne servent plus.',
    roles: mayWrite,
    wholeSite: true,
    response: { files: ['text/csv'] },
  },
  'POST /api/directory/import/read': {
    summary: 'Relit un tableau de fiches et dit ce qui se passerait, sans rien enregistrer.',
    roles: mayWrite,
    body: wire.PastedCards,
    bounds: pasted,
    response: wire.ReadCards,
  },
  'POST /api/directory/import': {
    summary: 'Enregistre un tableau de fiches ; noté au journal.',
    roles: mayWrite,
    wholeSite: true,
    body: wire.PastedCards,
    bounds: pasted,
    response: wire.ReadCards,
  },
  'GET /api/directory/:actor': {
    summary: 'Une fiche, son accord et son historique.',
    roles: readers,
    params,
    response: wire.ActorPage,
  },
  'PUT /api/directory/:actor': {
    summary: 'Enregistre une fiche, ou la corrige ; noté au journal.',
    roles: mayWrite,
    wholeSite: true,
    params,
    body: wire.SavedActor,
    bounds,
    response: Nothing,
  },
  'POST /api/directory/:actor/check': {
    summary: 'Dit qu’une fiche est encore juste.',
    roles: mayWrite,
    wholeSite: true,
    params,
    response: Nothing,
  },
  'POST /api/directory/:actor/accept': {
    summary: 'Accepte une fiche proposée par la structure, telle qu’elle a été lue ; noté au journal.',
    roles: mayWrite,
    wholeSite: true,
    params,
    body: wire.ReadActor,
    bounds: { refusals: formRefusals },
    response: Nothing,
  },
  'POST /api/directory/:actor/link': {
    summary: 'Fait le lien par lequel la structure tient sa fiche ; montré une fois.',
    roles: mayWrite,
    wholeSite: true,
    params,
    response: wire.MadeLink,
    statuses: [201],
  },
  'DELETE /api/directory/:actor': {
    summary: 'Efface une fiche pour de bon ; noté au journal.',
    roles: mayWrite,
    wholeSite: true,
    params,
    response: Nothing,
  },
})

export const ownCardContracts = contractsOf({
  'GET /api/actor-card': {
    summary: 'Ce qu’il faut pour proposer sa fiche à l’annuaire.',
    roles: ['anyone'],
    response: wire.ProposalForm,
  },
  'POST /api/actor-card': {
    summary: 'Propose sa fiche à l’annuaire ; l’équipe la lit avant qu’elle paraisse.',
    roles: ['anyone'],
    fewWrites: true,
    body: wire.Proposal,
    bounds,
    response: Nothing,
    statuses: [201],
  },
  'POST /api/actor-card/read': {
    summary: 'Sa propre fiche, pour qui détient son lien.',
    roles: ['anyone'],
    fewWrites: true,
    body: wire.OwnLink,
    bounds: { refusals: formRefusals },
    response: wire.OwnCard,
  },
  'PUT /api/actor-card': {
    summary: 'Corrige sa propre fiche, ou confirme qu’elle est juste.',
    roles: ['anyone'],
    fewWrites: true,
    body: wire.SavedOwnCard,
    bounds,
    response: Nothing,
  },
  'POST /api/actor-card/leave': {
    summary: 'Quitte l’annuaire : la fiche est effacée tout de suite.',
    roles: ['anyone'],
    fewWrites: true,
    body: wire.OwnLink,
    bounds: { refusals: formRefusals },
    response: Nothing,
  },
})

const html = 'text/html; charset=utf-8'
const word = z.string().max(80).catch('').default('')

export const directoryPageContracts = contractsOf({
  'GET /annuaire': {
    summary: 'L’annuaire des acteurs, à chercher par mots, commune, thème et âge.',
    roles: ['anyone'],
    query: z.object({
      langue: z.string().max(40).catch('fr').default('fr'),
      mots: word,
      commune: word,
      theme: word,
      age: word,
      page: z
        .union([z.literal('tout'), z.coerce.number().int().min(1).max(999)])
        .catch(1)
        .default(1),
    }),
    response: { files: [html] },
    statuses: [200, 404],
  },
  'GET /annuaire/:file': {
    summary: 'L’annuaire en données ouvertes, la feuille de style de la page.',
    roles: ['anyone'],
    params: { file: parameters.publicPage },
    query: z.object({ langue: z.string().max(40).catch('fr').default('fr') }),
    response: { files: [html, 'text/csv; charset=utf-8', 'text/css; charset=utf-8'] },
    statuses: [200, 404],
  },
})
