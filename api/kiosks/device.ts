/** The tablet's own cookie: out of reach of the page, read again at each request. */
import type { Request, RequestHandler, Response } from 'express'
import { isPrivate } from '../accounts/visitor.ts'
import { Problem } from '../problems.ts'
import type { Kiosk, Kiosks } from './kiosk.ts'

const cookie = '__Host-kiosk'
const kept = { secure: true, httpOnly: true, sameSite: 'strict', path: '/' } as const
/** Browsers keep no cookie longer; each heartbeat gives it anew. */
const keptMs = 400 * 24 * 3_600_000

export function recogniseKiosk(kiosks: Kiosks): RequestHandler {
  return async (req, res, next) => {
    const token = isPrivate(req) ? tokenIn(req) : null
    const kiosk = token && (await kiosks.known(token))
    if (kiosk) res.locals.kiosk = { kiosk, token }
    next()
  }
}

const seen = (res: Response) => res.locals.kiosk as { kiosk: Kiosk; token: string } | undefined

/** The one role of a tablet: it adds answers and reads nothing. */
export const kioskRoles = (res: Response) => (seen(res) ? (['tablet'] as const) : [])

export function kioskOf(res: Response): Kiosk {
  const found = seen(res)
  if (!found) throw new Problem('not-allowed')
  return found.kiosk
}

export const giveToken = (res: Response, token: string) => void res.cookie(cookie, token, { ...kept, maxAge: keptMs })
export const renewToken = (res: Response) => giveToken(res, seen(res)!.token)

function tokenIn(req: Request): string | null {
  const found = (req.get('cookie') ?? '').match(/(?:^|;\s*)__Host-kiosk=([A-Za-z0-9_-]{43})(?:;|$)/)
  return found?.[1] ?? null
}
