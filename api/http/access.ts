/** May this person use this route? Answered in one place, from the row of the route. */
import type { RequestHandler, Response } from 'express'
import type { Role } from '../accounts/roles.ts'
import { Problem } from './problems.ts'

/** What is asked about whoever sends a request. */
export type Knows = {
  rolesOf(res: Response): readonly Role[]
  /** May this colleague work on this questionnaire? */
  worksOn(res: Response, slug: string): boolean
}

/** A staff route whose address holds `:slug` is also refused to colleagues who do not work on that questionnaire. */
export function onlyFor(path: string, allowed: readonly Role[], { rolesOf, worksOn }: Knows): RequestHandler {
  return (req, res, next) => {
    // the log names the pattern, since an address may hold anything
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
