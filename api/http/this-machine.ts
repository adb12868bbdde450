/** Requests that come from the machine of the server itself, brought by no relay. */
import type { IncomingMessage } from 'node:http'

/** Headers that a relay writes: what it brings may come from anywhere. */
const relayed = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

export function isFromThisMachine({ headers, socket }: IncomingMessage): boolean {
  const isRelayed = relayed.some((name) => headers[name] !== undefined)
  return !isRelayed && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '')
}

/** The three names under which a machine speaks to itself. */
export const isLoopbackName = (hostname: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
