/** Figures for a monitoring system, in the format of Prometheus: requests by route, room, backups, responses to the nearest five. Nothing about a person. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { AppContext } from '../context.ts'
import { answerCount } from '../responses/answer-count.ts'
import { unreadableIn } from '../responses/unreadable.ts'
import { lastVerified } from './backups.ts'
import { freeAt } from './doctor/space.ts'

export type ServedRequest = { method: string; route: string; status: number; ms: number }
export type Metrics = ReturnType<typeof metricsOf>

/**
 * @param dataDir null when the base is on a server
 * @param isProcess also measures memory, processor and event loop: once a process
 */
export function metricsOf(context: AppContext, dataDir: string | null, isProcess = false) {
  const register = new Registry()
  const registers = [register]
  if (isProcess) collectDefaultMetrics({ register })
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests served, by method, pattern of the route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by pattern of the route.',
    labelNames: ['route'] as const,
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  })
  new Gauge({
    name: 'ctg_responses',
    help: 'Responses stored, by questionnaire, to the nearest five.',
    labelNames: ['questionnaire'] as const,
    registers,
    async collect() {
      this.reset()
      for (const { slug } of (await context.questionnaires.list()).questionnaires) {
        const { standing } = await context.questionnaires.found(slug)
        // those of a trial too: no small number leaves, whoever gave it
        this.set({ questionnaire: slug }, await answerCount(context, slug, { ...standing, status: 'open' }))
      }
    },
  })
  new Gauge({
    name: 'ctg_unreadable_responses',
    help: 'Responses that do not open and are set aside.',
    registers,
    async collect() {
      this.set((await unreadableIn(context).list()).length)
    },
  })
  new Gauge({
    name: 'ctg_last_verified_backup_timestamp_seconds',
    help: 'When the newest verified backup was made; 0 when there is none.',
    registers,
    async collect() {
      const last = await lastVerified(context.store)
      this.set(last ? new Date(last.at).getTime() / 1000 : 0)
    },
  })
  if (dataDir !== null)
    new Gauge({
      name: 'ctg_disk_free_bytes',
      help: 'Room left on the disk of the base.',
      registers,
      collect() {
        this.set(freeAt(dataDir).bytes)
      },
    })
  return {
    served({ method, route, status, ms }: ServedRequest): void {
      requests.inc({ method: methodOf(method), route, status })
      durations.observe({ route }, ms / 1000)
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  }
}

/** A method is whatever was sent: each invented one would be a series of its own. */
const methodOf = (method: string) =>
  ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other'
