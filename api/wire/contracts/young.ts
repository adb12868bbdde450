/** The work with the young: their ideas, written without a name, read first by the vigilance role, shown on a wall. */
import * as z from 'zod'
import { contractsOf, formRefusals } from '../contract.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import * as wire from './shapes/young.ts'

const readers = ['vigilance', 'publisher', 'admin', 'pilot', 'analyst'] as const
const params = { idea: parameters.idea }

export const youngContracts = contractsOf({
  'GET /api/young': {
    summary: 'Les idées des jeunes : celles à lire, celles du mur.',
    roles: readers,
    response: wire.YoungPage,
  },
  'POST /api/young': {
    summary: 'Ouvre ou ferme le mur d’idées et les inscriptions des jeunes ; noté au journal.',
    roles: ['publisher', 'admin'],
    wholeSite: true,
    body: wire.YoungChoice,
    response: Nothing,
  },
  'POST /api/young/ideas/:idea': {
    summary: 'Montre une idée lue sur le mur ; noté au journal.',
    roles: ['vigilance'],
    wholeSite: true,
    params,
    response: Nothing,
  },
  'DELETE /api/young/ideas/:idea': {
    summary: 'Efface une idée, refusée ou retirée du mur ; noté au journal.',
    roles: ['vigilance'],
    wholeSite: true,
    params,
    response: Nothing,
  },
  'POST /api/ideas': {
    summary: 'Écrit une idée, sans nom ; elle est lue avant d’être montrée.',
    roles: ['anyone'],
    fewWrites: true,
    // three classes of a school in one day; the wall takes five hundred that nobody has read yet
    mostADay: 100,
    body: wire.NewIdea,
    bounds: { refusals: formRefusals },
    response: Nothing,
    statuses: [201],
  },
  'GET /idees': {
    summary: 'Le mur d’idées des jeunes.',
    roles: ['anyone'],
    query: z.object({ langue: z.string().max(40).catch('fr').default('fr') }),
    response: { files: ['text/html; charset=utf-8'] },
    statuses: [200, 404],
  },
})
