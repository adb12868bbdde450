/** The api, as the screens call it. A refusal is a `Refusal`; silence of the network is a `Cut`. */
import type { Received, Sent } from '../../api/wire/contract.ts'
import type { Contracts, Route } from '../../api/wire/contracts.ts'
import type { Problem } from '../../api/wire/public.ts'
import type { SentResponse } from '../../surveys/answers/response.ts'
import type { Language } from '../../surveys/languages.ts'
import { isFramed } from './framed.ts'

/** The api answered no: `code` says which no, `message` says it in French. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly problems: { path: string; message: string }[]
  constructor(status: number, problem: Partial<Problem>) {
    super(problem.title ?? `HTTP ${status}`)
    this.status = status
    this.code = problem.code ?? 'unknown'
    this.problems = problem.problems ?? []
  }
  /** Trying again later may succeed. */
  get isPassing() {
    return this.status >= 500 || this.status === 408 || this.status === 429
  }
}

/** No answer came: no network, or a service that stays silent. */
export class Cut extends Error {}

const patienceMs = 15_000

/** What is sent for a route, and what comes back: its contract, of which only the types reach the browser. */
type SentTo<Name extends Route> = Sent<Name, Contracts[Name]>
type Rest<Name extends Route, More extends unknown[]> =
  Record<never, never> extends SentTo<Name> ? [sent?: SentTo<Name>, ...More] : [sent: SentTo<Name>, ...More]
type AnySent = {
  params?: Record<string, string | number>
  query?: Record<string, string | number | undefined>
  body?: unknown
}

/** The address of a route; its name is its method and its path. */
export function addressOf<Name extends Route>(name: Name, ...[sent]: Rest<Name, []>): string {
  const { params = {}, query = {} } = (sent ?? {}) as AnySent
  const path = name.slice(name.indexOf(' ') + 1).replace(/:(\w+)/g, (_, part) => encodeURIComponent(params[part]!))
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
  return search === '' ? path : `${path}?${search}`
}

/** The method and the body of a route, for a request. */
export function requestOf<Name extends Route>(name: Name, ...[sent]: Rest<Name, []>): RequestInit {
  const { body } = (sent ?? {}) as AnySent
  const method = name.slice(0, name.indexOf(' '))
  if (body === undefined) return { method, credentials: 'same-origin' }
  const headers = { 'content-type': 'application/json' }
  return { method, credentials: 'same-origin', headers, body: JSON.stringify(body) }
}

/** @throws Refusal, Cut */
export async function ask<Name extends Route>(
  name: Name,
  ...[sent, more = {}]: Rest<Name, [more?: { token?: string; keepalive?: boolean }]>
): Promise<Received<Contracts[Name]>> {
  const asked = [name, sent] as unknown as [Name, ...Rest<Name, []>]
  const init = requestOf(...asked)
  const { token, ...kind } = more
  if (token !== undefined) init.headers = { ...init.headers, authorization: `Bearer ${token}` }
  let response: Response
  try {
    response = await fetch(addressOf(...asked), { ...init, ...kind, signal: AbortSignal.timeout(patienceMs) })
  } catch (cause) {
    throw new Cut('no answer', { cause })
  }
  const body = await response.json().catch(() => null)
  if (response.ok && body !== null) return body as Received<Contracts[Name]>
  throw new Refusal(response.ok ? 502 : response.status, body ?? {})
}

export const site = () => ask('GET /api/site')

export const openQuestionnaires = async () => (await ask('GET /api/questionnaires')).questionnaires

/**
 * @param version an earlier version, for answers begun under it; without, the current one
 * @param language its texts in French and in this language; without, in all of its languages
 */
export const questionnaire = (
  slug: string,
  { version, language }: { version?: number | undefined; language?: Language } = {},
) => ask('GET /api/questionnaires/:slug', { params: { slug }, query: { version, language } })

export const send = (response: SentResponse) =>
  ask('PUT /api/responses/:id', { params: { id: response.id }, body: { ...response, mode: 'web' } })

const counted = new Set<string>()

/** Counts, once a visit, that somebody used this help; nothing else is reported. */
export async function countUse(what: 'aloud' | 'easy') {
  if (isFramed || counted.has(what)) return
  counted.add(what)
  await ask('POST /api/uses', { body: { what } }).catch(() => {})
}

/** True for what may pass by itself: a cut, a service being restarted. */
export const isWorthRetrying = (error: unknown) => !(error instanceof Refusal) || error.isPassing
