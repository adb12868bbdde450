/**
 * The two cookies of the staff, in their two shapes. Everywhere `__Host-` and Secure; on the machine itself over plain http, plain
 * names without Secure: Safari and WebKitGTK keep no Secure cookie there.
 */
import type { Request, Response } from 'express'
import { isFromThisMachine, isLoopbackName } from './this-machine.ts'

type Cookie = 'session' | 'device'

const options = { httpOnly: true, sameSite: 'strict', path: '/' } as const
const strict = { nameOf: (cookie: Cookie) => `__Host-${cookie}`, options: { ...options, secure: true } }
const plain = { nameOf: (cookie: Cookie): string => cookie, options: { ...options, secure: false } }

export function cookieIn(req: Request, cookie: Cookie): string | null {
  const values = (req.get('cookie') ?? '').split(';').map((part) => part.trim().split('='))
  const shapes = isWithinMachine(req) ? [plain, strict] : [strict]
  // what is no secret of ours hides no other one
  const [value = null] = shapes.flatMap(({ nameOf }) =>
    values.flatMap(([key, value]) => (key === nameOf(cookie) && value && isSecret(value) ? [value] : [])),
  )
  return value
}

export function setCookie(res: Response, cookie: Cookie, secret: string, maxAge: number): void {
  const { nameOf, options } = givenTo(res.req)
  res.cookie(nameOf(cookie), secret, { ...options, maxAge })
}

/** In every shape in which it would be read. */
export function clearCookie(res: Response, cookie: Cookie): void {
  const shapes = givenTo(res.req) === plain ? [plain, strict] : [strict]
  for (const { nameOf, options } of shapes) res.clearCookie(nameOf(cookie), options)
}

/** Plain only to a page that was itself opened over plain http on this machine. */
const givenTo = (req: Request) => (isWithinMachine(req) && isLoopbackPage(req.get('origin') ?? '') ? plain : strict)

function isLoopbackPage(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname } = new URL(origin)
  return protocol === 'http:' && isLoopbackName(hostname)
}

/** A request over plain http that never left this machine, to one of its own names. */
function isWithinMachine(req: Request): boolean {
  const isDirect = req.app.get('trust proxy') === false && isFromThisMachine(req)
  return isDirect && !req.secure && isLoopbackName(req.hostname ?? '')
}

const isSecret = (value: string) => /^[A-Za-z0-9_-]{43}$/.test(value)
