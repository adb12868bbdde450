/** The action log, for the pilots who write it and those who read it; the exit questions, for everybody. */
import * as wire from '../action-log.ts'
import { contractsOf, formRefusals } from '../contract.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'

const mayWrite = ['pilot', 'admin'] as const
const readers = ['pilot', 'admin', 'analyst', 'publisher'] as const
const params = { entry: parameters.logEntry }
const refusals = { ...formRefusals, large: 'import-refused' } as const
const bounds = { bytes: 900_000, refusals } as const

export const actionLogContracts = contractsOf({
  'GET /api/action-log': {
    summary: 'Le carnet d’actions d’une année, et ce qu’il additionne.',
    roles: readers,
    query: wire.YearWanted,
    response: wire.LogPage,
  },
  'GET /api/action-log/desk': {
    summary: 'Ce qu’il faut à un téléphone pour noter sans réseau.',
    roles: mayWrite,
    response: wire.Desk,
  },
  'GET /api/action-log/export': {
    summary: 'Le carnet en tableau, qui peut être importé de nouveau.',
    roles: readers,
    query: wire.YearWanted,
    response: { files: ['text/csv'] },
  },
  'POST /api/action-log/import/read': {
    summary: 'Dit ligne par ligne ce que donnerait un tableau collé, sans rien enregistrer.',
    roles: mayWrite,
    body: wire.PastedLog,
    bounds,
    response: wire.ReadLog,
  },
  'POST /api/action-log/import': {
    summary: 'Enregistre les lignes d’un tableau collé.',
    roles: mayWrite,
    body: wire.PastedLog,
    bounds,
    response: wire.ReadLog,
  },
  'GET /api/action-log/:entry': {
    summary: 'Une séance du carnet, ses corrections et les avis laissés à la sortie.',
    roles: readers,
    params,
    response: wire.EntryPage,
  },
  'PUT /api/action-log/:entry': {
    summary: 'Note une séance, ou la corrige.',
    roles: mayWrite,
    params,
    body: wire.SavedEntry,
    bounds: { refusals },
    response: wire.EntryTaken,
  },
  'POST /api/action-log/:entry/remove': {
    summary: 'Retire du carnet une séance notée par erreur.',
    roles: mayWrite,
    params,
    body: wire.Removal,
    bounds: { refusals },
    response: Nothing,
  },
  'POST /api/action-log/:entry/exit': {
    summary: 'Ouvre les « 3 questions à chaud » d’une séance.',
    roles: mayWrite,
    params,
    body: Nothing,
    response: Nothing,
  },
  'GET /api/action-log/:entry/poster': {
    summary: 'La feuille à poser à la sortie, avec le carré à scanner.',
    roles: readers,
    params,
    response: { files: ['application/pdf'] },
  },
})

const code = { code: parameters.exitCode }
export const exitContracts = contractsOf({
  'GET /api/exit/:code': {
    summary: 'Les « 3 questions à chaud » d’une séance.',
    roles: ['anyone'],
    params: code,
    response: wire.ExitPage,
  },
  'POST /api/exit/:code': {
    summary: 'Reçoit un avis à chaud, qui n’est joint à personne.',
    roles: ['anyone'],
    fewWrites: true,
    params: code,
    body: wire.NewExitAnswer,
    bounds: { bytes: 4_000, refusals },
    response: Nothing,
    statuses: [201],
  },
})
