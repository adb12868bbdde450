/** The api, as the screens call it. A refusal is a `Refusal`; silence of the network is a `Cut`. */
import type {
  fieldwork,
  Problem,
  PublishedQuestionnaire,
  QuestionnaireLine,
  Received,
  Site,
} from '../../api/wire/public.ts'
import type { Sheet } from '../../surveys/answers/response.ts'
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

/** @throws Refusal, Cut */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, { ...init, signal: AbortSignal.timeout(patienceMs), credentials: 'same-origin' })
  } catch (cause) {
    throw new Cut('no answer', { cause })
  }
  const body = await response.json().catch(() => null)
  if (response.ok && body !== null) return body as T
  throw new Refusal(response.ok ? 502 : response.status, body ?? {})
}

export const site = () => ask<Site>('/api/site')

export const openQuestionnaires = async () =>
  (await ask<{ questionnaires: QuestionnaireLine[] }>('/api/questionnaires')).questionnaires

/** @param version an earlier version, for answers begun under it; without, the current one */
export const questionnaire = (slug: string, version?: number) =>
  ask<PublishedQuestionnaire>(
    `/api/questionnaires/${encodeURIComponent(slug)}${version === undefined ? '' : `?version=${version}`}`,
  )

export const send = (sheet: Sheet) =>
  ask<Received>(`/api/responses/${sheet.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sheet),
  })

const post = <T>(path: string, body: unknown) =>
  ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: true,
  })

/** What shows, with the sheet, when its person began; without a network there is none. */
export const openVisit = async (questionnaire: string): Promise<string | undefined> =>
  (await post<fieldwork.Visit>('/api/visits', { questionnaire }).catch(() => undefined))?.visit

/** @throws Refusal, Cut */
export const checkCode = (questionnaire: string, code: string) =>
  post<fieldwork.CodeState>('/api/invitations/check', { questionnaire, code })

/** Lost without a network: nobody waits for it. */
export function tellStep(step: fieldwork.NewStep) {
  if (!isFramed) void post('/api/steps', step).catch(() => {})
}

const counted = new Set<string>()

/** Counts, once a visit, that somebody used this help; nothing else is told. */
export async function countUse(what: 'aloud' | 'easy') {
  if (isFramed || counted.has(what)) return
  counted.add(what)
  const headers = { 'content-type': 'application/json' }
  await ask('/api/uses', { method: 'POST', headers, body: JSON.stringify({ what }) }).catch(() => {})
}

/** True for what may pass by itself: a cut, a service being restarted. */
export const isWorthRetrying = (error: unknown) => !(error instanceof Refusal) || error.isPassing
