/** Who is asking: read from the session cookie at each request, so that a revoked colleague is out at the next one. */
import type { Request, RequestHandler, Response } from 'express'
import { clearCookie, cookieIn, setCookie } from '../http/cookies.ts'
import { Problem } from '../http/problems.ts'
import { isLoopbackName } from '../http/this-machine.ts'
import type { Stored } from '../store/store.ts'
import type { Account } from './account.ts'
import type { AccountsService } from './accounts.ts'
import { deviceDays, deviceName } from './device.ts'
import { type LoginSource, personOf } from './entry.ts'
import type { Role } from './roles.ts'
import { absoluteMs, type Session } from './sessions.ts'

export type Visitor = { session: Stored<Session>; account: Account }

/** Reads the cookie, if there is one; whoever has no living session is simply anyone. */
export function recognise(accounts: AccountsService): RequestHandler {
  return async (req, res, next) => {
    const secret = cookieIn(req, 'session')
    const session = secret && isPrivate(req) ? await accounts.sessions.find(secret) : null
    const account = session && (await personOf(accounts, session))
    if (session && account) res.locals.visitor = { session, account } satisfies Visitor
    next()
  }
}

/** The roles somebody has now: those of the account once the session is open, before that only its stage. */
export function rolesOf(res: Response): readonly Role[] {
  const visitor = visitorOrNull(res)
  if (!visitor) return ['anyone']
  const { stage } = visitor.session.value
  return stage === 'open' ? ['anyone', 'staff', ...visitor.account.roles] : ['anyone', stage]
}

/** True when this person may work on this questionnaire. */
export function worksOn(res: Response, slug: string): boolean {
  const mine = visitorOrNull(res)?.account.questionnaires ?? null
  return mine === null || mine.includes(slug)
}

export const isLimited = (res: Response): boolean => (visitorOrNull(res)?.account.questionnaires ?? null) !== null

export const visitorOrNull = (res: Response): Visitor | null => (res.locals.visitor as Visitor | undefined) ?? null

export function visitor(res: Response): Visitor {
  const found = visitorOrNull(res)
  if (!found) throw new Problem('not-allowed')
  return found
}

/**
 * Refuses what another site made the browser send. SameSite=Strict already withholds the cookie; this still protects a browser that ignores it.
 */
export const sameOrigin: RequestHandler = (req, _res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next()
  const site = req.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('foreign-origin')
  const origin = req.get('origin')
  if (origin !== undefined && !isOwn(origin, req)) throw new Problem('foreign-origin')
  next()
}

function isOwn(origin: string, req: Request): boolean {
  return URL.canParse(origin) && new URL(origin).host === req.host
}

/** Staff pages need https, or the machine itself: browsers give no session over anything else. */
export function isPrivate(req: Request): boolean {
  return req.secure || isLoopbackName(req.hostname ?? '')
}

export const needsPrivacy: RequestHandler = (req, _res, next) => {
  if (!isPrivate(req)) throw new Problem('needs-https')
  next()
}

export function loginSourceOf(req: Request): LoginSource {
  const browser = deviceName(req.get('user-agent') ?? '')
  return { network: networkOf(req.ip ?? ''), device: cookieIn(req, 'device'), browser }
}

/** Whether a session is shown, living or not. */
export const hasSession = (req: Request): boolean => cookieIn(req, 'session') !== null

export function giveSession(res: Response, secret: string): void {
  setCookie(res, 'session', secret, absoluteMs)
}

export function takeSession(res: Response): void {
  clearCookie(res, 'session')
}

/** After a whole login: the device is known from now on. */
export async function giveDevice(accounts: AccountsService, req: Request, res: Response, login: string): Promise<void> {
  if (await accounts.devices.knows(login, cookieIn(req, 'device'))) return
  setCookie(res, 'device', await accounts.devices.remember(login), deviceDays * 24 * 60 * 60_000)
}

/** The first 24 bits of an IPv4 address, the first 56 of an IPv6 one: what a provider gives to one customer. */
export function networkOf(address: string): string {
  const v4 = address.replace(/^::ffff:/, '')
  if (/^\d+\.\d+\.\d+\.\d+$/.test(v4)) return v4.split('.').slice(0, 3).join('.')
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0')
  const [first, second, third, fourth] = [...groups, ...zeros, ...after].map((group) => Number.parseInt(group, 16))
  return [first, second, third, (fourth ?? 0) >> 8].map((part) => (part ?? 0).toString(16)).join(':')
}
