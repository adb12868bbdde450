/** Serves contracts: who may come, what is asked and what goes out are checked here, from the row of each route. */
import type { Request, RequestHandler, Response, Router } from 'express'
import type * as z from 'zod'
import { needsPrivacy } from '../accounts/visitor.ts'
import type { Asked, Contract, File, Reply } from '../wire/contract.ts'
import { type Knows, onlyFor } from './access.ts'
import { body, ofForms } from './body.ts'
import { Problem, type ProblemCode } from './problems.ts'
import { fewADay, fewWrites } from './rate-limit.ts'

/** One handler a row: the compiler names a row without one, and a handler without a row. */
export type Handlers<Rows> = {
  [Name in keyof Rows]: (
    asked: Asked<Rows[Name]> & { req: Request; res: Response },
  ) => Reply<Rows[Name]> | Promise<Reply<Rows[Name]>>
}

type Handler = (asked: object) => unknown
export type Serve = <Rows extends Record<string, Contract>>(rows: Rows, handlers: Handlers<Rows>) => void

export function serveOn(router: Router, knows: Knows): Serve {
  return (rows, handlers) => {
    const limit = Object.values<Contract>(rows).some((row) => row.fewWrites) ? [fewWrites()] : []
    for (const [name, contract] of Object.entries(rows)) {
      const [method, path] = name.split(' ') as [string, string]
      router[method.toLowerCase() as 'get' | 'put' | 'post' | 'delete'](
        path,
        onlyFor(path, contract, knows),
        ...(contract.fewWrites ? limit : []),
        ...(contract.mostADay === undefined ? [] : [fewADay(contract.mostADay)]),
        ...(contract.needsHttps ? [needsPrivacy] : []),
        readAddress(contract),
        ...(contract.body
          ? body(contract.body, { ...(isForStaff(contract) && { refusals: ofForms }), ...contract.bounds })
          : []),
        answer(contract, (handlers as Record<string, Handler>)[name]!),
      )
    }
  }
}

const isForStaff = ({ roles }: Contract) => !roles.some((role) => role === 'anyone' || role === 'tablet')

/** What cannot be an id is refused before anything is looked up. */
function readAddress({ params = {}, query, queryRefusal = 'form-refused' }: Contract): RequestHandler {
  return (req, res, next) => {
    res.locals.params = Object.fromEntries(
      Object.entries(params).map(([name, { shape, refusal }]) => [name, read(shape, req.params[name], refusal)]),
    )
    res.locals.query = query ? read(query, { ...req.query }, queryRefusal) : {}
    next()
  }
}

function read<T>(shape: z.ZodType<T>, value: unknown, refusal: ProblemCode): T {
  const result = shape.safeParse(value)
  if (!result.success) throw new Problem(refusal)
  return result.data
}

function answer({ response, statuses = [200] }: Contract, handler: Handler): RequestHandler {
  return async (req, res) => {
    const { params, query, body } = res.locals
    res.status(statuses[0])
    const reply = await handler({ params, query, body, req, res })
    if (!statuses.includes(res.statusCode)) throw new Error('a status that the contract does not name')
    if (response === null) res.end()
    else if ('files' in response) send(res, reply as File, response.files)
    else if ('json' in response) res.type('json').send(Buffer.from(reply as Uint8Array))
    // a strict schema: what it does not name never leaves
    else res.json(response.parse(reply))
  }
}

function send(res: Response, { type, content, name }: File, types: readonly string[]): void {
  if (!types.includes(type)) throw new Error(`a file of a type that the contract does not name: ${type}`)
  if (name !== undefined) res.set('Content-Disposition', `attachment; filename="${name}"`)
  res.type(type).send(Buffer.from(content))
}
