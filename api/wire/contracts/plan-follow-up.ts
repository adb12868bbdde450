/** The follow-up of the plan: where each action stands, the decisions on it, and the documents made of all that is known. */
import { formats } from '../../../analysis/evidence/documents/formats.ts'
import { contractsOf } from '../contract.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import * as wire from '../plan-follow-up.ts'
import * as results from '../results.ts'

const roles = ['analyst'] as const
const params = { number: parameters.objective }
const types = formats.map(({ type }) => type) as unknown as [string, ...string[]]

export const followUpContracts = contractsOf({
  'GET /api/plan/follow-up': {
    summary: 'Où en est chaque action, et les documents du plan.',
    roles,
    response: wire.FollowUpPage,
  },
  'GET /api/plan/actions/:number': {
    summary: 'Une action du plan : suivi, décisions, ce qui est su de ses objectifs.',
    roles,
    params,
    response: wire.ActionPage,
  },
  'POST /api/plan/actions/:number/follow-ups': {
    summary: 'Note où en est une action.',
    roles,
    params,
    body: wire.NewFollowUp,
    wholeSite: true,
    response: Nothing,
    statuses: [201],
  },
  'POST /api/plan/actions/:number/decisions': {
    summary: 'Note une décision prise sur une action.',
    roles,
    params,
    body: results.NewDecision,
    wholeSite: true,
    response: Nothing,
    statuses: [201],
  },
  'POST /api/plan/corrections': {
    summary: 'Corrige ou complète une décision ; ce qui était dit reste à côté.',
    roles,
    body: wire.Correction,
    response: Nothing,
    statuses: [201],
  },
  'POST /api/plan/outcomes': {
    summary: 'Note ce qu’une décision est devenue.',
    roles,
    body: wire.NewOutcome,
    wholeSite: true,
    response: Nothing,
    statuses: [201],
  },
  'GET /api/plan/documents/:file': {
    summary: 'Une fiche action, un bilan ou l’évaluation ; son départ est noté au journal.',
    roles,
    params: { file: parameters.planDocument },
    response: { files: types },
  },
})
