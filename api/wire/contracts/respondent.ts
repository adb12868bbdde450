/** What anybody's device asks and sends. */
import * as z from 'zod'
import { languages } from '../../../surveys/languages.ts'
import { contractsOf } from '../contract.ts'
import * as fieldwork from '../fieldwork.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import * as wire from '../public.ts'
import { carriedCharacters } from '../sizes.ts'

const anyone = ['anyone'] as const
/** `v` changes with what the picture shows. */
const picture = {
  query: z.object({ langue: z.string().max(40).catch('fr').default('fr'), v: z.string().max(40).optional() }),
  response: { files: ['image/png'] },
} as const

export const cspContracts = contractsOf({
  'POST /api/csp-reports': {
    summary: 'Signalement d’un navigateur : compté, jamais lu.',
    roles: anyone,
    response: null,
    statuses: [204],
  },
})

export const siteContracts = contractsOf({
  'GET /api/site': { summary: 'Ce que tout le monde sait du site.', roles: anyone, response: wire.Site },
  'GET /api/manifest': {
    summary: 'Ce qu’un téléphone lit pour installer le site sur son écran d’accueil.',
    roles: anyone,
    response: { files: ['application/manifest+json'] },
  },
  'GET /api/health': { summary: 'Le service et sa base répondent.', roles: anyone, response: wire.Health },
})

export const questionnaireContracts = contractsOf({
  'GET /api/questionnaires': {
    summary: 'Questionnaires proposés au public.',
    roles: anyone,
    response: wire.QuestionnaireList,
  },
  'GET /api/questionnaires/:slug': {
    summary:
      'Un questionnaire publié, dans sa version en cours ou une version antérieure ; ses textes en français et dans la langue demandée, à défaut dans toutes.',
    roles: anyone,
    params: { slug: parameters.slug },
    query: z.object({
      version: z.coerce.number().int().min(1).optional(),
      // another word asks for no language
      language: z.enum(languages).optional().catch(undefined),
    }),
    queryRefusal: 'version-unknown',
    response: wire.PublishedQuestionnaire,
  },
  'GET /api/picture': {
    summary: 'L’image que montre un lien vers la page de tous les questionnaires.',
    roles: anyone,
    ...picture,
  },
  'GET /api/questionnaires/:slug/picture': {
    summary: 'L’image que montre un lien vers un questionnaire, là où on le partage.',
    roles: anyone,
    params: { slug: parameters.slug },
    ...picture,
  },
})

export const responseContracts = contractsOf({
  'PUT /api/responses/:id': {
    summary: 'Envoie une réponse ; renvoyée à l’identique, elle n’est enregistrée qu’une fois.',
    roles: anyone,
    params: { id: parameters.response },
    body: wire.NewResponse,
    response: wire.Received,
    statuses: [201, 200],
  },
})

export const withdrawalContracts = contractsOf({
  'POST /api/withdrawals': {
    summary: 'Relit une réponse, par l’empreinte de ses douze mots.',
    roles: anyone,
    body: wire.Proof,
    response: wire.Reread,
  },
  'POST /api/withdrawals/correct': {
    summary: 'Corrige une réponse.',
    roles: anyone,
    fewWrites: true,
    body: wire.Correction,
    response: wire.Outcome,
  },
  'POST /api/withdrawals/withdraw': {
    summary: 'Retire une réponse.',
    roles: anyone,
    fewWrites: true,
    body: wire.Proof,
    response: wire.Outcome,
  },
})

export const carriedContracts = contractsOf({
  'POST /api/carried': {
    summary: 'Garde sept jours une réponse commencée, chiffrée par l’appareil, pour la continuer ailleurs.',
    roles: anyone,
    fewWrites: true,
    mostADay: 150,
    body: wire.NewCarried,
    bounds: { bytes: carriedCharacters + 1024 },
    response: wire.CarriedUntil,
    statuses: [201],
  },
  'POST /api/carried/read': {
    summary: 'Rend une réponse commencée, telle que l’appareil l’a chiffrée.',
    roles: anyone,
    body: wire.Proof,
    response: wire.Carried,
  },
  'POST /api/carried/erase': {
    summary: 'Efface une réponse commencée que le serveur garde.',
    roles: anyone,
    body: wire.Proof,
    response: Nothing,
  },
})

export const contactContracts = contractsOf({
  'POST /api/contacts': {
    summary: 'Laisse des coordonnées pour être rappelé, à part des réponses.',
    roles: anyone,
    fewWrites: true,
    body: wire.NewContact,
    response: Nothing,
    statuses: [201],
  },
  'GET /api/contacts': {
    summary: 'Coordonnées laissées pour être rappelé ; la lecture est notée au journal.',
    roles: ['admin'],
    wholeSite: true,
    response: wire.Contacts,
  },
  'POST /api/uses': {
    summary: 'Compte un usage du français simplifié ou de la lecture à voix haute.',
    roles: anyone,
    body: wire.Use,
    response: Nothing,
    statuses: [201],
  },
  'GET /api/uses': {
    summary: 'Usages du français simplifié et de la lecture à voix haute.',
    roles: ['admin'],
    response: wire.Uses,
  },
})

export const visitContracts = contractsOf({
  'POST /api/visits': {
    summary: 'Ouvre une visite : une preuve signée de l’heure où une personne commence.',
    roles: anyone,
    body: fieldwork.NewVisit,
    response: fieldwork.Visit,
    statuses: [201],
  },
  'POST /api/steps': {
    summary: 'Compte une page atteinte ou une durée, sans lien avec une réponse.',
    roles: anyone,
    body: fieldwork.NewStep,
    response: Nothing,
    statuses: [201],
  },
  'POST /api/invitations/check': {
    summary: 'Dit si un code d’invitation peut encore servir.',
    roles: anyone,
    body: fieldwork.CheckCode,
    response: fieldwork.CodeState,
  },
})
