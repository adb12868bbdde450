/** Who may do what: one row per route, looked up in one place. A route without a row cannot be added. */
import type { RequestHandler, Response, Router } from 'express'
import type { StaffRole } from '../accounts/roles.ts'
import { Problem } from './problems.ts'

/**
 * `anyone`: everybody; `code`, `enrol`: somebody in the middle of logging in; `staff`: every colleague with an open session;
 * `tablet`: a registered kiosk; then the roles of the accounts.
 */
export type Role = 'anyone' | 'code' | 'enrol' | 'staff' | 'tablet' | StaffRole
export type Method = 'get' | 'put' | 'post' | 'delete'

/** A staff route whose address holds `:slug` is also refused to colleagues who do not work on that questionnaire. */
export const access: Record<string, readonly Role[]> = {
  'GET /api/site': ['anyone'],
  'GET /api/logo': ['anyone'],
  'GET /api/health': ['anyone'],
  'GET /api/questionnaires': ['anyone'],
  'GET /api/questionnaires/:slug': ['anyone'],
  'PUT /api/responses/:id': ['anyone'],
  'POST /api/withdrawals': ['anyone'],
  'POST /api/withdrawals/correct': ['anyone'],
  'POST /api/withdrawals/withdraw': ['anyone'],
  'POST /api/contacts': ['anyone'],
  'GET /api/contacts': ['admin'],
  'POST /api/uses': ['anyone'],
  'GET /api/uses': ['admin'],
  'POST /api/csp-reports': ['anyone'],

  'POST /api/kiosk/join': ['anyone'],
  'POST /api/kiosk/heartbeat': ['tablet'],
  'POST /api/kiosk/sheets': ['tablet'],
  'GET /api/kiosks': ['admin'],
  'POST /api/kiosks': ['admin'],
  'PUT /api/kiosks/:id': ['admin'],
  'POST /api/kiosks/:id/link': ['admin'],
  'POST /api/kiosks/:id/revoke': ['admin'],
  'POST /api/kiosks/:id/emptied': ['admin'],
  'POST /api/kiosks/import': ['admin'],
  'POST /api/kiosks/quarantine/:id': ['admin'],

  'GET /api/me': ['anyone'],
  'POST /api/session': ['anyone'],
  'POST /api/session/code': ['code'],
  'DELETE /api/session': ['code', 'enrol', 'staff'],
  'POST /api/invitation': ['anyone'],
  'POST /api/invitation/accept': ['anyone'],
  'GET /api/me/factor': ['enrol'],
  'POST /api/me/factor': ['enrol'],
  'PUT /api/me/password': ['staff'],
  'POST /api/me/recovery': ['staff'],
  'GET /api/me/sessions': ['staff'],
  'DELETE /api/me/sessions/:id': ['staff'],
  'GET /api/today': ['staff'],

  'GET /api/team': ['admin'],
  'POST /api/team/invitations': ['admin'],
  'DELETE /api/team/invitations/:id': ['admin'],
  'PUT /api/team/:login/rights': ['admin'],
  'POST /api/team/:login/revoke': ['admin'],
  'POST /api/team/:login/hand-over': ['admin'],
  'POST /api/team/:login/restore': ['admin'],
  'POST /api/team/:login/reset': ['admin'],
  'GET /api/sessions': ['admin'],
  'DELETE /api/sessions/:id': ['admin'],
  'POST /api/team/:login/sessions/close': ['admin'],

  'GET /api/audit': ['admin'],
  'GET /api/audit/verify': ['admin'],
  'GET /api/settings': ['admin'],
  'POST /api/settings/check': ['admin'],
  'PUT /api/settings': ['admin'],
  'PUT /api/settings/logo': ['admin'],

  'GET /api/tables': ['admin', 'analyst'],
  'GET /api/tables/:kind': ['admin', 'analyst'],
  'POST /api/tables/:kind/read': ['admin', 'analyst'],
  'POST /api/tables/:kind/check': ['admin', 'analyst'],
  'POST /api/tables/:kind': ['admin', 'analyst'],

  'GET /api/paper': ['admin', 'publisher', 'saisie'],
  'GET /api/questionnaires/:slug/paper': ['admin', 'designer', 'publisher', 'saisie'],
  'POST /api/questionnaires/:slug/paper': ['admin', 'publisher'],
  'POST /api/paper/batches/:id/packets/:from': ['admin', 'publisher'],
  'GET /api/paper/sheets/:number': ['saisie'],
  'POST /api/paper/sheets/:number': ['saisie'],
  'POST /api/paper/sheets/:number/again': ['saisie'],
  'POST /api/paper/sheets/:number/settle': ['saisie'],

  'GET /api/analyse': ['analyst'],
  'GET /api/analyse/objectives/:number': ['analyst'],
  'GET /api/analyse/map': ['analyst'],
  'GET /api/analyse/report/:file': ['analyst'],
  'GET /api/analyse/:slug/fieldwork': ['analyst'],
  'GET /api/analyse/:slug/publications': ['analyst'],
  'POST /api/analyse/:slug/publications': ['analyst'],
  'GET /api/analyse/:slug/findings/:indicator': ['analyst'],
  'POST /api/analyse/:slug/findings/:indicator/decisions': ['analyst'],
  'GET /api/analyse/:slug/answered': ['analyst'],
  'GET /api/analyse/:slug/questions': ['analyst'],
  'GET /api/analyse/:slug/questions/:field': ['analyst'],

  'GET /api/export': ['exporter', 'full-exporter'],
  'POST /api/export/:slug': ['exporter'],
  'POST /api/export/:slug/full': ['full-exporter'],
  'GET /api/vigilance': ['vigilance'],
  'POST /api/vigilance/:slug/:id': ['vigilance'],

  'POST /api/visits': ['anyone'],
  'POST /api/steps': ['anyone'],
  'POST /api/invitations/check': ['anyone'],
  'GET /api/fieldwork': ['admin', 'designer', 'publisher'],
  'POST /api/fieldwork/clock': ['admin'],
  'POST /api/fieldwork/dispose': ['admin'],
  'GET /api/fieldwork/:slug': ['admin', 'designer', 'publisher'],
  'PUT /api/fieldwork/:slug/dates': ['admin', 'publisher'],
  'POST /api/fieldwork/:slug/close': ['admin', 'publisher'],
  'PUT /api/fieldwork/:slug/invitation': ['admin', 'publisher'],
  'PUT /api/fieldwork/:slug/targets': ['admin', 'designer', 'publisher'],
  'GET /api/fieldwork/:slug/link': ['admin', 'designer', 'publisher'],
  'GET /api/fieldwork/:slug/poster': ['admin', 'designer', 'publisher'],
  'POST /api/fieldwork/:slug/codes': ['admin', 'publisher'],
  'POST /api/fieldwork/:slug/codes/:batch/cancel': ['admin', 'publisher'],
  'GET /api/fieldwork/:slug/follow': ['admin', 'designer', 'publisher'],
  'GET /api/fieldwork/:slug/flags': ['admin', 'publisher'],
  'GET /api/fieldwork/:slug/flags/shifts': ['admin', 'publisher'],
  'POST /api/fieldwork/:slug/flags/:key': ['admin', 'publisher'],

  'GET /api/live': ['admin', 'designer', 'publisher'],
  'GET /api/design': ['admin', 'designer', 'publisher'],
  'POST /api/design': ['admin', 'designer', 'publisher'],
  'GET /api/design/:slug': ['admin', 'designer', 'publisher'],
  'PUT /api/design/:slug': ['admin', 'designer', 'publisher'],
  'DELETE /api/design/:slug': ['admin', 'designer', 'publisher'],
  'GET /api/design/:slug/versions/:version': ['admin', 'designer', 'publisher'],
  'POST /api/design/:slug/draft': ['admin', 'designer', 'publisher'],
  'GET /api/design/:slug/shipped': ['admin', 'designer', 'publisher'],
  'POST /api/design/:slug/shipped': ['admin', 'designer', 'publisher'],
  'DELETE /api/design/:slug/shipped/:digest': ['admin', 'designer', 'publisher'],
  'POST /api/design/:slug/here': ['admin', 'designer', 'publisher'],
  'PUT /api/design/:slug/notes': ['admin', 'designer', 'publisher'],
  'GET /api/design/:slug/paper': ['admin', 'designer', 'publisher'],
  'GET /api/design/:slug/gate': ['admin', 'designer', 'publisher'],
  'POST /api/design/:slug/ask': ['admin', 'designer', 'publisher'],
  'POST /api/design/:slug/unask': ['admin', 'designer', 'publisher'],
  'POST /api/design/:slug/return': ['publisher'],
  'POST /api/design/:slug/comments': ['admin', 'designer', 'publisher'],
  'POST /api/design/:slug/comments/:id/settle': ['admin', 'designer', 'publisher'],
  'POST /api/design/:slug/approve': ['publisher'],
  'POST /api/design/:slug/archive': ['admin', 'designer', 'publisher'],
  'POST /api/design/:slug/restore': ['admin', 'designer', 'publisher'],
  'GET /api/questionnaires/:slug/parameters': ['admin', 'designer', 'publisher'],
  'PUT /api/questionnaires/:slug/parameters': ['admin', 'designer', 'publisher'],
  'POST /api/questionnaires/:slug/live': ['admin', 'designer', 'publisher'],
  'POST /api/questionnaires/:slug/live/withdraw': ['admin', 'designer', 'publisher'],
  'POST /api/questionnaires/:slug/live/approve': ['publisher'],
}

/** What the gate asks about whoever stands before it. */
export type Knows = {
  rolesOf(res: Response): readonly Role[]
  /** May this colleague work on this questionnaire? */
  worksOn(res: Response, slug: string): boolean
}

export type Routes = ReturnType<typeof routesOf>

/** Adds routes to a router; each goes through its row of the table first. */
export function routesOf(router: Router, knows: Knows, table = access) {
  const add = (method: Method, path: string, ...handlers: RequestHandler[]) => {
    const allowed = table[`${method.toUpperCase()} ${path}`]
    if (!allowed) throw new Error(`the route ${method.toUpperCase()} ${path} has no row in the access table`)
    router[method](path, gate(path, allowed, knows), ...handlers)
  }
  return {
    get: (path: string, ...handlers: RequestHandler[]) => add('get', path, ...handlers),
    put: (path: string, ...handlers: RequestHandler[]) => add('put', path, ...handlers),
    post: (path: string, ...handlers: RequestHandler[]) => add('post', path, ...handlers),
    delete: (path: string, ...handlers: RequestHandler[]) => add('delete', path, ...handlers),
  }
}

function gate(path: string, allowed: readonly Role[], { rolesOf, worksOn }: Knows): RequestHandler {
  return (req, res, next) => {
    // the journal names the pattern, since an address may hold anything
    res.locals.route = path
    const roles = rolesOf(res)
    if (!roles.some((role) => allowed.includes(role))) {
      const isStranger = !roles.includes('staff')
      throw new Problem(isStranger ? 'session-over' : 'not-allowed')
    }
    const { slug } = req.params
    if (!allowed.includes('anyone') && typeof slug === 'string' && !worksOn(res, slug)) throw new Problem('not-allowed')
    next()
  }
}
