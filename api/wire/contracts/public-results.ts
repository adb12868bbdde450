/** The results everybody reads, as pages and files; and the committee's page for whoever holds a link. Their addresses lie outside of the api, since people type them. */
import * as z from 'zod'
import { publicWriters, writers } from '../../../analysis/report/writers.ts'
import { contractsOf } from '../contract.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'

const roles = ['anyone'] as const
/** People told in one go. */
const announcedAtOnce = 5_000
const html = 'text/html; charset=utf-8'
/** An unknown language reads French. */
const query = z.object({ langue: z.string().max(40).catch('fr').default('fr') })
const types = [...new Set([html, ...[...writers, ...publicWriters].map(({ type }) => type)])] as [string, ...string[]]

const staff = ['admin'] as const
const email = z
  .string()
  .trim()
  .max(120)
  .regex(/^\S+@\S+\.\S+$/, 'Une adresse électronique est attendue.')

export const announcementContracts = contractsOf({
  'POST /api/announcements/:slug': {
    summary: 'Demande à être prévenu que les résultats sont publics, à part des réponses.',
    roles,
    fewWrites: true,
    mostADay: 300,
    params: { slug: parameters.slug },
    body: z.strictObject({ email }),
    response: Nothing,
    statuses: [201],
  },
  'GET /api/announcements': {
    summary: 'Combien de personnes attendent les résultats de chaque questionnaire.',
    roles: staff,
    wholeSite: true,
    response: z.strictObject({
      lists: z.array(
        z.strictObject({
          slug: z.string(),
          title: z.string(),
          /** To the nearest five until the results are public. */
          people: z.int(),
          isOpen: z.boolean(),
        }),
      ),
    }),
  },
  'GET /api/announcements/:slug': {
    summary: 'Adresses des personnes à prévenir, une fois les résultats publics ; la lecture est notée au journal.',
    roles: staff,
    params: { slug: parameters.slug },
    response: z.strictObject({ emails: z.array(z.string()) }),
  },
  'POST /api/announcements/:slug/told': {
    summary: 'Ces personnes sont prévenues : leurs adresses sont effacées.',
    roles: staff,
    params: { slug: parameters.slug },
    body: z.strictObject({ emails: z.array(z.string().max(120)).max(announcedAtOnce) }),
    bounds: { bytes: 1024 * 1024, keys: announcedAtOnce + 1 },
    response: z.strictObject({ told: z.int() }),
  },
})

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
