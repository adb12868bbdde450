/** Limits the requests of one address. A school or a town hall is one address with many people: the limit is far above it. */
import { createHmac, randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { networkOf } from '../accounts/visitor.ts'
import { Problem, type ProblemCode } from './problems.ts'

/** 300 requests a second from one address for ten seconds: far above a full school, far below an attack. */
export const windowMs = 10_000
export const mostInWindow = 3_000

/** The machine itself, or everybody behind a proxy on it that is not trusted. */
export const isOwnMachine = (address: string): boolean => /^(::1|(::ffff:)?127\.)/.test(address)

/** Who holds an address: a whole IPv4 one, the first 56 bits of an IPv6 one, whose other bits one customer chooses. */
export const holderOf = (address: string): string =>
  address.includes('.') ? address.replace(/^::ffff:/, '') : networkOf(address)

/** The addresses stay in memory for one window. The machine itself, or a proxy on it that is not trusted, is not limited. */
export function limitRequests(most = mostInWindow): RequestHandler {
  return limited(windowMs, (isOwn) => (isOwn ? Number.POSITIVE_INFINITY : most), 'too-many-requests')
}

const writesWindowMs = 10 * 60_000
/** A hundred families at one school address leave their coordinates, or correct an answer, in the same ten minutes. */
export const mostWrites = 150
/** Everybody comes from this machine where a proxy on it is not trusted. */
const ownMachineFactor = 10

/** For a route that lets anybody write a line that people read one by one: coordinates, deeds of the journal. */
export function fewWrites(most = mostWrites): RequestHandler {
  return limited(writesWindowMs, (isOwn) => (isOwn ? ownMachineFactor * most : most), 'too-many-writes')
}

const dayMs = 24 * 3_600_000

/** So many a day from one address. What is remembered of it for so long is a digest that only this process can make. */
export function fewADay(most: number): RequestHandler {
  const secret = randomBytes(32)
  const digestOf = (ip = '') => createHmac('sha256', secret).update(holderOf(ip)).digest('base64url')
  return limited(dayMs, (isOwn) => (isOwn ? ownMachineFactor * most : most), 'too-many-today', digestOf)
}

function limited(
  windowMs: number,
  mostOf: (isOwn: boolean) => number,
  code: ProblemCode,
  keyOf = (ip = '') => holderOf(ip),
): RequestHandler {
  return rateLimit({
    keyGenerator: ({ ip }) => keyOf(ip),
    windowMs,
    limit: (req) => mostOf(isOwnMachine(req.ip ?? '')),
    legacyHeaders: false,
    standardHeaders: false,
    handler: (_req, _res, next) => next(new Problem(code, undefined, Math.min(60, windowMs / 2_000))),
    validate: { xForwardedForHeader: false, forwardedHeader: false, keyGeneratorIpFallback: false },
  })
}
