import { randomUUID } from 'node:crypto'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decryptResponse } from '../../../api/keys/encryption.ts'
import { readResponses } from '../../../api/responses/responses.ts'
import type { Response } from '../../../surveys/answers/response.ts'
import { anApp, aSentResponse, aServer, setStatus } from '../fixture.ts'

let home: Awaited<ReturnType<typeof anApp>>
beforeAll(async () => {
  home = await anApp()
})
afterAll(() => home.discard())

const put = (response: object, id: string = (response as { id: string }).id) =>
  request(home.app).put(`/api/responses/${id}`).set('content-type', 'application/json').send(response)
const count = () => home.context.store.responses.count('garde')

test('a response is taken in once, a retry is harmless, other answers under its id are refused', async () => {
  const response = aSentResponse()
  const first = await put(response)
  expect([first.status, first.body.outcome]).toEqual([201, 'new'])
  expect(first.body.receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const again = await put({ ...response, answers: { ...response.answers } })
  expect([again.status, again.body]).toEqual([200, { outcome: 'same', receipt: first.body.receipt }])
  const other = await put({ ...response, answers: { garde: 'non', pourquoi: null } })
  expect([other.status, other.body.code]).toEqual([409, 'response-differs'])
  expect(other.headers['content-type']).toMatch('application/problem+json')
  expect(other.body.title).toBe('Cette fiche a déjà été reçue avec d’autres réponses.')
})

test('what was stored is read again as it was sent, and is encrypted', async () => {
  const response = aSentResponse({ answers: { garde: 'non', pourquoi: 'Le canari chante' } })
  await put(response)
  const row = (await home.context.store.responses.get(response.id))!
  expect(Buffer.from(row.sealed).includes('canari')).toBe(false)
  const read: Response[] = []
  for await (const block of readResponses(home.context.store, home.context.keyring, 'garde')) read.push(...block)
  expect(read.find(({ id }) => id === response.id)).toEqual({
    ...response,
    trial: true,
    receivedAt: '2024-05-06T07:08:09.000Z',
  })
})

test('simplified French, which hints at health, is stored as French', async () => {
  const response = aSentResponse({ language: 'fr-facile' })
  expect((await put(response)).status).toBe(201)
  const row = (await home.context.store.responses.get(response.id))!
  expect((await decryptResponse(row, home.context.keyring)).language).toBe('fr')
  expect((await put(response)).body.outcome).toBe('same')
})

describe('refused in French with the right status, and nothing stored:', () => {
  const refused: [string, object, number, string][] = [
    ['a required answer left blank', { answers: { garde: null } }, 422, 'answers-refused'],
    ['a choice that was not offered', { answers: { garde: 'peut-etre' } }, 422, 'answers-refused'],
    ['an operator for an answer', { answers: { garde: { $gt: '' } } }, 422, 'sheet-refused'],
    ['an answer to a hidden question', { answers: { garde: 'oui', pourquoi: 'x' } }, 422, 'answers-refused'],
    ['an unknown key', { answers: { garde: 'oui', autre: 1 } }, 422, 'answers-refused'],
    ['answers that are a list', { answers: ['oui'] }, 422, 'sheet-refused'],
    ['a field nobody asked for', { admin: true }, 422, 'sheet-refused'],
    ['a version that is a text', { version: '1' }, 422, 'sheet-refused'],
    ['a version that does not exist', { version: 7 }, 422, 'version-unknown'],
    ['an unknown questionnaire', { questionnaire: 'inconnu' }, 404, 'questionnaire-unknown'],
    ['a questionnaire that is a path', { questionnaire: '../settings' }, 404, 'questionnaire-unknown'],
    ['another id in the address', { id: randomUUID() }, 422, 'sheet-refused'],
  ]
  test.each(refused)('%s', async (_, change, status, code) => {
    const before = await count()
    const response = aSentResponse()
    const answer = await put({ ...response, ...change }, response.id)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.body.title).toMatch(/^[A-ZÀÉ].* .*\.$/)
    for (const line of answer.body.problems ?? [])
      expect(line).toEqual({ path: expect.any(String), message: expect.any(String) })
    expect(await count()).toBe(before)
  })

  const bodies: [string, string | Buffer, string, number][] = [
    ['malformed JSON', '{"garde": canari', 'application/json', 400],
    ['an empty body', '', 'application/json', 400],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'application/json', 400],
    ['a list', '[]', 'application/json', 422],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415],
    ['plain text', '{}', 'text/plain', 415],
    ['another alphabet', '{}', 'application/json; charset=latin1', 415],
    ['a huge body', JSON.stringify({ texte: 'x'.repeat(70_000) }), 'application/json', 413],
    ['a deep body', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 'application/json', 400],
    ['deep lists', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'application/json', 400],
    [
      'too many keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`k${i}`, 1]))),
      'application/json',
      400,
    ],
    ['a key that reaches the prototype', '{"answers":{"a":{"__proto__":{"x":1}}}}', 'application/json', 422],
    ['a constructor', '{"answers":{"constructor":{"prototype":{}}}}', 'application/json', 422],
  ]
  test.each(bodies)('%s', async (_, text, type, status) => {
    const before = await count()
    const answer = await request(home.app)
      .put(`/api/responses/${randomUUID()}`)
      .set('content-type', type)
      .serialize((value: unknown) => value as string)
      .send(text)
    expect(answer.status).toBe(status)
    expect(answer.body.title).toMatch(/^[A-ZÀÉ].*\.$/)
    expect(await count()).toBe(before)
    expect(({} as { x?: number }).x).toBe(undefined)
  })

  test('a compressed body', async () => {
    const answer = await put(aSentResponse()).set('content-encoding', 'gzip')
    expect([answer.status, answer.body.code]).toEqual([415, 'body-type'])
  })

  test('an id that is not one', async () => {
    expect((await put(aSentResponse(), '1')).status).toBe(422)
    expect((await put(aSentResponse(), '%E0%A4%A')).status).toBe(400)
  })
})

test('a closed questionnaire, or one whose day has passed, takes nothing in and says so', async () => {
  const closed = await anApp()
  await setStatus(closed.context, 'closed')
  const send = (response = aSentResponse()) => request(closed.app).put(`/api/responses/${response.id}`).send(response)
  const answer = await send()
  expect([answer.status, answer.body.title]).toEqual([409, 'Ce questionnaire est terminé. Merci de votre intérêt.'])
  await closed.discard()

  const past = await anApp()
  await setStatus(past.context, 'open', '2024-05-06T04:00:00.000Z')
  expect(
    (
      await request(past.app)
        .put(`/api/responses/${randomUUID()}`)
        .send({ ...aSentResponse(), id: undefined })
    ).status,
  ).toBe(409)
  expect((await request(past.app).get('/api/questionnaires')).body.questionnaires[0].status).toBe('closed')
  await past.discard()
})

test('a draft does not exist for the public', async () => {
  const draft = await anApp()
  await setStatus(draft.context, 'draft')
  const response = aSentResponse()
  expect((await request(draft.app).put(`/api/responses/${response.id}`).send(response)).status).toBe(404)
  expect((await request(draft.app).get('/api/questionnaires/garde')).status).toBe(404)
  expect((await request(draft.app).get('/api/questionnaires')).body.questionnaires).toEqual([])
  await draft.discard()
})

test('of a thousand pairs sent together under one id exactly one row each is stored, with one receipt', async () => {
  const server = await aServer()
  const responses = Array.from({ length: 1_000 }, () => aSentResponse())
  const sent = async (response: (typeof responses)[number]) => {
    const answer = await server.put(response)
    return { status: answer.status, receipt: ((await answer.json()) as { receipt: string }).receipt }
  }
  for (let start = 0; start < responses.length; start += 100) {
    const pairs = await Promise.all(
      responses.slice(start, start + 100).map((response) => Promise.all([sent(response), sent(response)])),
    )
    for (const [first, second] of pairs) {
      expect([first.status, second.status].sort()).toEqual([200, 201])
      expect(first.receipt).toBe(second.receipt)
    }
  }
  expect(await server.context.store.responses.count('garde')).toBe(1_000)
  await server.discard()
})

test('nothing that was sent is in the journal or in an error page, wherever it was', async () => {
  const canary = 'canari7391'
  const quiet = await anApp()
  const agent = request(quiet.app)
  const id = randomUUID()
  const answers = [
    await agent.put(`/api/responses/${id}`).send(aSentResponse({ id, answers: { garde: 'non', pourquoi: canary } })),
    await agent.put(`/api/responses/${id}`).send({ ...aSentResponse(), [canary]: canary }),
    await agent.put(`/api/responses/${canary}`).send(aSentResponse()),
    await agent
      .put(`/api/responses/${id}?q=${canary}`)
      .set('x-name', canary)
      .set('user-agent', canary)
      .send(aSentResponse()),
    await agent.put(`/api/responses/${id}`).set('content-type', 'application/json').send(`{"${canary}": ${canary}`),
    await agent.get(`/${canary}`),
    await agent.get(`/api/${canary}`),
    await agent.get(`/api/questionnaires/${canary}`),
    await agent.post('/api/csp-reports').send({ 'csp-report': { 'blocked-uri': canary } }),
  ]
  // the store breaks under a running request
  await quiet.context.store.close()
  answers.push(
    await agent.put(`/api/responses/${id}`).send(aSentResponse({ id, answers: { garde: 'non', pourquoi: canary } })),
  )
  expect(answers.at(-1)!.status).toBe(503)
  expect(quiet.logged.length).toBeGreaterThanOrEqual(answers.length)
  expect(quiet.logged.join('')).not.toContain(canary)
  for (const line of quiet.logged) {
    const known = ['level', 'time', 'event', 'method', 'route', 'status', 'ms', 'code', 'error', 'at', 'sentence']
    expect(known).toEqual(expect.arrayContaining(Object.keys(JSON.parse(line))))
  }
  const shown = answers.filter(({ body }) => body?.code !== 'sheet-refused').map(({ text }) => text)
  expect(shown.join('')).not.toContain(canary)
  await quiet.discard()
})

test('whoever was answering at the closing minute still sends for three hours', async () => {
  const home = await anApp()
  await setStatus(home.context, 'open', '2024-05-06T07:00:00.000Z')
  const response = aSentResponse()
  expect((await request(home.app).put(`/api/responses/${response.id}`).send(response)).status).toBe(201)
  await home.discard()
})
