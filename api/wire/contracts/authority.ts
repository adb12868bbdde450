/** The authority in force: its plan, its territory, its words; read by every staff page, changed by administrators. */
import * as wire from '../authority.ts'
import { contractsOf } from '../contract.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import { NewTable, Pasted, ReadTable, TablePage, TypedTable } from './shapes/tables.ts'

const roles = ['admin'] as const
const params = { table: parameters.table }
const bounds = { bytes: 1_000_000, keys: 110_000 } as const

export const authorityContracts = contractsOf({
  'GET /api/authority': { summary: 'La collectivité en vigueur.', roles: ['staff'], response: wire.InForce },
  'GET /api/authority/page': {
    summary: 'La collectivité en vigueur, en bref, et ses versions.',
    roles,
    response: wire.AuthorityPage,
  },
  'POST /api/authority/epci': {
    summary: 'Les communes d’un EPCI, par son numéro SIREN.',
    roles,
    body: wire.AskedEpci,
    response: wire.FoundEpci,
  },
  'POST /api/authority/new': {
    summary: 'Donne à une autre collectivité un site auquel personne n’a encore répondu.',
    roles,
    wholeSite: true,
    body: wire.NewAuthority,
    bounds: { bytes: bounds.bytes },
    response: Nothing,
    statuses: [201],
  },
  'POST /api/authority/plan': {
    summary: 'Ce que contient un plan collé, sans l’enregistrer.',
    roles,
    body: Pasted,
    bounds: { bytes: bounds.bytes },
    response: wire.PlanRead,
  },
  'PUT /api/authority/outlines': {
    summary: 'Les contours des communes, en GeoJSON, avec leur source.',
    roles,
    wholeSite: true,
    body: wire.NewOutlines,
    bounds: { bytes: 4_200_000 },
    response: Nothing,
  },
  'GET /api/authority/tables/:table': {
    summary: 'Le plan, les communes ou les mots, en lignes à modifier.',
    roles,
    params,
    response: TablePage,
  },
  'POST /api/authority/tables/:table/read': {
    summary: 'Lit un texte collé, sans l’enregistrer.',
    roles,
    params,
    body: Pasted,
    bounds: { bytes: bounds.bytes },
    response: ReadTable,
  },
  'POST /api/authority/tables/:table/check': {
    summary: 'Essaie des lignes : ce qui ne va pas, sinon ce qui changerait.',
    roles,
    params,
    body: TypedTable,
    bounds,
    response: wire.TriedTable,
  },
  'POST /api/authority/tables/:table': {
    summary: 'Met en vigueur une version datée.',
    roles,
    wholeSite: true,
    params,
    body: NewTable,
    bounds,
    response: Nothing,
    statuses: [201],
  },
})
