/** What can go wrong for a person, and the sentence that says so; anything else is a bug. */
import type { ErrorRequestHandler } from 'express'
import type { Log } from './log.ts'
import { StoreUnavailable } from './store/store.ts'
import type * as wire from './wire.ts'

export const problems = {
  'body-not-json': [400, 'Ce qui a été reçu n’est pas lisible. Rechargez la page, puis réessayez.'],
  'body-too-deep': [400, 'Ce qui a été reçu est trop compliqué pour être une fiche.'],
  'address-unreadable': [400, 'Cette adresse n’est pas lisible.'],
  'not-allowed': [403, 'Vous n’avez pas accès à cette page.'],
  'route-unknown': [404, 'Cette adresse n’existe pas.'],
  'questionnaire-unknown': [404, 'Ce questionnaire n’existe pas.'],
  'questionnaire-closed': [409, 'Ce questionnaire est terminé. Merci de votre intérêt.'],
  'response-differs': [409, 'Cette fiche a déjà été reçue avec d’autres réponses.'],
  'body-too-large': [413, 'Cette fiche est trop longue pour être reçue.'],
  'body-type': [415, 'Les réponses sont attendues en JSON (application/json), en UTF-8 et sans compression.'],
  'sheet-refused': [422, 'Cette fiche n’a pas la forme attendue. Rechargez la page, puis réessayez.'],
  'version-unknown': [422, 'Cette version du questionnaire n’existe pas. Rechargez la page, puis réessayez.'],
  'answers-refused': [422, 'Certaines réponses sont à revoir.'],
  'too-many-requests': [429, 'Trop de demandes à la fois. Gardez cette page ouverte et réessayez dans un instant.'],
  unexpected: [500, 'Une erreur est survenue de notre côté. Gardez cette page ouverte et réessayez dans un instant.'],
  'store-unavailable': [
    503,
    'Vos réponses ne peuvent pas être enregistrées pour l’instant. Gardez cette page ouverte et réessayez dans quelques minutes.',
  ],
} as const satisfies Record<string, readonly [number, string]>
export type ProblemCode = keyof typeof problems

export class Problem extends Error {
  override name = 'Problem'
  code: ProblemCode
  list: wire.ProblemLine[] | undefined

  constructor(code: ProblemCode, list?: wire.ProblemLine[]) {
    super(code)
    this.code = code
    this.list = list
  }
}

/** What Express and its body reader throw, by their own names. */
const foreign: Record<string, ProblemCode> = {
  'entity.too.large': 'body-too-large',
  'encoding.unsupported': 'body-type',
  'charset.unsupported': 'body-type',
  'request.size.invalid': 'body-not-json',
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StoreUnavailable) return new Problem('store-unavailable')
  if (error instanceof URIError) return new Problem('address-unreadable')
  return new Problem(foreign[String((error as { type?: unknown } | null)?.type)] ?? 'unexpected')
}

/** Answers every failure with its French sentence; what is logged holds nothing that was sent. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    const { code, list } = problemOf(error)
    const [status, title] = problems[code]
    if (status >= 500) log.failure(code, error)
    if (res.headersSent || res.destroyed) return void res.destroy()
    if (status === 429 || status === 503) res.set('Retry-After', '5')
    const body: wire.Problem = list ? { code, title, status, problems: list } : { code, title, status }
    res.status(status).type('application/problem+json').send(JSON.stringify(body))
  }
}
