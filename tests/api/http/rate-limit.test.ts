import { randomUUID } from 'node:crypto'
import express from 'express'
import request from 'supertest'
import { expect, test } from 'vitest'
import { mostWaiting, youngIn } from '../../../api/evidence/young/ideas.ts'
import { openLog } from '../../../api/http/log.ts'
import { problemHandler } from '../../../api/http/problems.ts'
import { holderOf, limitRequests, mostInWindow, mostWrites } from '../../../api/http/rate-limit.ts'
import { collections } from '../../../api/store/collections.ts'
import { youngContracts } from '../../../api/wire/contracts/young.ts'
import { hashOf, newCode, proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import { anApp, aSentResponse } from '../fixture.ts'

const logged: string[] = []
const appWith = (most: number) =>
  express()
    .set('trust proxy', 1)
    .use(limitRequests(most), (_req, res) => void res.end())
    .use(problemHandler(openLog((line) => logged.push(line))))

test('one machine that floods is asked to wait in French; the others, and the machine itself, are not', async () => {
  const app = appWith(3)
  const from = (address: string) => request(app).get('/').set('x-forwarded-for', address)
  for (let visit = 0; visit < 3; visit++) expect((await from('203.0.113.5')).status).toBe(200)
  const refused = await from('203.0.113.5')
  expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([429, 'too-many-requests', '5'])
  expect((await from('203.0.113.6')).status).toBe(200)
  for (let visit = 0; visit < 6; visit++) expect((await request(app).get('/')).status).toBe(200)
  expect(logged.join('')).not.toContain('203.0.113')
})

test('a school of a thousand pupils who all start within ten seconds stays below the limit', () => {
  expect(mostInWindow).toBeGreaterThanOrEqual(3 * 1_000)
})

const from = (address: string) => ({ 'x-forwarded-for': address })
const tally = (statuses: number[]) =>
  Object.fromEntries(
    Map.groupBy(statuses, (one) => one)
      .entries()
      .map(([one, all]) => [one, all.length]),
  )

test('a program that leaves false coordinates is stopped; a school, and people elsewhere, are not', async () => {
  const home = await anApp({ trustProxy: 1 })
  const leave = async (address: string) => {
    const contact = { id: randomUUID(), name: 'Dominique', reach: '06 12 34 56 78', when: 'any' }
    return (await request(home.app).post('/api/contacts').set(from(address)).send(contact)).status
  }
  const statuses: number[] = []
  for (let sent = 0; sent < 500; sent++) statuses.push(await leave('203.0.113.5'))
  expect(tally(statuses)).toEqual({ 201: mostWrites, 429: 500 - mostWrites })
  expect(await leave('203.0.113.6')).toBe(201)
  expect(mostWrites).toBeGreaterThanOrEqual(100)
  await home.discard()
})

test('one address writes so many ideas a day, which leaves room for the others in what waits to be read', async () => {
  const home = await anApp({ trustProxy: 1 })
  await youngIn(home.context).open(true, 'agent')
  const write = async (address: string) => {
    const idea = { id: randomUUID(), text: 'Un skatepark' }
    return (await request(home.app).post('/api/ideas').set(from(address)).send(idea)).status
  }
  const most = youngContracts['POST /api/ideas'].mostADay
  const statuses: number[] = []
  for (let sent = 0; sent < most + 20; sent++) statuses.push(await write('203.0.113.5'))
  expect(tally(statuses)).toEqual({ 201: most, 429: 20 })
  expect(most).toBeLessThan(mostWaiting / 4)
  expect(await write('203.0.113.6')).toBe(201)
  await home.discard()
})

test('whoever has many IPv6 networks of one customer is one address', async () => {
  const app = appWith(3)
  const statuses: number[] = []
  for (let network = 0; network < 6; network++)
    statuses.push(
      (
        await request(app)
          .get('/')
          .set(from(`2001:db8:1:${network.toString(16)}::1`))
      ).status,
    )
  expect(tally(statuses)).toEqual({ 200: 3, 429: 3 })
})

test('a program that corrects its own answer again and again writes a bounded number of lines in the journal', async () => {
  const home = await anApp({ trustProxy: 1 })
  const proof = proofOf(newCode((numbers) => crypto.getRandomValues(numbers)))
  const response = aSentResponse({ withdrawal: hashOf(proof) })
  await request(home.app).put(`/api/responses/${response.id}`).set(from('203.0.113.5')).send(response)
  const all = await Promise.all(
    Array.from({ length: 200 }, (_, turn) =>
      request(home.app)
        .post('/api/withdrawals/correct')
        .set(from('203.0.113.5'))
        .send({ proof, answers: { garde: 'non', pourquoi: `Raison ${turn}` } }),
    ),
  )
  expect(tally(all.map(({ status }) => status))[429]).toBe(200 - mostWrites)
  const lines = (await home.context.store.collection(collections.audit).list()).length
  expect(lines).toBeLessThanOrEqual(mostWrites)
  await home.discard()
})

test('an IPv4 address is one holder, and so are all the IPv6 ones of a network', () => {
  expect([holderOf('203.0.113.5'), holderOf('::ffff:203.0.113.5')]).toEqual(['203.0.113.5', '203.0.113.5'])
  // what a provider gives to one customer: 256 networks of 64 bits
  for (const same of ['2001:db8:1:2:ffff::1', '2001:db8:1:ff::1', '2001:db8:1::', '2001:0DB8:0001:00a0::9'])
    expect([same, holderOf(same)]).toEqual([same, holderOf('2001:db8:1:2::9')])
  for (const other of ['2001:db8:1:100::9', '2001:db8:2:2::9', '2001:db8::1'])
    expect(holderOf(other)).not.toBe(holderOf('2001:db8:1:2::9'))
})
