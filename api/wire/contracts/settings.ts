/** The journal of deeds, the settings, the logo, and the document that describes the api. */
import * as z from 'zod'
import { contractsOf } from '../contract.ts'
import { Nothing } from '../nothing.ts'
import { logoBytes } from '../sizes.ts'
import * as wire from '../staff.ts'

const roles = ['admin'] as const

export const auditContracts = contractsOf({
  'GET /api/audit': {
    summary: 'Le journal, de la page la plus récente vers les plus anciennes.',
    roles,
    query: z.object({ page: z.coerce.number().int().min(0).max(1_000_000).catch(0) }),
    response: wire.AuditPage,
  },
  'GET /api/audit/verify': { summary: 'Vérifie la chaîne du journal.', roles, response: wire.AuditReport },
})

export const settingsContracts = contractsOf({
  'GET /api/logo': {
    summary: 'Le logo de la collectivité.',
    roles: ['anyone'],
    response: { files: ['image/png', 'image/jpeg'] },
  },
  'GET /api/settings': { summary: 'Les réglages et leur historique.', roles, response: wire.SettingsPage },
  'POST /api/settings/check': {
    summary: 'Relit des réglages sans les enregistrer.',
    roles,
    body: wire.TypedSettings,
    response: wire.ProblemLines,
  },
  'PUT /api/settings': {
    summary: 'Enregistre les réglages.',
    roles,
    body: wire.NewTypedSettings,
    response: Nothing,
  },
  'PUT /api/settings/logo': {
    summary: 'Change le logo, ou le retire.',
    roles,
    body: wire.NewLogo,
    bounds: { bytes: 2 * logoBytes },
    response: Nothing,
  },
})

export const openapiContracts = contractsOf({
  'GET /api/openapi': {
    summary: 'Ce document.',
    roles: ['staff'],
    response: z.record(z.string(), z.unknown()),
  },
})
