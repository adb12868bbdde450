import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staffRoles } from '../../../api/accounts/roles.ts'
import { contracts } from '../../../api/wire/contracts.ts'
import { Problem } from '../../../api/wire/public.ts'
import { anOffice, type Browser, type Office } from '../accounts/office.ts'
import { aServer } from '../fixture.ts'

let office: Office
let browser: Browser
beforeAll(async () => {
  office = await anOffice()
  browser = (await office.placed([...staffRoles])).browser
})
afterAll(() => office.discard())

/** As they stand in an address. */
const malformed = [
  '%00',
  'a%00b',
  '..%2F..%2Fetc',
  '%7B%22%24ne%22%3A1%7D',
  '$where',
  '__proto__',
  'x'.repeat(5_000),
  '%F0%9F%99%82',
  'é%0A',
  '-1',
  '%20',
  "'%20or%201=1--",
  '%FF',
]
const uuid = '00000000-0000-4000-8000-000000000000'

test('an address that cannot be one is refused in words, whatever the route, and never breaks anything', async () => {
  const wrong: string[] = []
  let asked = 0
  for (const name of Object.keys(contracts)) {
    const [method, path] = name.split(' ') as [string, string]
    for (const part of path.match(/:\w+/g) ?? [])
      for (const value of malformed) {
        const address = path
          .replace(part, () => value)
          .replace(':slug', 'garde')
          .replace(/:\w+/g, uuid)
        const { status, body, text } = await browser.ask(method, address, method === 'GET' ? undefined : {})
        asked++
        // a page answers with a page
        const isProblem = Problem.safeParse(body).success || (!path.startsWith('/api/') && text.includes('<h1>'))
        if (status < 400 || status >= 500 || !isProblem) wrong.push(`${method} ${address.slice(0, 80)}: ${status}`)
      }
  }
  expect(asked).toBeGreaterThan(1_000)
  expect(wrong).toEqual([])
  expect(office.logged.filter((line) => line.includes('"failure"'))).toEqual([])
}, 120_000)

test('a query that cannot be one is refused in words', async () => {
  const queries = [
    'GET /api/questionnaires/garde?version=abc',
    'GET /api/questionnaires/garde?version=1&version=2',
    'GET /api/questionnaires/garde/paper?language=%00',
    'GET /api/design/garde/paper?copies=1e9',
    'GET /api/fieldwork/garde/link?channel=..%2F',
    'GET /api/fieldwork/garde/poster?size=a0',
    'GET /api/analyse/garde/answered?publication=%7B%7D',
    'GET /api/analyse/garde/findings/garde?publication=-1',
    'GET /api/analyse/garde/questions/garde?publication=zero',
  ]
  for (const query of queries) {
    const [method, address] = query.split(' ') as [string, string]
    const { status, body } = await browser.ask(method, address)
    expect([query, status >= 400 && status < 500, Problem.safeParse(body).success]).toEqual([query, true, true])
  }
})

test('a questionnaire whose code the store cannot take is refused wherever it is named in a body', async () => {
  const response = { questionnaire: '-1', version: 1, language: 'fr', answers: {} }
  const bodies: [string, string, unknown][] = [
    ['PUT', `/api/responses/${uuid}`, response],
    ['POST', '/api/visits', { questionnaire: '-1' }],
    ['POST', '/api/steps', { questionnaire: '-1', minutes: 3 }],
    ['POST', '/api/invitations/check', { questionnaire: '-1', code: 'ABCD-EFGH' }],
    ['POST', '/api/design', { from: 'blank', title: 'Essai', newSlug: '-a' }],
    ['POST', '/api/design', { from: 'copy', slug: '-a', title: 'Essai', newSlug: 'essai' }],
  ]
  for (const [method, path, body] of bodies) {
    const answer = await browser.ask(method, path, body)
    expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
  }
})

test('a request that names two hosts is refused, whatever it asks for', async () => {
  const server = await aServer()
  const { hostname, port } = new URL(server.url)
  const ask = async (path: string, ...hosts: string[]) => {
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    const named = hosts.map((host) => `Host: ${host}\r\n`).join('')
    socket.write(`GET ${path} HTTP/1.1\r\n${named}Connection: close\r\n\r\n`)
    return Number((await text(socket)).split(' ')[1])
  }
  for (const path of ['/healthz', '/api/site', '/resultats']) {
    expect([path, await ask(path, 'a.fr', 'b.fr')]).toEqual([path, 400])
    expect([path, await ask(path, 'a.fr', 'a.fr')]).toEqual([path, 400])
    expect([path, await ask(path, 'a.fr')]).toEqual([path, 200])
  }
  await server.discard()
})
