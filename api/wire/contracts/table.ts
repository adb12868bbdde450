/** The reference tables. */
import { contractsOf } from '../contract.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import * as wire from './shapes/tables.ts'

const roles = ['admin', 'analyst'] as const
const params = { kind: parameters.table }
const bounds = { bytes: 1_000_000, keys: 110_000 } as const

export const tableContracts = contractsOf({
  'GET /api/tables': { summary: 'Les tables de référence.', roles, response: wire.TableList },
  'GET /api/tables/:kind': {
    summary: 'Une table et son historique.',
    roles,
    params,
    response: wire.ReferenceTablePage,
  },
  'GET /api/tables/:kind/versions/:number': {
    summary: 'Une version d’une table, telle qu’elle a été enregistrée.',
    roles,
    params: { kind: parameters.table, number: parameters.publication },
    response: wire.TableVersionPage,
  },
  'POST /api/tables/:kind/read': {
    summary: 'Lit un texte collé, sans l’enregistrer.',
    roles,
    params,
    body: wire.Pasted,
    bounds: { bytes: bounds.bytes },
    response: wire.ReadTable,
  },
  'POST /api/tables/:kind/check': {
    summary: 'Relit une table, sans l’enregistrer.',
    roles,
    params,
    body: wire.TypedTable,
    bounds,
    response: wire.ReadTable,
  },
  'POST /api/tables/:kind': {
    summary: 'Enregistre une version datée d’une table.',
    roles,
    wholeSite: true,
    params,
    body: wire.NewReferenceTable,
    bounds,
    response: Nothing,
    statuses: [201],
  },
})
