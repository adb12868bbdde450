import request from 'supertest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hourlyJobs } from '../../../api/operations/schedule.ts'
import { carriedIn, mostCharacters } from '../../../api/responses/carried.ts'
import { collections } from '../../../api/store/collections.ts'
import { carriedContracts } from '../../../api/wire/contracts/respondent.ts'
import { carriedCharacters } from '../../../api/wire/sizes.ts'
import { anApp } from '../fixture.ts'

let home: Awaited<ReturnType<typeof anApp>>
let at = ''
beforeEach(async () => {
  at = '2026-03-02T10:20:00Z'
  home = await anApp({}, () => new Date(at))
})
afterEach(() => home.discard())

const proof = 'p'.repeat(43)
const post = (path: string, sent: object) => request(home.app).post(`/api/carried${path}`).send(sent)
const keep = (sealed: string, under = proof) => post('', { proof: under, sealed })
const kept = async (under = proof) => (await post('/read', { proof: under })).body.carried
const stored = () => home.context.store.collection(collections.carriedAnswers).list()

test('what was kept comes back as it came, and a newer copy takes its place', async () => {
  expect(await kept()).toBeNull()
  const { status, body } = await keep('first')
  expect([status, body]).toEqual([201, { until: '2026-03-09T11:00:00.000Z' }])
  at = '2026-03-02T18:00:00Z'
  await keep('second')
  expect(await kept()).toEqual({ sealed: 'second', until: '2026-03-09T18:00:00.000Z' })
  expect(await kept('q'.repeat(43))).toBeNull()
  expect(await stored()).toHaveLength(1)
})

test('the store has neither the proof nor a minute, and the journal has nothing', async () => {
  await keep('sealed')
  const [document] = await stored()
  expect(document).toMatchObject({ value: { sealed: 'sealed', until: '2026-03-09T11:00:00.000Z' } })
  expect(JSON.stringify(document)).not.toContain(proof)
  expect(home.logged.join()).not.toContain(proof)
})

test('any words will do', async () => {
  // one proof in thirty-two once had a hash that no store takes as an id
  const proofs = Array.from({ length: 140 }, (_, index) => String(index).padStart(43, 'x'))
  const statuses = await Promise.all(proofs.map(async (one) => (await keep('a', one)).status))
  expect(new Set(statuses)).toEqual(new Set([201]))
})

test('its person erases it, twice without harm', async () => {
  await keep('sealed')
  for (let turn = 0; turn < 2; turn++) expect((await post('/erase', { proof })).status).toBe(200)
  expect(await kept()).toBeNull()
  expect(await stored()).toEqual([])
})

test('after seven days nobody reads it, and the hourly work purges it; a newer one stays', async () => {
  const work = hourlyJobs(home.context)
  await keep('old')
  await work()
  at = '2026-03-08T10:00:00Z'
  await keep('new', 'n'.repeat(43))
  await work()
  expect(await stored()).toHaveLength(2)
  at = '2026-03-09T11:00:00Z'
  expect(await kept()).toBeNull()
  await work()
  expect((await stored()).map(({ value }) => value.sealed)).toEqual(['new'])
})

test('what is too large, is no ciphertext or names more than it should is refused', async () => {
  expect((await keep('a'.repeat(carriedCharacters))).status).toBe(201)
  expect((await keep('a'.repeat(carriedCharacters + 1))).status).toBe(422)
  expect((await keep('a'.repeat(2 * carriedCharacters))).status).toBe(413)
  for (const sent of [
    { proof, sealed: 'une réponse' },
    { proof, sealed: '' },
    { proof: 'court', sealed: 'a' },
  ])
    expect((await post('', sent)).status).toBe(422)
  expect((await post('', { proof, sealed: 'a', questionnaire: 'garde' })).status).toBe(422)
})

test('whoever guesses waits after sixty wrong codes, and one address keeps a few hundred copies a day', async () => {
  const trust = await anApp({ trustProxy: 1 }, () => new Date(at))
  const from = (path: string, sent: object) =>
    request(trust.app).post(`/api/carried${path}`).set('X-Forwarded-For', '192.0.2.7').send(sent)
  const guessed = await Promise.all(Array.from({ length: 61 }, () => from('/read', { proof })))
  expect(
    guessed
      .map(({ status }) => status)
      .sort()
      .slice(-2),
  ).toEqual([200, 429])
  const sent: number[] = []
  for (let turn = 0; turn < 151; turn++) sent.push((await from('', { proof, sealed: 'a' })).status)
  expect(sent.slice(-2)).toEqual([201, 429])
  await trust.discard()
})

test('a day of all the networks of one customer, in copies as large as they may be, leaves most of the room to others', async () => {
  const trust = await anApp({ trustProxy: 1 }, () => new Date(at))
  let taken = 0
  for (let turn = 0; turn < 300; turn++) {
    const under = String(turn).padStart(43, 'x')
    const kept = await request(trust.app)
      .post('/api/carried')
      .set('X-Forwarded-For', `2001:db8:1:${(turn % 256).toString(16)}::1`)
      .send({ proof: under, sealed: 'a' })
    if (kept.status === 201) taken++
  }
  const { mostADay } = carriedContracts['POST /api/carried']
  expect(taken).toBeLessThanOrEqual(mostADay)
  // seven days of it
  expect(7 * mostADay * carriedCharacters).toBeLessThan(mostCharacters / 2)
  await trust.discard()
})

test('what all copies take is bounded; a newer one takes the place of the one before, and time makes room', async () => {
  let elapsed = 0
  const stopwatch = { elapsed: () => elapsed, pass: async () => {} }
  const carried = carriedIn({ ...home.context, stopwatch }, 100)
  const full = { code: 'carried-full' }
  await carried.save('one', 'a'.repeat(60))
  await expect(carried.save('two', 'a'.repeat(60))).rejects.toMatchObject(full)
  await carried.save('one', 'a'.repeat(90))
  await expect(carried.save('two', 'a'.repeat(20))).rejects.toMatchObject(full)
  await carried.save('three', 'a'.repeat(10))
  expect(await stored()).toHaveLength(2)
  // another process erases one: noticed within the hour
  await carriedIn(home.context).erase('one')
  elapsed += 3_600_000
  await carried.save('two', 'a'.repeat(60))
  expect(await stored()).toHaveLength(2)
})
