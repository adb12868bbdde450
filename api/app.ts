/** The door: one line per route tells who may come, what shape it has and what happens. */
import compression from 'compression'
import express, { type Express, type Request, type RequestHandler } from 'express'
import * as z from 'zod'
import { accountRoutes } from './accounts/routes.ts'
import { teamRoutes } from './accounts/team-routes.ts'
import { isLimited, recognise, rolesOf, sameOrigin, worksOn } from './accounts/visitor.ts'
import type { AppContext } from './context.ts'
import { designRoutes } from './design/routes.ts'
import { doorOf } from './fieldwork/door.ts'
import { doorRoutes } from './fieldwork/door-routes.ts'
import { fieldworkRoutes } from './fieldwork/routes.ts'
import { routesOf } from './http/access.ts'
import { body } from './http/body.ts'
import { clientFiles } from './http/client-files.ts'
import { headers, reportPath, violations } from './http/csp.ts'
import type { Log } from './http/log.ts'
import { Problem, problemHandler } from './http/problems.ts'
import { flood } from './http/rate-limit.ts'
import { kioskRoles, recogniseKiosk } from './kiosks/device.ts'
import { intakeOf } from './kiosks/intake.ts'
import { kioskRoutes } from './kiosks/routes.ts'
import { auditRoutes } from './operations/audit-routes.ts'
import { paperRoutes } from './paper/routes.ts'
import { liveRoutes } from './questionnaires/live-routes.ts'
import { parameterRoutes } from './questionnaires/parameters-routes.ts'
import { contactRoutes } from './responses/contacts-routes.ts'
import { receive } from './responses/responses.ts'
import { withdrawalRoutes } from './responses/withdrawals-routes.ts'
import { exportRoutes } from './results/export-routes.ts'
import { analyseRoutes } from './results/routes.ts'
import { settingsRoutes, siteOf } from './settings/routes.ts'
import { tableRoutes } from './tables/routes.ts'
import { vigilanceRoutes } from './vigilance/routes.ts'
import * as wire from './wire/public.ts'

export type Doorway = {
  context: AppContext
  log: Log
  /** Folder of the built client. */
  client: string
  https?: boolean
  trustProxy?: string | number | false
  /** The operator asked for the « données fictives » banner whatever the store says. */
  demo?: boolean
  /** Messages of unexpected errors are answered: only for whoever develops. */
  showErrors?: boolean
}

z.config(z.locales.fr())

export function appOf({
  context,
  log,
  client,
  https = false,
  trustProxy = false,
  demo = false,
  showErrors = false,
}: Doorway): Express {
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple').set('trust proxy', trustProxy)
  const reports = violations()
  const isDemo = async () => demo || (await context.settings()).demo

  app.use(journal(log), ...headers(https))
  app.use('/api', flood(), noStore, compression())
  const api = routesOf(app, { rolesOf: (res) => [...rolesOf(res), ...kioskRoles(res)], worksOn, isLimited })
  const door = doorOf(context)
  const intake = intakeOf(context, door)
  // before the check of origins: what browsers report comes from no page
  api.post(reportPath, ...reports.receive)
  app.use('/api', sameOrigin, recognise(context.accounts))
  app.use('/api/kiosk', recogniseKiosk(intake.kiosks))

  api.get('/api/site', async (_req, res) => {
    res.json(wire.Site.parse(await siteOf(context, await isDemo())))
  })
  api.get('/api/health', async (_req, res) => {
    await context.store.collection('settings').get('keyring')
    res.json(wire.Health.parse({ ok: true, store: context.store.kind, cspReports: reports.count() }))
  })
  api.get('/api/questionnaires', async (_req, res) => {
    res.json(wire.QuestionnaireList.parse(await context.questionnaires.list()))
  })
  api.get('/api/questionnaires/:slug', async (req, res) => {
    const shown = await context.questionnaires.shown(req.params.slug as string, versionIn(req.query), await isDemo())
    res.json(wire.PublishedQuestionnaire.parse(shown))
  })
  api.put('/api/responses/:id', ...body(wire.NewResponse), async (req, res) => {
    const channel = await intake.webChannel(res.locals.body.channel)
    const sheet = { ...res.locals.body, id: sheetId(req.params.id, res.locals.body), channel }
    const received = await receive(context, sheet, { needsCode: true })
    if (received.outcome === 'new') door.noticed(sheet, { address: req.ip ?? '', device: deviceOf(req) })
    res.status(received.outcome === 'new' ? 201 : 200).json(wire.Received.parse(received))
  })
  doorRoutes(api, context, door)
  fieldworkRoutes(api, context, door)
  withdrawalRoutes(api, context)
  contactRoutes(api, context)
  kioskRoutes(api, context, intake)
  accountRoutes(api, context)
  teamRoutes(api, context)
  auditRoutes(api, context)
  settingsRoutes(api, context)
  tableRoutes(api, context)
  liveRoutes(api, context)
  parameterRoutes(api, context)
  designRoutes(api, context)
  analyseRoutes(api, context, isDemo)
  paperRoutes(api, context)
  vigilanceRoutes(api, context)
  exportRoutes(api, context)

  app.use('/api', () => {
    throw new Problem('route-unknown')
  })
  app.use(clientFiles(client))
  app.use(() => {
    throw new Problem('route-unknown')
  })
  app.use(problemHandler(log, showErrors))
  return app
}

const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}

function journal(log: Log): RequestHandler {
  return (req, res, next) => {
    const start = performance.now()
    res.on('finish', () => {
      const route = typeof res.locals.route === 'string' ? res.locals.route : 'none'
      log.request({ method: req.method, route, status: res.statusCode, ms: performance.now() - start })
    })
    next()
  }
}

/** What the browser says of itself: hashed with a key of the day, and kept nowhere. */
const deviceOf = (req: Request) => `${req.get('user-agent') ?? ''} ${req.get('accept-language') ?? ''}`

function versionIn(query: Record<string, unknown>): number | null {
  if (query.version === undefined) return null
  const version = z.coerce.number().int().min(1).safeParse(query.version)
  if (!version.success) throw new Problem('version-unknown')
  return version.data
}

/** The id in the address, which the body may repeat. */
function sheetId(inAddress: unknown, { id }: wire.NewResponse): string {
  const address = z.uuid().safeParse(inAddress)
  if (!address.success || (id !== undefined && id.toLowerCase() !== address.data.toLowerCase()))
    throw new Problem('sheet-refused', [{ path: 'id', message: 'L’identifiant de la fiche n’est pas celui attendu.' }])
  return address.data.toLowerCase()
}
