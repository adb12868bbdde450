/** Routes for a monitoring system: the server lives, it can serve, its metrics. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import type { DataContext } from '../data-context.ts'
import { cached } from '../http/cache.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/serve.ts'
import { isFromThisMachine } from '../http/this-machine.ts'
import type { healthContracts } from '../wire/contracts/operations.ts'
import type { Metrics } from './metrics.ts'
import { readiness } from './ready.ts'

type Monitoring = {
  metrics: Metrics
  /** What a monitoring system shows; without one only this machine reads figures and details. */
  metricsToken: string | null
  dataDir: string | null
}

export function healthRoutes(
  context: DataContext,
  { metrics, metricsToken, dataDir }: Monitoring,
): Handlers<typeof healthContracts> {
  // many may ask: the store is asked once
  const ready = cached(() => readiness(context, dataDir), context.stopwatch)
  return {
    'GET /healthz': ({ res }) => {
      res.set('Cache-Control', 'no-store')
      return { ok: true }
    },
    'GET /readyz': async ({ req, res }) => {
      const checks = await ready()
      const ok = Object.values(checks).every(Boolean)
      res.status(ok ? 200 : 503).set('Cache-Control', 'no-store')
      // a proxy that hides this address may be passed by writing it otherwise
      return mayRead(req, metricsToken) ? { ok, ...checks } : { ok }
    },
    'GET /metrics': async ({ req, res }) => {
      if (!mayRead(req, metricsToken)) throw new Problem('not-allowed')
      res.set('Cache-Control', 'no-store')
      return { type: metrics.contentType, content: Buffer.from(await metrics.text()) }
    },
  }
}

function mayRead(req: Request, token: string | null): boolean {
  if (token !== null) return isSame(req.get('authorization') ?? '', `Bearer ${token}`)
  // a relay on this machine brings the requests of everybody
  return isFromThisMachine(req)
}

/** In the same time whatever differs. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
