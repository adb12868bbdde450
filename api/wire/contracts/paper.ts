/** Paper: batches to print, responses to type. */
import { contractsOf } from '../contract.ts'
import { Nothing } from '../nothing.ts'
import * as wire from '../paper.ts'
import * as parameters from '../parameters.ts'

const typing = { roles: ['saisie'], params: { number: parameters.paperNumber } } as const
const pdf = { files: ['application/pdf'] } as const
const slug = { slug: parameters.slug }

export const paperContracts = contractsOf({
  'GET /api/paper': {
    summary: 'Les lots imprimés et ce qui en est revenu.',
    roles: ['admin', 'publisher', 'saisie'],
    response: wire.Batches,
  },
  'GET /api/questionnaires/:slug/paper': {
    summary: 'Un questionnaire sur papier, sans numéro.',
    roles: ['admin', 'designer', 'publisher', 'saisie'],
    params: slug,
    query: wire.SampleQuery,
    response: pdf,
  },
  'GET /api/design/:slug/paper': {
    summary: 'Un brouillon sur papier.',
    roles: ['admin', 'designer', 'publisher'],
    params: slug,
    query: wire.SampleQuery,
    response: pdf,
  },
  'GET /api/design/:slug/pretest': {
    summary: 'Le kit d’essai d’un questionnaire : fiche d’observation, temps, cinq questions.',
    roles: ['admin', 'designer', 'publisher'],
    params: slug,
    response: pdf,
  },
  'POST /api/questionnaires/:slug/paper': {
    summary: 'Prépare un lot à imprimer.',
    roles: ['admin', 'publisher'],
    params: slug,
    body: wire.NewBatch,
    response: wire.OpenBatch,
    statuses: [201],
  },
  'POST /api/paper/batches/:id/packets/:from': {
    summary: 'Imprime un paquet d’un lot.',
    roles: ['admin', 'publisher'],
    params: { id: parameters.paperBatch, from: parameters.place },
    response: pdf,
  },
  'GET /api/paper/sheets/:number': { summary: 'Une feuille à saisir.', ...typing, response: wire.PaperForm },
  'POST /api/paper/sheets/:number': {
    summary: 'Saisit une feuille.',
    ...typing,
    body: wire.TypedAnswers,
    response: wire.Entered,
    statuses: [201, 200],
  },
  'POST /api/paper/sheets/:number/again': {
    summary: 'Saisit une feuille une seconde fois.',
    ...typing,
    body: wire.TypedAnswers,
    response: wire.Compared,
  },
  'POST /api/paper/sheets/:number/settle': {
    summary: 'Dit ce que porte la feuille quand deux saisies diffèrent.',
    ...typing,
    body: wire.TypedAnswers,
    response: Nothing,
  },
})
