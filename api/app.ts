/** The app: what every request goes through, then each contract with its handlers. */
import { constants } from 'node:zlib'
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import * as z from 'zod'
import { accountRoutes } from './accounts/routes.ts'
import { teamRoutes } from './accounts/team-routes.ts'
import { isLimited, recognise, rolesOf, sameOrigin, visitorOrNull, worksOn } from './accounts/visitor.ts'
import { authorityRoutes } from './authority/routes.ts'
import type { AppContext } from './context.ts'
import { designRoutes } from './design/routes.ts'
import { exitRoutes } from './evidence/action-log/exit-routes.ts'
import { actionLogRoutes } from './evidence/action-log/routes.ts'
import { ownCardRoutes } from './evidence/directory/own-routes.ts'
import { directoryPageRoutes } from './evidence/directory/pages.ts'
import { directoryRoutes } from './evidence/directory/routes.ts'
import { followUpRoutes } from './evidence/documents/routes.ts'
import { heardRoutes } from './evidence/heard/routes.ts'
import { registeredRoutes } from './evidence/registered/routes.ts'
import { youngRoutes } from './evidence/young/routes.ts'
import { intakeMonitorOf } from './fieldwork/intake-monitor.ts'
import { fieldworkRoutes } from './fieldwork/routes.ts'
import { visitRoutes } from './fieldwork/visit-routes.ts'
import { clientFiles } from './http/client-files.ts'
import { headers, reportPath, violations } from './http/csp.ts'
import type { Log } from './http/log.ts'
import { openapi } from './http/openapi.ts'
import { Problem, problemHandler } from './http/problems.ts'
import { limitRequests } from './http/rate-limit.ts'
import { serveOn } from './http/serve.ts'
import { kioskRoles, recogniseKiosk } from './kiosks/device.ts'
import { intakeOf } from './kiosks/intake.ts'
import { kioskRoutes } from './kiosks/routes.ts'
import { auditRoutes } from './operations/audit-routes.ts'
import { healthRoutes } from './operations/health-routes.ts'
import { type Metrics, metricsOf } from './operations/metrics.ts'
import { paperRoutes } from './paper/routes.ts'
import { previewWriter } from './questionnaires/link-preview.ts'
import { liveRoutes } from './questionnaires/live-routes.ts'
import { parameterRoutes } from './questionnaires/parameters-routes.ts'
import { questionnaireRoutes } from './questionnaires/routes.ts'
import { carriedRoutes } from './responses/carried-routes.ts'
import { contactRoutes } from './responses/contacts-routes.ts'
import { responseRoutes } from './responses/routes.ts'
import { unreadableRoutes } from './responses/unreadable-routes.ts'
import { vigilanceRoutes } from './responses/vigilance/routes.ts'
import { withdrawalRoutes } from './responses/withdrawals-routes.ts'
import { exportRoutes } from './results/export/routes.ts'
import { announcementRoutes } from './results/public/announcements-routes.ts'
import { publicResultRoutes } from './results/public/routes.ts'
import { analyseRoutes } from './results/routes.ts'
import { typologyRoutes } from './results/typologies/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { siteRoutes } from './settings/site-routes.ts'
import { tableRoutes } from './tables/routes.ts'
import { accountContracts } from './wire/contracts/account.ts'
import { actionLogContracts, exitContracts } from './wire/contracts/action-log.ts'
import { authorityContracts } from './wire/contracts/authority.ts'
import { designContracts } from './wire/contracts/design.ts'
import * as directory from './wire/contracts/directory.ts'
import { registeredContracts } from './wire/contracts/evidence.ts'
import { fieldworkContracts } from './wire/contracts/fieldwork.ts'
import { heardContracts } from './wire/contracts/heard.ts'
import { kioskContracts } from './wire/contracts/kiosk.ts'
import * as opening from './wire/contracts/opening.ts'
import * as operations from './wire/contracts/operations.ts'
import { paperContracts } from './wire/contracts/paper.ts'
import { followUpContracts } from './wire/contracts/plan-follow-up.ts'
import { announcementContracts, publicResultContracts } from './wire/contracts/public-results.ts'
import * as respondent from './wire/contracts/respondent.ts'
import * as results from './wire/contracts/results.ts'
import * as settings from './wire/contracts/settings.ts'
import { tableContracts } from './wire/contracts/table.ts'
import { teamContracts } from './wire/contracts/team.ts'
import { youngContracts } from './wire/contracts/young.ts'

export type AppOptions = {
  context: AppContext
  log: Log
  /** Folder of the built client. */
  client: string
  https?: boolean
  trustProxy?: string | number | false
  /** The operator asked for the « données fictives » banner whatever the store says. */
  demo?: boolean
  /** Folder of the base, whose free space is monitored; null when it is on a server. */
  dataDir?: string | null
  metrics?: Metrics
  metricsToken?: string | null
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
  dataDir = null,
  metrics = metricsOf(context, dataDir),
  metricsToken = null,
  showErrors = false,
}: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple').set('trust proxy', trustProxy)
  const reports = violations()
  const isDemo = async () => demo || (await context.settings()).demo

  app.use(journal(log, metrics), ...headers(https), oneHost)
  app.use('/api', limitRequests(), noStore, compressed)
  // pages that the server writes: a withdrawal must be seen at once
  app.use(['/resultats', '/comite', '/annuaire', '/idees'], limitRequests(), noStore, compressed)
  const serve = serveOn(app, { rolesOf: (res) => [...rolesOf(res), ...kioskRoles(res)], worksOn, isLimited })
  // outside /api: a monitoring system has no session and is not rate limited
  serve(operations.healthContracts, healthRoutes(context, { metrics, metricsToken, dataDir }))
  const monitor = intakeMonitorOf(context)
  const intake = intakeOf(context, monitor)
  // before the check of origins: what browsers report comes from no page
  app.use(reportPath, reports.read)
  serve(respondent.cspContracts, { 'POST /api/csp-reports': reports.count })
  app.use('/api', sameOrigin, recognise(context.accounts), inForce(context))
  app.use('/api/kiosk', recogniseKiosk(intake.kiosks))

  // first: a request passes by every route named before its own
  serve(respondent.responseContracts, responseRoutes(context, monitor, intake))
  serve(respondent.siteContracts, siteRoutes(context, isDemo, reports.total))
  serve(respondent.questionnaireContracts, questionnaireRoutes(context, isDemo))
  serve(respondent.visitContracts, visitRoutes(context, monitor))
  serve(respondent.withdrawalContracts, withdrawalRoutes(context))
  serve(respondent.carriedContracts, carriedRoutes(context))
  serve(respondent.contactContracts, contactRoutes(context))
  serve(fieldworkContracts, fieldworkRoutes(context, monitor))
  serve(kioskContracts, kioskRoutes(context, intake))
  serve(accountContracts, accountRoutes(context))
  serve(teamContracts, teamRoutes(context))
  serve(settings.auditContracts, auditRoutes(context))
  serve(operations.unreadableContracts, unreadableRoutes(context))
  serve(settings.settingsContracts, settingsRoutes(context))
  serve(settings.openapiContracts, { 'GET /api/openapi': openapi })
  serve(tableContracts, tableRoutes(context))
  serve(authorityContracts, authorityRoutes(context))
  serve(opening.liveContracts, liveRoutes(context))
  serve(opening.parameterContracts, parameterRoutes(context))
  serve(designContracts, designRoutes(context))
  serve(results.analyseContracts, analyseRoutes(context, isDemo))
  serve(results.typologyContracts, typologyRoutes(context))
  serve(registeredContracts, registeredRoutes(context))
  serve(results.exportContracts, exportRoutes(context))
  serve(results.vigilanceContracts, vigilanceRoutes(context))
  serve(heardContracts, heardRoutes(context, isDemo))
  serve(followUpContracts, followUpRoutes(context, isDemo))
  serve(directory.directoryContracts, directoryRoutes(context))
  serve(directory.ownCardContracts, ownCardRoutes(context))
  serve(directory.directoryPageContracts, directoryPageRoutes(context, isDemo))
  serve(youngContracts, youngRoutes(context))
  serve(announcementContracts, announcementRoutes(context))
  serve(publicResultContracts, publicResultRoutes(context, isDemo))
  serve(paperContracts, paperRoutes(context))
  serve(actionLogContracts, actionLogRoutes(context))
  serve(exitContracts, exitRoutes(context))

  app.use('/api', () => {
    throw new Problem('route-unknown')
  })
  app.use(clientFiles(client, previewWriter(context, isDemo)))
  app.use(() => {
    throw new Problem('route-unknown')
  })
  app.use(problemHandler(log, showErrors))
  return app
}

/** Every request reads the authority in force, whichever instance changed it. */
const inForce =
  ({ authority }: AppContext): RequestHandler =>
  async (_req, res, next) => {
    // a store that does not answer is said by the route itself
    const read = authority.inForce().catch(() => {})
    // who answers needs only what the questionnaire carries, and does not wait twice for a store that hangs
    if (visitorOrNull(res)) await read
    next()
  }

/** A questionnaire in its languages takes 3 % less than at quality 6, for two milliseconds more. */
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } } })
/** What is read; a reply to what was sent is short. */
const compressed: RequestHandler = (req, res, next) => (req.method === 'GET' ? compress(req, res, next) : next())

const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}

/** A proxy may look at one of two names and this server at the other. */
const oneHost: RequestHandler = ({ rawHeaders }, _res, next) => {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  if (hosts.length > 1) throw new Problem('address-unreadable')
  next()
}

function journal(log: Log, metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const start = performance.now()
    res.on('finish', () => {
      const route = typeof res.locals.route === 'string' ? res.locals.route : 'none'
      const served = { method: req.method, route, status: res.statusCode, ms: performance.now() - start }
      log.request(served)
      metrics.served(served)
    })
    next()
  }
}
