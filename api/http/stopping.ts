/** A stop in order: requests under way are answered, new ones are refused in words, and only then connections close. */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { problems } from './problems.ts'

/** What waits longer is cut: whoever stops a service kills it soon after. */
const graceMs = 10_000

export function stoppable(app: RequestListener) {
  const underWay = new Set<ServerResponse>()
  let isStopping = false

  const listener: RequestListener = (req, res) => {
    if (isStopping) return refuse(req, res)
    underWay.add(res)
    res.once('close', () => underWay.delete(res))
    app(req, res)
  }

  /**
   * @param drainMs how long clients that hold a connection open may still ask and be refused in words, before it closes under them
   */
  async function stop(server: Server, drainMs: number): Promise<void> {
    const until = performance.now() + graceMs
    isStopping = true
    for (const res of underWay) if (!res.headersSent) res.setHeader('Connection', 'close')
    // the whole time: clients answered together close together, and all of them come back
    if ((await connectionsOf(server)) > 0) await pause(drainMs)
    await new Promise<void>((resolve) => {
      const last = setTimeout(() => server.closeAllConnections(), until - performance.now())
      server.close(() => {
        clearTimeout(last)
        resolve()
      })
      server.closeIdleConnections()
    })
  }

  return { listener, stop }
}

function refuse(req: IncomingMessage, res: ServerResponse): void {
  const [status, title] = problems.restarting
  const body = JSON.stringify({ code: 'restarting', title, status })
  // read to its end: a connection closed over unread bytes would take the answer with it
  req.resume()
  res.writeHead(status, {
    Connection: 'close',
    'Retry-After': '5',
    'Cache-Control': 'no-store',
    'Content-Type': 'application/problem+json; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  })
  res.end(body)
}

const connectionsOf = (server: Server) =>
  new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count ?? 0)))
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
