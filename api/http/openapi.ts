/** The OpenAPI document: every contract, as any tool that reads OpenAPI 3.1 understands it. */
import * as z from 'zod'
import type { Contract } from '../wire/contract.ts'
import { contracts } from '../wire/contracts.ts'
import { Problem } from '../wire/public.ts'

type Schema = Record<string, unknown>

let written: Schema | null = null

export function openapi(): Schema {
  written ??= {
    openapi: '3.1.0',
    info: {
      title: 'Questionnaires et analyse des besoins',
      version: '1',
      description:
        'Toutes les adresses de ce service. L’espace des équipes demande une session ouverte (cookie) et un rôle (x-roles) ; une tablette, son jeton.',
    },
    servers: [{ url: '/' }],
    paths: pathsOf(contracts),
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-session',
          description: '« session » sur la machine du serveur, en http',
        },
        tablet: { type: 'http', scheme: 'bearer' },
      },
    },
  }
  return written
}

function pathsOf(rows: Record<string, Contract>): Schema {
  const paths: Record<string, Schema> = {}
  for (const [name, contract] of Object.entries(rows)) {
    const [method, path] = name.split(' ') as [string, string]
    const address = path.replace(/:(\w+)/g, '{$1}')
    paths[address] ??= {}
    paths[address][method.toLowerCase()] = operationOf(name, contract)
  }
  return paths
}

function operationOf(name: string, { summary, roles, params = {}, query, body, ...out }: Contract): Schema {
  const inPath = Object.entries(params).map(([key, { shape }]) => ({
    name: key,
    in: 'path',
    required: true,
    schema: schemaOf(shape, 'output'),
  }))
  return {
    operationId: operationId(name),
    tags: [name.replace(' /api/', ' /').split('/')[1]],
    summary,
    'x-roles': roles,
    security: securityOf(roles),
    parameters: [...inPath, ...(query ? queryOf(query) : [])],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }
      : {}),
    responses: {
      ...Object.fromEntries((out.statuses ?? [200]).map((status) => [status, responseOf(out.response)])),
      default: {
        description: 'Un refus, avec sa phrase.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const operationId = (name: string) =>
  name
    .replace(' /api/', ' ')
    .split(/[^A-Za-z]+/)
    .map((word, at) => (at === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')

function securityOf(roles: Contract['roles']): Schema[] {
  if (roles.includes('anyone')) return []
  return [roles.includes('tablet') ? { tablet: [] } : { session: [] }]
}

/** What is asked after the `?`: nothing of it is ever an object. */
function queryOf(query: z.ZodObject): Schema[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: Schema; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function responseOf(response: Contract['response']): Schema {
  if (response === null) return { description: 'Fait.' }
  if ('files' in response) {
    const file = { schema: { type: 'string', format: 'binary' } }
    const types = response.files.map((type) => type.split(';')[0]!)
    return { description: 'Un fichier.', content: Object.fromEntries(types.map((type) => [type, file])) }
  }
  const shape = 'json' in response ? response.json : response
  return { description: 'Fait.', content: { 'application/json': { schema: schemaOf(shape, 'output') } } }
}

/** What zod cannot say in a schema (a custom check, any JSON) is left open; the server checks it all the same. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Schema
  return schema
}
