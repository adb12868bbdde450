/** From trial to real life, and what only the authority knows of one questionnaire. */
import { contractsOf } from '../contract.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import * as wire from '../staff.ts'
import * as opening from './shapes/opening.ts'

const roles = ['admin', 'designer', 'publisher'] as const
const params = { slug: parameters.slug }

export const liveContracts = contractsOf({
  'GET /api/today': { summary: 'Ce qui demande quelqu’un aujourd’hui.', roles: ['staff'], response: wire.Today },
  'GET /api/stages': {
    summary: 'Où en est chaque questionnaire, et ce qui vient ensuite.',
    roles: [...roles, 'analyst'],
    response: opening.Stages,
  },
  'GET /api/live': { summary: 'Ce qui manque avant d’ouvrir chaque questionnaire.', roles, response: opening.LivePage },
  'POST /api/questionnaires/:slug/live': {
    summary: 'Demande l’ouverture d’un questionnaire.',
    roles,
    params,
    body: opening.LiveRequest,
    response: Nothing,
    statuses: [201],
  },
  'POST /api/questionnaires/:slug/live/withdraw': {
    summary: 'Retire la demande d’ouverture.',
    roles,
    params,
    body: Nothing,
    response: Nothing,
  },
  'POST /api/questionnaires/:slug/live/approve': {
    summary: 'Approuve l’ouverture demandée par une autre personne ; les réponses d’essai sont effacées.',
    roles: ['publisher'],
    params,
    body: opening.LiveApproval,
    response: opening.LiveApproved,
  },
})

export const parameterContracts = contractsOf({
  'GET /api/questionnaires/:slug/parameters': {
    summary: 'Ce qu’un questionnaire demande à la collectivité.',
    roles,
    params,
    response: wire.ParametersPage,
  },
  'PUT /api/questionnaires/:slug/parameters': {
    summary: 'Enregistre ce que la collectivité en dit.',
    roles,
    params,
    body: wire.TypedParameters,
    response: Nothing,
  },
})
