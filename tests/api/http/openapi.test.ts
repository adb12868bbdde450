import { expect, test } from 'vitest'
import { openapi } from '../../../api/http/openapi.ts'
import type { Contract } from '../../../api/wire/contract.ts'
import { contracts } from '../../../api/wire/contracts.ts'

type Operation = {
  operationId: string
  summary: string
  'x-roles': string[]
  parameters: { name: string; in: string; schema: object }[]
  requestBody?: { content: { 'application/json': { schema: object } } }
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
const paths = () => openapi().paths as Record<string, Record<string, Operation>>
const operations = () => Object.values(paths()).flatMap((path) => Object.values(path))

test('every contract has its operation: address, roles, parameters, body and each status', () => {
  expect(operations()).toHaveLength(Object.keys(contracts).length)
  for (const [name, row] of Object.entries<Contract>(contracts)) {
    const [method, path] = name.split(' ') as [string, string]
    const operation = paths()[path.replace(/:(\w+)/g, '{$1}')]![method.toLowerCase()]!
    expect(operation.summary, name).toMatch(/^[A-ZÀÉ].*\.$/)
    expect(operation['x-roles'], name).toEqual(row.roles)
    const named = operation.parameters.map((one) => one.name)
    expect(named, name).toEqual([...Object.keys(row.params ?? {}), ...Object.keys(row.query?.shape ?? {})])
    expect(operation.requestBody !== undefined, name).toBe(row.body !== undefined)
    expect(Object.keys(operation.responses), name).toEqual([
      ...(row.statuses ?? [200]).toSorted().map(String),
      'default',
    ])
  }
})

test('each operation has a name of its own', () => {
  const ids = operations().map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('an answer is left open only where a questionnaire, its questions, its budget, a setting made ready, answers, GeoJSON or the document itself stand', () => {
  const open = Object.entries(paths()).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.values(responses).some(({ content }) => isOpen(content?.['application/json']?.schema))
        ? [`${method.toUpperCase()} ${path}`]
        : [],
    ),
  )
  expect(open.sort()).toEqual([
    'GET /api/analyse/{slug}/map',
    'GET /api/design/{slug}',
    'GET /api/design/{slug}/gate',
    'GET /api/design/{slug}/versions/{version}',
    'GET /api/library',
    'GET /api/openapi',
    'GET /api/questionnaires/{slug}',
    'GET /api/settings',
    'POST /api/withdrawals',
  ])
})

/** Somewhere it says nothing of what stands there. */
function isOpen(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false
  if (Array.isArray(schema)) return schema.some(isOpen)
  if (Object.keys(schema).length === 0) return true
  return Object.entries(schema).some(([key, inner]) =>
    key === 'properties' ? Object.values(inner).some(isOpen) : key !== 'default' && isOpen(inner),
  )
}

test('the document, as it is served, is JSON of a size a tool can read', () => {
  const text = JSON.stringify(openapi())
  expect(text.length).toBeLessThan(500_000)
  expect(JSON.parse(text)).toEqual(openapi())
})
