/** Who may do what: one row per route, looked up in one place. A route without a row cannot be added. */
import type { Request, RequestHandler, Router } from 'express'
import { Problem } from './problems.ts'

export type Role = 'anyone'
export type Method = 'get' | 'put' | 'post'

export const access: Record<string, readonly Role[]> = {
  'GET /api/site': ['anyone'],
  'GET /api/health': ['anyone'],
  'GET /api/questionnaires': ['anyone'],
  'GET /api/questionnaires/:slug': ['anyone'],
  'PUT /api/responses/:id': ['anyone'],
  'POST /api/csp-reports': ['anyone'],
}

/**
 * Adds routes to a router; each goes through its row of the table first.
 *
 * @param rolesOf the roles of whoever asks
 */
export function routesOf(router: Router, rolesOf: (req: Request) => readonly Role[], table = access) {
  const add = (method: Method, path: string, ...handlers: RequestHandler[]) => {
    const allowed = table[`${method.toUpperCase()} ${path}`]
    if (!allowed) throw new Error(`the route ${method.toUpperCase()} ${path} has no row in the access table`)
    router[method](path, gate(path, allowed, rolesOf), ...handlers)
  }
  return {
    get: (path: string, ...handlers: RequestHandler[]) => add('get', path, ...handlers),
    put: (path: string, ...handlers: RequestHandler[]) => add('put', path, ...handlers),
    post: (path: string, ...handlers: RequestHandler[]) => add('post', path, ...handlers),
  }
}

function gate(path: string, allowed: readonly Role[], rolesOf: (req: Request) => readonly Role[]): RequestHandler {
  return (req, res, next) => {
    // the journal names the pattern, since an address may hold anything
    res.locals.route = path
    if (!rolesOf(req).some((role) => allowed.includes(role))) throw new Problem('not-allowed')
    next()
  }
}
