/** What was heard: encounters and their quotes, observations of places. Notes are read by those who listen, and by nobody else. */
import { formats } from '../../../analysis/evidence/documents/formats.ts'
import { contractsOf } from '../contract.ts'
import * as wire from '../heard.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'

const listens = ['listener'] as const
const reads = ['listener', 'analyst', 'publisher'] as const
/** Chosen by one, checked by another, who needs not read the notes. */
const checks = ['listener', 'publisher'] as const
const types = formats.map(({ type }) => type) as unknown as [string, ...string[]]
const id = parameters.heard
const bounds = { bytes: 400_000, keys: 400 } as const

export const heardContracts = contractsOf({
  'GET /api/heard': {
    summary: 'Ce qui a été entendu : rencontres sans leurs notes, citations relues.',
    roles: reads,
    response: wire.HeardPage,
  },
  'POST /api/heard/mask': {
    summary: 'Dit ce qui ressemble à un nom dans un texte, sans rien enregistrer.',
    roles: listens,
    body: wire.ToMask,
    bounds,
    response: wire.MaskedText,
  },
  'GET /api/heard/quotes': {
    summary: 'Les citations qui attendent une seconde lecture.',
    roles: checks,
    response: wire.WaitingQuotes,
  },
  'GET /api/heard/encounters/:id': {
    summary: 'Une rencontre avec ses notes ; la lecture est notée au journal.',
    roles: listens,
    params: { id },
    response: wire.EncounterPage,
  },
  'PUT /api/heard/encounters/:id': {
    summary: 'Enregistre une rencontre, nouvelle ou corrigée.',
    roles: listens,
    params: { id },
    body: wire.SavedEncounter,
    bounds,
    response: Nothing,
  },
  'POST /api/heard/encounters/:id/withdraw': {
    summary: 'L’accord est retiré : notes et citations sont effacées.',
    roles: listens,
    params: { id },
    body: Nothing,
    response: Nothing,
  },
  'PUT /api/heard/encounters/:id/quotes/:quote': {
    summary: 'Choisit une citation dans les notes ; elle entre masquée.',
    roles: listens,
    params: { id, quote: parameters.heard },
    body: wire.NewQuote,
    response: Nothing,
  },
  'DELETE /api/heard/encounters/:id/quotes/:quote': {
    summary: 'Retire une citation.',
    roles: listens,
    params: { id, quote: parameters.heard },
    response: Nothing,
  },
  'POST /api/heard/encounters/:id/quotes/:quote/check': {
    summary: 'Relit une citation choisie par quelqu’un d’autre.',
    roles: checks,
    params: { id, quote: parameters.heard },
    body: wire.QuoteCheck,
    response: Nothing,
  },
  'GET /api/heard/guides/:file': {
    summary: 'Un guide d’entretien à imprimer.',
    roles: reads,
    params: { file: parameters.planDocument },
    response: { files: types },
  },
  'GET /api/heard/observations': {
    summary: 'Les lieux observés, par moment.',
    roles: ['listener', 'analyst'],
    response: wire.ObservationsPage,
  },
  'PUT /api/heard/observations/:id': {
    summary: 'Enregistre un passage d’observation ; le même renvoyé ne change rien.',
    roles: listens,
    params: { id },
    body: wire.NewObservation,
    response: Nothing,
  },
  'DELETE /api/heard/observations/:id': {
    summary: 'Retire un passage noté par erreur.',
    roles: listens,
    params: { id },
    response: Nothing,
  },
})
