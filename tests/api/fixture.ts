/** A small questionnaire and a real context around it, for the tests of the api. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AppOptions, appOf } from '../../api/app.ts'
import { type AppContext, openContext } from '../../api/context.ts'
import { openLog } from '../../api/http/log.ts'
import { listen } from '../../api/http/server.ts'
import { collections } from '../../api/store/collections.ts'
import type { SentResponse } from '../../surveys/answers/response.ts'
import type { Questionnaire, Status } from '../../surveys/questionnaire/questionnaire.ts'
import { onOwnPort } from '../services/ports.ts'
import { movedOn } from './moment.ts'

const lines = ['who', 'why', 'basis', 'optional', 'recipients', 'retention', 'rights']

export const smallQuestionnaire: Questionnaire = {
  slug: 'garde',
  version: 1,
  title: 'La garde des enfants',
  summary: 'Deux questions.',
  audience: 'families',
  audienceText: 'Toutes les familles',
  minutes: 1,
  unit: 'households',
  notice: { lines: lines.map((id) => ({ id, title: id, text: id })) },
  parameters: [],
  assigned: [],
  indicators: [],
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          {
            type: 'radiogroup',
            name: 'garde',
            title: 'Faites-vous garder un enfant ?',
            isRequired: true,
            objectives: [1],
            sensitivity: 'ordinary',
            choices: [
              { value: 'oui', text: 'Oui' },
              { value: 'non', text: 'Non' },
            ],
          },
          {
            type: 'comment',
            name: 'pourquoi',
            title: 'Pourquoi ?',
            maxLength: 1000,
            visibleIf: "{garde} = 'non'",
            objectives: [1],
            sensitivity: 'ordinary',
          },
        ],
      },
    ],
  },
}

export const aSentResponse = (change: Partial<SentResponse> = {}): SentResponse => ({
  id: randomUUID(),
  questionnaire: 'garde',
  version: 1,
  mode: 'web',
  channel: '',
  language: 'fr',
  answers: { garde: 'oui' },
  ...change,
})

export type Place = {
  folder: string
  dataDir: string
  storeUrl: string
  keyringPath: string
}

export function aPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'ctg-api-'))
  const dataDir = join(folder, 'data')
  return {
    folder,
    dataDir,
    storeUrl: `sqlite:${join(dataDir, 'questionnaires.db')}`,
    keyringPath: join(folder, 'keyring.json'),
  }
}

/** A context with the small questionnaire on trial, its app, and every line it logs. */
export async function anApp(options: Partial<AppOptions> = {}, now = () => new Date('2024-05-06T07:08:09Z')) {
  const place = aPlace()
  const context = await openContext(place, now, undefined, { stopwatch: movedOn })
  await context.questionnaires.loadFounding([smallQuestionnaire])
  const logged: string[] = []
  const app = appOf({
    context,
    log: openLog((line) => logged.push(line)),
    client: join(place.folder, 'client'),
    ...options,
  })
  return {
    context,
    app,
    logged,
    place,
    async discard() {
      await context.close()
      rmSync(place.folder, { recursive: true })
    },
  }
}

/** The same behind a real socket. */
export async function aServer(options: Partial<AppOptions> = {}) {
  const home = await anApp(options)
  const at = (port: number) => listen(home.app, { port, host: '127.0.0.1' })
  const server = await (options.client ? onOwnPort(at) : at(0))
  const url = `http://127.0.0.1:${server.port}`
  const put = (response: SentResponse) =>
    fetch(`${url}/api/responses/${response.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(response),
    })
  return {
    ...home,
    server,
    url,
    put,
    async discard() {
      await server.close()
      await home.discard()
    },
  }
}

/** Writes where a questionnaire stands, past what the api remembers for a moment. */
export async function setStatus(context: AppContext, status: Status, closesAt: string | null = null) {
  const standings = context.store.collection(collections.questionnaires)
  await standings.update('garde', (standing) => standing && { ...standing, status, closesAt })
}
