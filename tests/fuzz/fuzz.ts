/** Sends spoiled bodies to every route of a real server, and reports what answered otherwise than it should. */

import { readFileSync } from 'node:fs'
import http from 'node:http'
import { readResponses } from '../../api/responses/responses.ts'
import { SentResponse } from '../../surveys/answers/response.ts'
import { type Random, seeded } from '../../surveys/people/random.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import { smallQuestionnaire } from '../api/fixture.ts'
import { grammarOf, pick, uuid } from './grammar.ts'
import { aFuzzedServer, type FuzzedServer } from './place.ts'
import type { Route } from './routes.ts'
import { addressOf, bytesOf, canary, headersFor, spoiled } from './spoil.ts'

export type FuzzOptions = { bodies: number; seed: number; from?: number; onBody?: (done: number) => void }
export type Offender = { number: number; route: string; status: number; body: string }
export type Fuzzed = {
  sent: number
  /** Answered 2xx: the body reached the work itself. */
  accepted: number
  routes: number
  offenders: Offender[]
  crashed: boolean
  /** Megabytes: the most memory of the server in each tenth of the run; 0 where the system does not say. */
  memory: number[]
  /**
   * Megabytes between the most memory in the last third and in the second one: in the first one the server still loads what the rare
   * works need, and threads come and go with them.
   */
  growth: number
  stored: number
  /** Stored responses that their questionnaire would refuse. */
  outside: number
  /** True when a text sent in a body stands in the journal. */
  leaked: boolean
  perSecond: number
  /** Milliseconds: the longest time the server's thread answered nobody; told, not judged, since other programs stop it too. */
  blocked: number
  /** The single bodies that took longest, the longest first. */
  slowest: { number: number; route: string; ms: number }[]
}

const workers = 16
const timeoutMs = 30_000
const judgedBodies = 100_000
/** Megabytes. */
const mostGrowth = 30
/** Hash a password, print, publish or export: their work is long. */
const long = /\/(session|accept|password|publications|packets\/:from|live|paper|api\/design|export\/:slug|codes)$/
/** After them the questionnaire takes no answer any more, and the rest of the bodies would be refused before the work. */
const ending = /\/(archive|close|live\/withdraw)$/
/** Routes that read, those whose work is long and those that end have one body in so many. */
const rareOneIn = 200
const known = {
  questionnaire: ['garde', smallQuestionnaire, ...founding().slice(1, 2)],
  slug: ['garde'],
  version: [1],
  revision: [1, 2],
  answers: [{ garde: 'oui' }, { garde: 'non', pourquoi: 'Trop loin' }, { garde: 'non' }],
  definition: [smallQuestionnaire.definition],
  mode: ['web'],
}
const right: Record<string, (random: Random) => string> = {
  slug: () => 'garde',
  id: uuid,
  batch: uuid,
  digest: uuid,
  key: uuid,
  field: () => 'garde',
  from: () => '1',
  version: () => '1',
  kind: (random) => pick(['communes', 'populations', 'structures', 'schools'], random),
  number: (random) => String(Math.floor(random() * 38)),
  file: (random) => pick(['rapport.pdf', 'rapport.docx', 'rapport.md'], random),
}

export async function fuzzed({ bodies, seed, from = 0, onBody }: FuzzOptions): Promise<Fuzzed> {
  const place = await aFuzzedServer()
  const routes = place.routes.map((route) => ({ ...route, draw: route.shape && grammarOf(route.shape, known) }))
  const isRare = ({ method, path }: Route) =>
    method === 'GET' || method === 'DELETE' || long.test(path) || ending.test(path)
  const [rare, quick] = [routes.filter(isRare), routes.filter((route) => !isRare(route))]
  const response = routes.find(({ path }) => path === '/api/responses/:id')!
  const agent = new http.Agent({ keepAlive: true, maxSockets: workers })
  const offenders: Offender[] = []
  const names = new Set<string>()
  let slowest: Fuzzed['slowest'] = []
  let crashed = false
  place.server.exit.then(() => {
    crashed = !isDone
  })
  let isDone = false
  let next = from
  let accepted = 0
  const memory = Array<number>(10).fill(0)
  const thirds = Array<number>(3).fill(0)
  let blocked = 0
  const sampled = Math.max(1, Math.min(500, Math.floor(bodies / 50)))
  const begun = performance.now()

  async function one(number: number) {
    // each body by its own number, so that one alone can be sent again
    const random = seeded(seed * 1_000_003 + number)
    const isPublic = random() < 0.2
    const route = isPublic ? response : pick(random() < 1 / rareOneIn ? rare : quick, random)
    const identity = random() < 0.05 ? 'nobody' : route.identity
    const value = route.draw ? spoiled(route.draw(random), random) : {}
    const text = route.method === 'GET' ? '' : bytesOf(JSON.stringify(value) ?? '', random)
    const headers = { ...headersFor(random), ...place.headers[identity] }
    const start = performance.now()
    const address = addressOf(route.path, { ...right, ...idOf(value) }, random)
    const status = await asked(place, agent, route.method, address, headers, text)
    const name = `${route.method} ${route.path}`
    names.add(name)
    const ms = performance.now() - start
    if (slowest.length < 5 || ms > slowest.at(-1)!.ms)
      slowest = [...slowest, { number, route: name, ms }].sort((a, b) => b.ms - a.ms).slice(0, 5)
    if (status === 401 && identity !== 'nobody') await place.renew(identity)
    if (status >= 200 && status < 300) accepted++
    if (status === 0 || status >= 500)
      offenders.push({ number, route: name, status, body: text.toString().slice(0, 2_000) })
  }

  async function worker() {
    while (next < from + bodies && !crashed) {
      const number = next++
      await one(number)
      const done = number - from
      if (done % sampled === 0 && !crashed) {
        const now = megabytesOf(place)
        raise(memory, done / bodies, now)
        raise(thirds, done / bodies, now)
      }
      if (done % 1_000 === 0) onBody?.(done)
      if (done % 250 === 0) {
        const ms = await blockedIn(place)
        // the first figure is of the start
        if (done > 0) blocked = Math.max(blocked, ms)
      }
    }
  }
  await Promise.all(Array.from({ length: workers }, worker))
  const seconds = (performance.now() - begun) / 1_000
  const growth = Math.max(0, thirds[2]! - thirds[1]!)
  isDone = true
  const rows = await rowsOf(place)
  const leaked = place.server.journal().includes(canary)
  agent.destroy()
  await place.discard()
  return {
    sent: next - from,
    accepted,
    routes: names.size,
    offenders,
    crashed,
    memory,
    growth,
    ...rows,
    leaked,
    perSecond: bodies / seconds,
    blocked,
    slowest,
  }
}

/** Keeps the most of each part of the run; `done` is a share of it. */
function raise(parts: number[], done: number, value: number): void {
  const part = Math.min(parts.length - 1, Math.floor(done * parts.length))
  parts[part] = Math.max(parts[part]!, value)
}

/** The address of a response repeats the id in its body; half of a surrogate pair has no place in an address. */
function idOf(value: unknown): { id?: () => string } {
  const { id } = Object(value) as { id?: unknown }
  const isAddress = typeof id === 'string' && id !== '' && id.length < 100 && id.isWellFormed()
  return isAddress ? { id: () => encodeURIComponent(id) } : {}
}

/** 0: no answer. */
function asked(
  { url }: FuzzedServer,
  agent: http.Agent,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Buffer | string,
): Promise<number> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const own = { ...headers, ...(method === 'GET' ? {} : { 'content-length': Buffer.byteLength(body) }) }
    const request = http.request(
      { agent, hostname, port, method, path, headers: own, timeout: timeoutMs },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
        answer.on('error', () => resolve(0))
      },
    )
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(0))
    request.end(body)
  })
}

function megabytesOf({ server }: FuzzedServer): number {
  if (process.platform !== 'linux') return 0
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

/** The longest block of the event loop since the figures were last asked for. */
async function blockedIn({ url }: FuzzedServer): Promise<number> {
  const text = await fetch(`${url}/metrics`).then(
    (answer) => answer.text(),
    () => '',
  )
  return 1_000 * Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(text)?.[1] ?? 0)
}

async function rowsOf({ context }: FuzzedServer): Promise<{ stored: number; outside: number }> {
  let [stored, outside] = [0, 0]
  const { check } = await context.questionnaires.published(smallQuestionnaire.slug, 1)
  for await (const block of readResponses(context.store, context.keyring, smallQuestionnaire.slug))
    for (const { trial: _, receivedAt: __, answeredAt: ___, invited: ____, ...response } of block) {
      stored++
      if (!SentResponse.safeParse(response).success || !check(response.answers).ok) outside++
    }
  return { stored, outside }
}

/** Growth is judged on long runs alone: in a short one the server is still loading what it needs. */
export const isHeld = (found: Fuzzed): boolean =>
  !found.crashed &&
  !found.leaked &&
  found.offenders.length + found.outside === 0 &&
  (found.sent < judgedBodies || found.growth < mostGrowth)

export const numbersOf = (found: Fuzzed) => ({
  bodies: found.sent,
  routes: found.routes,
  accepted: found.accepted,
  'answers 5xx or none': found.offenders.length,
  crashes: Number(found.crashed),
  'responses stored': found.stored,
  'outside their questionnaire': found.outside,
  'texts in the journal': Number(found.leaked),
  'MB more': found.growth,
  'MB by tenths': found.memory.map(Math.round).join(' '),
  'a second': found.perSecond,
  'ms without an answer at most': found.blocked,
})
