/** Figures registered from other sources. */
import { contractsOf, formRefusals } from '../contract.ts'
import * as wire from '../evidence.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import { Pasted, ReadTable } from './shapes/tables.ts'

const roles = ['analyst', 'admin'] as const
const params = { id: parameters.series }
const bounds = { bytes: 200_000, keys: 8_000, refusals: formRefusals } as const

export const registeredContracts = contractsOf({
  'GET /api/registered': {
    summary: 'Les chiffres relevés dans d’autres sources, et ceux qui sont proposés.',
    roles,
    response: wire.SeriesList,
  },
  'GET /api/registered/:id': {
    summary: 'Une série relevée, ses valeurs et son historique.',
    roles,
    params,
    response: wire.SeriesPage,
  },
  'POST /api/registered/:id/read': {
    summary: 'Lit des valeurs collées, sans les enregistrer.',
    roles,
    params,
    body: Pasted,
    bounds: { bytes: bounds.bytes },
    response: ReadTable,
  },
  'POST /api/registered/:id/check': {
    summary: 'Relit des valeurs et dit ce qui changerait, sans les enregistrer.',
    roles,
    params,
    body: wire.TypedValues,
    bounds,
    response: wire.CheckedValues,
  },
  'POST /api/registered/:id': {
    summary: 'Enregistre une série, ou sa correction avec la raison ; noté au journal.',
    roles,
    wholeSite: true,
    params,
    body: wire.NewSeries,
    bounds,
    response: wire.SavedSeries,
    statuses: [201],
  },
  'POST /api/registered/:id/withdrawal': {
    summary: 'Retire une série des preuves, avec la raison ; noté au journal.',
    roles,
    wholeSite: true,
    params,
    body: wire.SeriesWithdrawal,
    bounds: { refusals: formRefusals },
    response: Nothing,
    statuses: [201],
  },
})
