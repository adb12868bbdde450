import { afterEach, expect, test } from 'vitest'
import { wrappedKeysIn } from '../../../api/keys/wrapped-keys.ts'
import { collections } from '../../../api/store/collections.ts'
import { aSentResponse, aServer } from '../fixture.ts'
import { aMomentLater } from '../moment.ts'

let server: Awaited<ReturnType<typeof aServer>>
afterEach(() => server.discard())

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers })
const ready = async () => {
  await aMomentLater()
  const response = await get('/readyz')
  return { status: response.status, ...((await response.json()) as object) }
}

test('a server that serves is alive and ready, and has just written to its store', async () => {
  server = await aServer()
  await server.put(aSentResponse())
  expect(await (await get('/healthz')).json()).toEqual({ ok: true })
  expect(await ready()).toEqual({ status: 200, ok: true, writer: true, keys: true, disk: true })
  expect(await server.context.store.collection(collections.readiness).list()).toHaveLength(1)
})

test('it is not ready while a key opens no response, and one altered response is no reason', async () => {
  server = await aServer()
  for (let person = 0; person < 3; person++) await server.put(aSentResponse())
  const { store } = server.context
  for await (const rows of store.responses.blocks('garde')) {
    const [first, ...others] = rows
    const altered = (row: typeof first) => ({ ...row!, sealed: row!.sealed.map((byte) => byte ^ 1) })
    await store.responses.replace(altered(first), first!.digest)
    expect(await ready()).toMatchObject({ status: 200, keys: true })
    for (const row of others) await store.responses.replace(altered(row), row.digest)
  }
  expect(await ready()).toEqual({ status: 503, ok: false, writer: true, keys: false, disk: true })
  expect(await wrappedKeysIn(store, server.context.keyring.id).list('questionnaire/garde')).toHaveLength(1)
})

test('it is not ready once its store takes nothing in, and still alive', async () => {
  server = await aServer()
  await server.context.store.close()
  expect(await ready()).toMatchObject({ status: 503, writer: false })
  expect((await get('/healthz')).status).toBe(200)
})

test('the figures count requests by route and responses to the nearest five, and hold nothing else of anybody', async () => {
  server = await aServer()
  const response = aSentResponse({ answers: { garde: 'non', pourquoi: 'Trop loin de Lavaur' }, channel: 'marche' })
  await server.put(response)
  await get(`/api/questionnaires/${response.id}`)
  const text = await (await get('/metrics')).text()
  expect(text).toContain('http_requests_total{method="PUT",route="/api/responses/:id",status="201"} 1')
  expect(text).toContain('ctg_responses{questionnaire="garde"} 0')
  expect(text).toContain('ctg_unreadable_responses 0')
  expect(text).toContain('ctg_last_verified_backup_timestamp_seconds 0')
  for (const personal of [response.id, 'Lavaur', 'marche', '127.0.0.1']) expect(text).not.toContain(personal)
})

test('a stranger reads whether it is ready and nothing else, however the address is written', async () => {
  server = await aServer()
  for (const path of ['/readyz', '/readyz/', '/READYZ', '/ReadyZ/', '/readyz?x=1']) {
    await aMomentLater()
    const relayed = await get(path, { 'x-forwarded-for': '203.0.113.7' })
    expect([path, relayed.status, await relayed.json()]).toEqual([path, 200, { ok: true }])
    expect([path, await (await get(path)).json()]).toEqual([path, { ok: true, writer: true, keys: true, disk: true }])
  }
  await server.context.store.close()
  await aMomentLater()
  const failed = await get('/readyz', { 'x-forwarded-for': '203.0.113.7' })
  expect([failed.status, await failed.json()]).toEqual([503, { ok: false }])
})

test('with a token, its owner alone reads which part of it is not ready', async () => {
  const metricsToken = 'un-mot-bien-long-1234'
  server = await aServer({ metricsToken })
  const shown = { authorization: `Bearer ${metricsToken}`, 'x-forwarded-for': '203.0.113.7' }
  expect(await (await get('/readyz', shown)).json()).toHaveProperty('writer')
  expect(await (await get('/readyz', { authorization: 'Bearer autre' })).json()).toEqual({ ok: true })
})

test('only this machine reads the figures, and not through a relay on it', async () => {
  server = await aServer()
  expect((await get('/metrics')).status).toBe(200)
  for (const header of ['x-forwarded-for', 'forwarded', 'via'])
    expect((await get('/metrics', { [header]: '203.0.113.7' })).status).toBe(403)
})

test('with a token, whoever shows it reads the figures, from anywhere, and nobody else', async () => {
  const metricsToken = 'un-mot-bien-long-1234'
  server = await aServer({ metricsToken })
  expect((await get('/metrics')).status).toBe(403)
  expect((await get('/metrics', { authorization: 'Bearer un-mot-bien-long-1235' })).status).toBe(403)
  const shown = { authorization: `Bearer ${metricsToken}`, 'x-forwarded-for': '203.0.113.7' }
  expect((await get('/metrics', shown)).status).toBe(200)
  expect(server.logged.join()).not.toContain(metricsToken)
})
