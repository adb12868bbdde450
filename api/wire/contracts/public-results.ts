/** The results everybody reads, as pages and files; and the committee's page for whoever holds a link. Their addresses lie outside of the api, since people type them. */
import * as z from 'zod'
import { publicWriters, writers } from '../../../analysis/report/writers.ts'
import { contractsOf } from '../contract.ts'
import * as parameters from '../parameters.ts'

const roles = ['anyone'] as const
const html = 'text/html; charset=utf-8'
/** An unknown language reads French. */
const query = z.object({ langue: z.string().max(40).catch('fr').default('fr') })
const types = [...new Set([html, ...[...writers, ...publicWriters].map(({ type }) => type)])] as [string, ...string[]]

export const publicResultContracts = contractsOf({
  'GET /resultats': {
    summary: 'La liste des résultats publiés, ou quand revenir.',
    roles,
    query,
    response: { files: [html] },
  },
  'GET /resultats/:slug': {
    summary: 'Ce que les habitants ont dit, ce qui est décidé, quand.',
    roles,
    params: { slug: parameters.publicPage },
    query,
    response: { files: [html] },
    statuses: [200, 404, 410],
  },
  'GET /resultats/:slug/:file': {
    summary: 'La même page en PDF, ou les données ouvertes quand l’équipe les a ouvertes.',
    roles,
    params: { slug: parameters.publicPage, file: parameters.publicPage },
    query,
    response: { files: types },
    statuses: [200, 404, 410],
  },
  'GET /comite/:token': {
    summary: 'Les pages du comité, en lecture, pour qui détient un lien.',
    roles,
    params: { token: parameters.publicPage },
    response: { files: [html] },
    statuses: [200, 404, 410],
  },
  'GET /api/public-results/:file': {
    summary: 'Feuille de style et polices des pages publiques.',
    roles,
    params: { file: parameters.asset },
    response: { files: ['text/css; charset=utf-8', 'font/woff2'] },
  },
})
