import express from 'express'
import request from 'supertest'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { openLog } from '../../../api/http/log.ts'
import { problemHandler } from '../../../api/http/problems.ts'
import { serveOn } from '../../../api/http/serve.ts'
import { contractsOf } from '../../../api/wire/contract.ts'
import { contracts } from '../../../api/wire/contracts.ts'
import { exactly } from '../../../api/wire/exactly.ts'

const rows = contractsOf({
  'GET /api/people/:id': {
    summary: 'Une personne.',
    roles: ['anyone'],
    params: { id: { shape: z.coerce.number().int(), refusal: 'account-unknown' } },
    query: z.object({ full: z.enum(['0', '1']).default('0') }),
    response: z.strictObject({ name: z.string() }),
  },
  'POST /api/people': {
    summary: 'Ajoute une personne.',
    roles: ['staff'],
    body: z.strictObject({ name: z.string() }),
    response: null,
    statuses: [204],
  },
})

function anApp(person: object) {
  const logged: string[] = []
  const app = express()
  const serve = serveOn(app, { rolesOf: () => ['anyone'], worksOn: () => true })
  serve(rows, {
    'GET /api/people/:id': ({ params, query }) => ({ name: `${params.id} ${query.full}`, ...person }),
    'POST /api/people': () => undefined,
  })
  app.use(problemHandler(openLog((line) => logged.push(line))))
  return { app, logged }
}

test('a handler is given what was read, and what it gives back goes out', async () => {
  const { app } = anApp({})
  expect((await request(app).get('/api/people/7?full=1')).body).toEqual({ name: '7 1' })
})

test('a field the contract does not name never leaves, and is not written in the log', async () => {
  const { app, logged } = anApp({ password: 'argon2' })
  const answer = await request(app).get('/api/people/7')
  expect(answer.status).toBe(500)
  expect(answer.text).not.toContain('argon2')
  expect(logged.join()).not.toContain('argon2')
  expect(logged).toHaveLength(1)
})

test('an address or a query that cannot be read is refused by the words of its row', async () => {
  const { app } = anApp({})
  expect((await request(app).get('/api/people/sept')).body).toMatchObject({ code: 'account-unknown', status: 404 })
  expect((await request(app).get('/api/people/7?full=oui')).body).toMatchObject({ code: 'form-refused', status: 422 })
})

test('who may not come is refused before anything of what they sent is read', async () => {
  const { app } = anApp({})
  expect((await request(app).post('/api/people').send('{')).body).toMatchObject({ code: 'session-over' })
})

test('the compiler names a route without a handler, a part of the address without a shape and a field of one side only', () => {
  const serve = serveOn(express.Router(), { rolesOf: () => [], worksOn: () => false })
  // @ts-expect-error the second route has no handler
  expect(() => serve(rows, { 'GET /api/people/:id': () => ({ name: '' }) })).not.toThrow()
  // @ts-expect-error `:id` has no shape
  contractsOf({ 'GET /api/people/:id': { summary: '', roles: ['anyone'], response: null } })
  type Period = { from: string; to?: string }
  // @ts-expect-error the schema lacks `to`
  exactly<Period>()({ from: z.string() })
  // @ts-expect-error the type lacks `by`
  exactly<Period>()({ from: z.string(), to: z.string().optional(), by: z.string() })
})

test('every body and every answer of the api is a strict object, but the description of the api itself', () => {
  const isStrict = (shape: z.ZodType): boolean => {
    const { def } = shape as unknown as {
      def: { type: string; catchall?: { def: { type: string } }; options?: z.ZodType[] }
    }
    if (def.type === 'union') return def.options!.every(isStrict)
    return def.type === 'object' && def.catchall?.def.type === 'never'
  }
  const loose = Object.entries(contracts).flatMap(([name, row]) => {
    const shapes = ['body' in row ? row.body : null, row.response]
    return shapes.some((shape) => shape instanceof z.ZodType && !isStrict(shape)) ? [name] : []
  })
  expect(loose).toEqual(['GET /api/openapi'])
})
