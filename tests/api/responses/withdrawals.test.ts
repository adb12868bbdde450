import { join } from 'node:path'
import request from 'supertest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countingIn, reviewCollection } from '../../../api/fieldwork/reviews.ts'
import { listen } from '../../../api/http/server.ts'
import { backUp } from '../../../api/operations/backup.ts'
import { receive } from '../../../api/responses/responses.ts'
import { hashOfProof, withdrawalsIn } from '../../../api/responses/withdrawals.ts'
import { hashOf, newCode, proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import { defaultZone, setZone } from '../../../surveys/days.ts'
import { anApp, aSentResponse, setStatus } from '../fixture.ts'
import { aMomentLater } from '../moment.ts'

let home: Awaited<ReturnType<typeof anApp>>
beforeEach(async () => {
  home = await anApp()
})
afterEach(() => home.discard())

const aProof = () => proofOf(newCode((numbers) => crypto.getRandomValues(numbers)))
const post = (path: string, sent: object) => request(home.app).post(`/api/withdrawals${path}`).send(sent)

async function aStoredResponse() {
  const proof = aProof()
  const response = aSentResponse({ withdrawal: hashOf(proof) })
  expect((await request(home.app).put(`/api/responses/${response.id}`).send(response)).status).toBe(201)
  return { proof, response }
}

test('the client and the server make the same hash of a proof', () => {
  const proof = aProof()
  expect(hashOfProof(proof)).toBe(hashOf(proof))
})

test('with the code a person reads their own answers, and nothing that others could follow', async () => {
  const { proof } = await aStoredResponse()
  const { body } = await post('', { proof })
  expect(body.sheet).toEqual({
    questionnaire: 'garde',
    version: 1,
    language: 'fr',
    answers: { garde: 'oui' },
    day: '2024-05-06',
    freezesAt: null,
  })
})

test('a resent response is stored once, and the hash lies beside it, never inside', async () => {
  const { response } = await aStoredResponse()
  expect((await request(home.app).put(`/api/responses/${response.id}`).send(response)).body.outcome).toBe('same')
  const row = (await home.context.store.responses.get(response.id))!
  expect(row.withdrawal).toBe(response.withdrawal)
  expect(Buffer.from(row.sealed).includes(response.withdrawal!)).toBe(false)
})

test('a correction takes the place of the answers, is checked like any other, and is read back', async () => {
  const { proof, response } = await aStoredResponse()
  expect((await post('/correct', { proof, answers: { garde: 'jamais' } })).body.code).toBe('answers-refused')
  const answers = { garde: 'non', pourquoi: 'Trop loin' }
  expect((await post('/correct', { proof, answers })).body).toEqual({ outcome: 'done' })
  expect((await post('', { proof })).body.sheet.answers).toEqual(answers)
  expect(await home.context.store.responses.count('garde')).toBe(1)
  expect((await request(home.app).put(`/api/responses/${response.id}`).send(response)).body.code).toBe(
    'response-differs',
  )
})

test('a withdrawn response is gone for good: not by a late retry, not by an older backup', async () => {
  const { proof, response } = await aStoredResponse()
  const row = (await home.context.store.responses.get(response.id))!
  expect((await post('/withdraw', { proof })).body).toEqual({ outcome: 'done' })
  expect((await post('', { proof })).body.sheet).toBeNull()
  expect((await request(home.app).put(`/api/responses/${response.id}`).send(response)).body.code).toBe(
    'response-withdrawn',
  )
  await home.context.store.responses.insert(row)
  expect(await home.context.ledger.replay()).toBe(1)
  expect(await home.context.store.responses.count('garde')).toBe(0)
})

test('what was decided of a withdrawn response goes with it, and takes nothing off those that count', async () => {
  const { store } = home.context
  await aStoredResponse()
  const { proof, response } = await aStoredResponse()
  const aside = {
    state: 'aside',
    why: 'burst',
    group: 'g',
    reason: 'Une permanence',
    by: 'agent',
    at: '2024-05-06',
  } as const
  await reviewCollection(store).put(`garde/${response.id}`, aside, null)
  expect(await countingIn(store, 'garde')).toBe(1)
  expect((await post('/withdraw', { proof })).body).toEqual({ outcome: 'done' })
  expect(await countingIn(store, 'garde')).toBe(1)
  expect(await reviewCollection(store).get(`garde/${response.id}`)).toBeNull()
})

test('a retry under way while its person withdraws brings nothing back', async () => {
  const { proof, response } = await aStoredResponse()
  const { context } = home
  const withdrawnMeanwhile = async () => {
    expect(await withdrawalsIn(context).withdraw(proof)).toMatchObject({ outcome: 'done' })
    return context.settings()
  }
  await expect(receive({ ...context, settings: withdrawnMeanwhile }, response)).rejects.toThrow('response-withdrawn')
  expect(await context.store.responses.count('garde')).toBe(0)
  expect((await post('', { proof })).body.sheet).toBeNull()
})

// a quarter past midnight in Paris was once the day before, and half past ten in the evening in Guyane the day after
test.each([
  ['Europe/Paris', '2024-05-06T22:15:00Z', '2024-05-07', '2024-06-06'],
  ['America/Cayenne', '2024-05-07T01:30:00Z', '2024-05-06', '2024-06-05'],
])('days are those of the authority in %s', async (zone, at, day, until) => {
  const now = new Date(at)
  const near = await anApp({}, () => now)
  setZone(zone)
  try {
    const proof = aProof()
    const response = aSentResponse({ withdrawal: hashOf(proof) })
    await request(near.app).put(`/api/responses/${response.id}`).send(response)
    const { store, keyring } = near.context
    await backUp(store, keyring, { folder: join(near.place.folder, 'backups'), days: 30, now })
    const ask = (path: string) => request(near.app).post(`/api/withdrawals${path}`).send({ proof })
    expect((await ask('')).body.sheet.day).toBe(day)
    expect((await ask('/withdraw')).body).toEqual({ outcome: 'done', backupsUntil: until })
  } finally {
    setZone(defaultZone)
    await near.discard()
  }
})

test('unknown, withdrawn and mistyped codes get the same bytes, and a known one as many', async () => {
  const { proof } = await aStoredResponse()
  const known = await post('', { proof })
  const unknown = await post('', { proof: aProof() })
  const gone = (await aStoredResponse()).proof
  await post('/withdraw', { proof: gone })
  const withdrawn = await post('', { proof: gone })
  expect(withdrawn.text).toBe(unknown.text)
  expect(known.text.length).toBe(unknown.text.length)
  const headersOf = ({ headers }: typeof known) => ({ ...headers, date: '' })
  expect(headersOf(known)).toEqual(headersOf(unknown))
  expect((await post('/withdraw', { proof: aProof() })).text).toBe(
    (await post('/correct', { proof: aProof(), answers: {} })).text,
  )
})

test('a known code takes as long as an unknown one', async () => {
  const { proof } = await aStoredResponse()
  const server = await listen(home.app, { port: 0, host: '127.0.0.1' })
  const times = { known: [] as number[], unknown: [] as number[] }
  const turns = Number(process.env.TRIES ?? 50)
  for (let turn = 0; turn < turns; turn++)
    for (const which of turn % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const tried = which === 'known' ? proof : aProof()
      const start = performance.now()
      await fetch(`http://127.0.0.1:${server.port}/api/withdrawals`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ proof: tried }),
      }).then((reply) => reply.text())
      times[which].push(performance.now() - start)
    }
  const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!
  // the two of a turn are neighbours in time: what slows the machine slows both
  const gap = median(times.known.map((known, turn) => known - times.unknown[turn]!))
  const [known, unknown] = [median([...times.known]), median([...times.unknown])]
  console.info(`${turns} tries each: known ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms`)
  expect(Math.abs(gap) / unknown).toBeLessThan(0.05)
  await server.close()
}, 300_000)

test('after sixty wrong codes a network waits, but a right code still passes', async () => {
  const { proof } = await aStoredResponse()
  const statuses: number[] = []
  for (let guess = 0; guess < 70; guess++) statuses.push((await post('', { proof: aProof() })).status)
  expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  expect((await post('', { proof })).body.sheet).not.toBeNull()
})

test('at the freeze the codes stop working and their hashes are destroyed; the answers stay', async () => {
  const { proof, response } = await aStoredResponse()
  await setStatus(home.context, 'open', '2024-04-30T00:00:00.000Z')
  await aMomentLater()
  await withdrawalsIn(home.context).destroyFrozen()
  expect((await post('', { proof })).body.sheet).toMatchObject({ freezesAt: '2024-05-14T00:00:00.000Z' })
  await setStatus(home.context, 'open', '2024-04-01T00:00:00.000Z')
  await aMomentLater()
  expect((await post('', { proof })).body.sheet).toBeNull()
  await withdrawalsIn(home.context).destroyFrozen()
  const row = (await home.context.store.responses.get(response.id))!
  expect(row.withdrawal).toBeNull()
  expect(await home.context.store.responses.count('garde')).toBe(1)
})
