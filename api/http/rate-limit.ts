/** Turns away a machine that floods the door. A school or a town hall is one address with many people: it never meets this. */
import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { networkOf } from '../accounts/visitor.ts'
import { Problem } from './problems.ts'

/** 300 requests a second from one address for ten seconds: far above a full school, far below a flood. */
export const windowMs = 10_000
export const mostInWindow = 3_000

/** The machine itself, or everybody behind a proxy on it that is not trusted. */
export const isOwnMachine = (address: string): boolean => /^(::1|(::ffff:)?127\.)/.test(address)

/** Who holds an address: a whole IPv4 one, the first 64 bits of an IPv6 one, whose other half anybody may choose. */
export const holderOf = (address: string): string =>
  address.includes('.') ? address.replace(/^::ffff:/, '') : networkOf(address)

/** The addresses stay in memory for one window. The machine itself, or a proxy on it that is not trusted, is not limited. */
export function flood(most = mostInWindow): RequestHandler {
  return rateLimit({
    windowMs,
    limit: most,
    legacyHeaders: false,
    standardHeaders: false,
    skip: (req) => isOwnMachine(req.ip ?? ''),
    handler: (_req, _res, next) => next(new Problem('too-many-requests')),
    validate: { xForwardedForHeader: false, forwardedHeader: false },
  })
}
