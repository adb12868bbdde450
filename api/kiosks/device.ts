/**
 * The tablet's own token, shown at each request and read anew each time. It travels in a header, not in a cookie: browsers
 * write cookies down when they please, and a power cut would put the tablet out of service.
 */
import type { Request, RequestHandler, Response } from 'express'
import { isPrivate } from '../accounts/visitor.ts'
import { Problem } from '../http/problems.ts'
import type { Kiosk, Kiosks } from './kiosk.ts'

export function recogniseKiosk(kiosks: Kiosks): RequestHandler {
  return async (req, res, next) => {
    const token = isPrivate(req) ? tokenIn(req) : null
    const kiosk = token && (await kiosks.known(token))
    if (kiosk) res.locals.kiosk = kiosk
    next()
  }
}

const seen = (res: Response) => res.locals.kiosk as Kiosk | undefined

/** The one role of a tablet: it adds answers and reads nothing. */
export const kioskRoles = (res: Response) => (seen(res) ? (['tablet'] as const) : [])

export function kioskOf(res: Response): Kiosk {
  const found = seen(res)
  if (!found) throw new Problem('not-allowed')
  return found
}

const tokenIn = (req: Request) => /^Bearer ([\w-]{43})$/.exec(req.get('authorization') ?? '')?.[1] ?? null
