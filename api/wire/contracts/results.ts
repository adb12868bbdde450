/** The dashboard, the exports and the texts to read first. */
import * as z from 'zod'
import { publicWriters, writers } from '../../../analysis/report/writers.ts'
import { contractsOf, formRefusals } from '../contract.ts'
import * as leaving from '../export.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import * as wire from '../results.ts'
import * as typology from '../typology.ts'
import * as vigilance from '../vigilance.ts'
import * as committee from './shapes/committee.ts'
import * as explorations from './shapes/explorations.ts'
import * as publications from './shapes/publications.ts'
import * as taken from './shapes/taken.ts'

const roles = ['analyst'] as const
const slug = parameters.slug
const params = { slug }
const reportTypes = [...new Set([...writers, ...publicWriters].map(({ type }) => type))] as [string, ...string[]]
/** Pasted into a spreadsheet, or opened by one. */
const as = z.enum(['file', 'paste']).catch('file').default('file')
/** Number of a publication; the newest one when absent. */
const publication = z.object({ publication: z.coerce.number().int().min(1).optional() })
const queryRefusal = 'publication-unknown' as const

export const analyseContracts = contractsOf({
  'GET /api/analyse': { summary: 'Le plan et ce que les enquêtes en disent.', roles, response: wire.Overview },
  'GET /api/analyse/objectives/:number': {
    summary: 'Les résultats d’un objectif du plan.',
    roles,
    params: { number: parameters.objective },
    response: wire.ObjectivePage,
  },
  'GET /api/analyse/mapped': {
    summary: 'Les résultats qui se lisent zone par zone, avec leurs chiffres.',
    roles,
    response: wire.MappedFindings,
  },
  'GET /api/analyse/committee': {
    summary: 'Les pages préparées pour le comité.',
    roles,
    response: committee.Committee,
  },
  'PUT /api/analyse/committee': {
    summary: 'Choisit les pages du comité, leur ordre et leurs mots.',
    roles,
    body: committee.NewCommittee,
    wholeSite: true,
    response: Nothing,
  },
  'GET /api/analyse/committee/links': {
    summary: 'Les liens remis aux élus vers les pages du comité.',
    roles,
    response: committee.CommitteeLinks,
  },
  'POST /api/analyse/committee/links': {
    summary: 'Fait un lien vers les pages du comité ; il n’est montré qu’une fois ; noté au journal.',
    roles,
    body: committee.NewCommitteeLink,
    wholeSite: true,
    response: committee.MadeCommitteeLink,
    statuses: [201],
  },
  'DELETE /api/analyse/committee/links/:link': {
    summary: 'Ferme un lien vers les pages du comité ; noté au journal.',
    roles,
    params: { link: parameters.committeeLink },
    wholeSite: true,
    response: Nothing,
  },
  'POST /api/analyse/picture': {
    summary: 'Dessine en PNG ce qu’une page de résultats montre.',
    roles,
    body: taken.TakenPicture,
    bounds: { refusals: formRefusals },
    response: { files: ['image/png'] },
  },
  'GET /api/analyse/report/:file': {
    summary: 'Un document du rapport ; son départ est noté au journal.',
    roles,
    params: { file: parameters.published },
    response: { files: reportTypes },
  },
  'GET /api/analyse/:slug/map': {
    summary: 'Contours des communes et zones d’une publication.',
    roles,
    params,
    query: publication,
    queryRefusal,
    response: wire.TerritoryMap,
  },
  'GET /api/analyse/:slug/publications': {
    summary: 'Les publications d’un questionnaire.',
    roles,
    params,
    response: publications.PublicationsPage,
  },
  'GET /api/analyse/:slug/readiness': {
    summary: 'Ce qu’on lit avant de publier : ce qui est là, ce qui manque, ce que cela fige.',
    roles,
    params,
    response: publications.Readiness,
  },
  'DELETE /api/analyse/:slug/publications/request': {
    summary: 'Retire une demande de publication qui attend une seconde personne.',
    roles,
    params,
    response: Nothing,
  },
  'POST /api/analyse/:slug/publications': {
    summary:
      'Publie les résultats, la page dit où en est le calcul ; ou note la demande, quand il faut une seconde personne.',
    roles,
    params,
    body: Nothing,
    response: Nothing,
    statuses: [202],
  },
  'POST /api/analyse/:slug/publications/:number/notices': {
    summary: 'Publie un erratum sur une publication, ou la retire, avec la raison ; noté au journal.',
    roles,
    params: { slug, number: parameters.publication },
    body: publications.NewNotice,
    response: Nothing,
    statuses: [201],
  },
  'GET /api/analyse/:slug/publications/:number/:file': {
    summary: 'Un document d’une publication, même ancienne ; son départ est noté au journal.',
    roles,
    params: { slug, number: parameters.publication, file: parameters.published },
    response: { files: reportTypes },
  },
  'POST /api/analyse/:slug/publications/:number/public': {
    summary: 'Ouvre au public la page des résultats, faite de cette publication ; noté au journal.',
    roles,
    params: { slug, number: parameters.publication },
    body: publications.OpenToPublic,
    response: Nothing,
    statuses: [201],
  },
  'POST /api/analyse/:slug/public/close': {
    summary: 'Retire la page publique des résultats ; noté au journal.',
    roles,
    params,
    body: Nothing,
    response: Nothing,
  },
  'GET /api/analyse/:slug/findings': {
    summary: 'Les résultats de la publication en cours, ou d’une autre, avec leur dernière décision.',
    roles,
    params,
    query: publication,
    queryRefusal,
    response: wire.ToDecide,
  },
  'GET /api/analyse/:slug/findings/:indicator': {
    summary: 'Un résultat, avec ses tableaux.',
    roles,
    params: { slug, indicator: parameters.published },
    query: publication,
    queryRefusal,
    response: wire.FindingPage,
  },
  'GET /api/analyse/:slug/findings/:indicator/table': {
    summary: 'Les chiffres d’un résultat, une ligne par chiffre, pour un tableur.',
    roles,
    params: { slug, indicator: parameters.published },
    query: publication.extend({ as }),
    queryRefusal,
    response: { files: ['text/csv'] },
  },
  'POST /api/analyse/:slug/findings/:indicator/decisions': {
    summary: 'Note une décision prise sur un résultat.',
    roles,
    params: { slug, indicator: parameters.published },
    body: wire.NewDecision,
    response: Nothing,
    statuses: [201],
  },
  'GET /api/analyse/:slug/answered': {
    summary: 'Qui a répondu, qui manque, ce qui a changé.',
    roles,
    params,
    query: publication,
    queryRefusal,
    response: wire.AnsweredPage,
  },
  'GET /api/analyse/:slug/questions': {
    summary: 'Les questions de la dernière publication.',
    roles,
    params,
    response: explorations.QuestionList,
  },
  'GET /api/analyse/:slug/gaps': {
    summary: 'Les croisements à regarder d’abord : ceux dont l’écart est établi.',
    roles,
    params,
    query: publication.extend({
      /** Path of a question: its own crossings; '' = one crossing a question. */
      question: z.string().max(200).default(''),
    }),
    queryRefusal,
    response: explorations.WorthLooks,
  },
  'GET /api/analyse/:slug/explorations': {
    summary: 'Les explorations enregistrées d’un questionnaire.',
    roles,
    params,
    response: explorations.SavedExplorations,
  },
  'POST /api/analyse/:slug/explorations': {
    summary: 'Enregistre une exploration sous un nom ; le même nom remplace.',
    roles,
    params,
    body: explorations.NewExploration,
    response: explorations.SavedExplorations,
    statuses: [201],
  },
  'DELETE /api/analyse/:slug/explorations/:exploration': {
    summary: 'Retire une exploration enregistrée.',
    roles,
    params: { slug, exploration: parameters.exploration },
    response: explorations.SavedExplorations,
  },
  'GET /api/analyse/:slug/questions/:field/table': {
    summary: 'Un tableau de l’exploration, une ligne par chiffre, pour un tableur.',
    roles,
    params: { slug, field: parameters.published },
    query: publication.extend({ by: z.string().max(400).default(''), as }),
    queryRefusal,
    response: { files: ['text/csv'] },
  },
  'GET /api/analyse/:slug/questions/:field': {
    summary: 'Un tableau de l’exploration.',
    roles,
    params: { slug, field: parameters.published },
    query: publication.extend({
      /** Path of the list or of the question it is cut by. */
      by: z.string().max(400).default(''),
    }),
    queryRefusal,
    response: explorations.Explored,
  },
})

export const typologyContracts = contractsOf({
  'GET /api/analyse/:slug/typologies': {
    summary: 'Les typologies d’un questionnaire, et les questions dont on peut en faire.',
    roles,
    params,
    response: typology.TypologiesPage,
  },
  'POST /api/analyse/:slug/typologies': {
    summary: 'Fait une typologie de la dernière publication ; la page dit quand elle est prête.',
    roles,
    params,
    body: typology.NewTypology,
    response: Nothing,
    statuses: [202],
  },
  'GET /api/analyse/:slug/typologies/:number': {
    summary: 'Une typologie : ses classes, ce qui les distingue, leur stabilité.',
    roles,
    params: { slug, number: parameters.typology },
    response: typology.TypologyPage,
  },
})

export const exportContracts = contractsOf({
  'GET /api/export': {
    summary: 'Les questionnaires dont les réponses peuvent sortir.',
    roles: ['exporter', 'full-exporter'],
    response: leaving.ExportPage,
  },
  'POST /api/export/:slug': {
    summary: 'Sort des lignes protégées, avec un motif noté au journal.',
    roles: ['exporter'],
    params,
    body: leaving.NewExport,
    response: { json: leaving.Exported },
  },
  'POST /api/export/:slug/full': {
    summary: 'Sort les réponses entières, une ligne par personne, avec un motif noté au journal.',
    roles: ['full-exporter'],
    params,
    body: leaving.NewExport,
    response: { json: leaving.Exported },
  },
})

export const vigilanceContracts = contractsOf({
  'GET /api/vigilance': {
    summary: 'Les textes à lire en premier ; la lecture est notée au journal.',
    roles: ['vigilance'],
    response: vigilance.VigilancePage,
  },
  'POST /api/vigilance/:slug/:id': {
    summary: 'Note ce qui a été fait d’un texte.',
    roles: ['vigilance'],
    params: { slug, id: parameters.waitingText },
    body: vigilance.Note,
    response: Nothing,
    statuses: [201],
  },
})
