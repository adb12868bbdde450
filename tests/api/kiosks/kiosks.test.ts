import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mostPerKioskDay } from '../../../api/fieldwork/bursts.ts'
import { hashOfInvitation } from '../../../api/fieldwork/diffusion/invitation-hash.ts'
import { asideIn } from '../../../api/fieldwork/reviews.ts'
import { decryptText, encryptText } from '../../../api/keys/encrypted-text.ts'
import { mostWaiting, quarantineIn } from '../../../api/kiosks/quarantine.ts'
import { readResponses } from '../../../api/responses/responses.ts'
import { removeWithTombstone } from '../../../api/responses/tombstones.ts'
import { withdrawalsIn } from '../../../api/responses/withdrawals.ts'
import { collections } from '../../../api/store/collections.ts'
import type { FlagGroup } from '../../../api/wire/fieldwork.ts'
import type { EncryptedResponse, KioskOrders } from '../../../api/wire/kiosk.ts'
import { encryptResponse } from '../../../client/kiosk/queue/encrypt.ts'
import { newInvitation } from '../../../surveys/answers/invitation.ts'
import type { Response, SentResponse } from '../../../surveys/answers/response.ts'
import { hashOf, newCode, proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import type { Status } from '../../../surveys/questionnaire/questionnaire.ts'
import { aBrowser, anOffice, type Browser, type Office, type Person } from '../accounts/office.ts'
import { stand } from '../fieldwork/office.ts'
import { aSentResponse, setStatus, smallQuestionnaire } from '../fixture.ts'
import { aMomentLater, movedOn } from '../moment.ts'

let office: Office
let admin: Person
let tablet: Pick<Browser, 'post' | 'get'>
let orders: KioskOrders
beforeAll(async () => {
  office = await anOffice()
  admin = await office.placed(['admin'])
})
afterAll(() => office.discard())
beforeEach(async () => {
  await toStatus('open')
  ;({ tablet, orders } = await aTablet())
})

const wanted = { name: 'Médiathèque', channel: 'mediatheque', questionnaires: ['garde'] }
const secretOf = (body: object) => String((body as { address: string }).address).split('#')[1]!

async function aTablet() {
  const { body } = await admin.browser.post('/api/kiosks', wanted)
  const browser = aBrowser(office.url)
  const joined = await browser.post('/api/kiosk/join', { secret: secretOf(body) })
  expect(joined.status).toBe(201)
  const { token, orders: first } = joined.body as { token: string; orders: KioskOrders }
  const headers = { authorization: `Bearer ${token}` }
  return {
    tablet: {
      post: (path: string, body: unknown = {}) => browser.ask('POST', path, body, headers),
      get: (path: string) => browser.ask('GET', path, undefined, headers),
    },
    orders: first,
  }
}
const encryptedAt = (response: SentResponse, answeredAt = office.clock.now.toISOString(), by = orders) =>
  encryptResponse(response, answeredAt, by.id, by.queueKey)
const send = async (...responses: EncryptedResponse[]) => tablet.post('/api/kiosk/sheets', { sheets: responses })
const outcomesOf = ({ body }: Awaited<ReturnType<typeof send>>) =>
  (body.outcomes as { outcome: string }[]).map(({ outcome }) => outcome)
const page = async () =>
  (await admin.browser.get('/api/kiosks')).body as unknown as {
    kiosks: {
      id: string
      queue: number
      seenAt: string | null
      state: string
      isSilent: boolean
      kept: string | null
    }[]
    quarantine: { id: string; why: string; isReadable: boolean }[]
  }
const beat = (change = {}) =>
  tablet.post('/api/kiosk/heartbeat', {
    queue: 0,
    keys: [],
    sealsWith: orders.queueKey.id,
    app: 'essai',
    kept: 'kept',
    ...change,
  })
async function allStored(): Promise<Response[]> {
  const all: Response[] = []
  for await (const block of readResponses(office.context.store, office.context.keyring, 'garde')) all.push(...block)
  return all
}
const storedOf = async (id: string) => (await allStored()).find((response) => response.id === id)
async function toStatus(status: Status, closesAt: string | null = null) {
  await setStatus(office.context, status, closesAt)
  await aMomentLater()
}
const before = (hours: number) => new Date(office.clock.now.getTime() - hours * 3_600_000).toISOString()

test('a link registers one tablet, once; the token is stored as its hash only', async () => {
  const { body } = await admin.browser.post('/api/kiosks', wanted)
  const link = { secret: secretOf(body) }
  const joined = await aBrowser(office.url).post('/api/kiosk/join', link)
  expect((await aBrowser(office.url).post('/api/kiosk/join', link)).body.code).toBe('link-refused')
  const token = String(joined.body.token)
  expect(token).toMatch(/^[\w-]{43}$/)
  const file = new URL(office.config.storeUrl.replace('sqlite:', 'file:'))
  for (const end of ['', '-wal']) expect(readFileSync(`${file.pathname}${end}`).includes(token)).toBe(false)
})

test('a link stops working with the right of whoever made it', async () => {
  const maker = await office.placed(['admin'])
  const { body } = await maker.browser.post('/api/kiosks', wanted)
  await admin.browser.post(`/api/team/${maker.login}/revoke`)
  const refused = await aBrowser(office.url).post('/api/kiosk/join', { secret: secretOf(body) })
  expect([refused.status, refused.body.code]).toEqual([410, 'link-refused'])
})

test('whoever places tablets adds and takes them away, and neither reads nor decides', async () => {
  const placer = await office.placed(['kiosk'])
  const added = await placer.browser.post('/api/kiosks', { ...wanted, name: 'Crèche' })
  expect(added.status).toBe(201)
  const joined = await aBrowser(office.url).post('/api/kiosk/join', { secret: secretOf(added.body) })
  expect(joined.status).toBe(201)
  await send(await encryptedAt(aSentResponse({ answers: { garde: 'peut-être' } })))
  const seen = await placer.browser.get('/api/kiosks')
  const line = (seen.body.kiosks as { id: string; name: string }[]).find(({ name }) => name === 'Crèche')!
  expect(seen.body.quarantine).toEqual([])
  expect((await page()).quarantine.length).toBeGreaterThan(0)
  const responses = await placer.browser.get(`/api/kiosks/${line.id}/responses`)
  const aside = await placer.browser.post(`/api/kiosks/${line.id}/aside`, { since: null, reason: 'Pour voir' })
  expect([responses.status, aside.status]).toEqual([403, 403])
  expect((await placer.browser.post(`/api/kiosks/${line.id}/revoke`)).status).toBe(200)
})

test('an encrypted response is stored once however often it is sent, with the true time of the answer', async () => {
  const response = aSentResponse({ channel: 'mediatheque', mode: 'web' })
  const encrypted = await encryptedAt(response, before(30))
  expect(JSON.stringify(encrypted)).not.toContain('garde')
  expect(outcomesOf(await send(encrypted))).toEqual(['new'])
  expect(outcomesOf(await send(encrypted, await encryptedAt(response, before(30))))).toEqual(['same', 'same'])
  expect((await allStored()).filter(({ id }) => id === response.id)).toHaveLength(1)
  expect(await storedOf(response.id)).toMatchObject({
    mode: 'kiosk',
    answeredAt: before(30),
    answers: { garde: 'oui' },
  })
})

test('a batch is taken in the order it waited', async () => {
  const responses = [aSentResponse(), aSentResponse(), aSentResponse({ answers: { garde: 'peut-être' } })]
  const batch = await Promise.all(responses.map((response) => encryptedAt(response)))
  const { body } = await send(...batch)
  expect((body.outcomes as { id: string }[]).map(({ id }) => id)).toEqual(responses.map(({ id }) => id))
  expect((body.outcomes as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual(['new', 'new', 'quarantined'])
})

test('completed before the closing counts; after it, or after the freeze, waits for the staff', async () => {
  await toStatus('open', before(10))
  const [early, late] = [aSentResponse(), aSentResponse()]
  expect(outcomesOf(await send(await encryptedAt(early, before(11)), await encryptedAt(late, before(9))))).toEqual([
    'new',
    'quarantined',
  ])
  await toStatus('open', before(24 * 20))
  const frozen = aSentResponse()
  expect(outcomesOf(await send(await encryptedAt(frozen, before(24 * 21))))).toEqual(['quarantined'])
  const { quarantine } = await page()
  expect(quarantine.find(({ id }) => id === late.id)?.why).toBe('closed')
  expect(quarantine.find(({ id }) => id === frozen.id)?.why).toBe('frozen')
})

test('the staff decide: a response accepted is counted, a response put aside never comes back', async () => {
  await toStatus('open', before(10))
  const [wantedOne, unwanted] = [aSentResponse(), aSentResponse()]
  const batch = [await encryptedAt(wantedOne), await encryptedAt(unwanted)]
  await send(...batch)
  expect((await admin.browser.post(`/api/kiosks/quarantine/${wantedOne.id}`, { decision: 'keep' })).status).toBe(200)
  expect((await admin.browser.post(`/api/kiosks/quarantine/${unwanted.id}`, { decision: 'drop' })).status).toBe(200)
  expect((await admin.browser.post(`/api/kiosks/quarantine/${unwanted.id}`, { decision: 'keep' })).body.code).toBe(
    'quarantine-decided',
  )
  expect(outcomesOf(await send(...batch))).toEqual(['quarantined', 'quarantined'])
  expect(await storedOf(wantedOne.id)).toBeDefined()
  expect(await storedOf(unwanted.id)).toBeUndefined()
  expect((await page()).quarantine.map(({ id }) => id)).not.toContain(unwanted.id)
})

test('what is damaged, encrypted to a key unknown, or dated in the future is set aside, never refused for ever', async () => {
  const good = await encryptedAt(aSentResponse())
  const torn = { ...good, id: randomUUID() }
  const lost = { ...(await encryptedAt(aSentResponse())), key: randomUUID() }
  const early = await encryptedAt(aSentResponse(), before(-48))
  expect(outcomesOf(await send(torn, lost, early))).toEqual(['quarantined', 'quarantined', 'quarantined'])
  const { quarantine } = await page()
  const whyOf = (id: string) => quarantine.find((line) => line.id === id)?.why
  expect([whyOf(torn.id), whyOf(lost.id), whyOf(early.id)]).toEqual(['unreadable', 'unreadable', 'clock'])
})

test('one tablet has so many responses wait, the others and what counts go on, and a decision makes room', async () => {
  const quarantine = quarantineIn(office.context, 3)
  const encrypted = async (by = orders) => encryptedAt(aSentResponse(), '2099-01-01T00:00:00.000Z', by)
  const add = async (one: Promise<EncryptedResponse>) => quarantine.add(await one, null, 'unreadable')
  const first = await encrypted()
  expect(await quarantine.add(first, null, 'unreadable')).toBe(true)
  expect([await add(encrypted()), await add(encrypted()), await add(encrypted())]).toEqual([true, true, false])
  const other = await aTablet()
  expect(await add(encrypted(other.orders))).toBe(true)
  await quarantine.decided(first.id, 'dropped')
  await movedOn.pass(60_000)
  expect([await add(encrypted()), await add(encrypted())]).toEqual([true, false])
})

test('what a tablet has no room for here stays on it, and what counts is taken in', async () => {
  const collection = office.context.store.collection(collections.kioskQuarantine)
  const [line] = await (async () => {
    await send(await encryptedAt(aSentResponse(), '2099-01-01T00:00:00.000Z'))
    return (await collection.list()).filter(({ value }) => value.kiosk === orders.id)
  })()
  const others = Array.from({ length: mostWaiting - 1 }, () => randomUUID())
  for (const id of others) await collection.put(id, line!.value, null)
  await movedOn.pass(60_000)
  const good = await encryptedAt(aSentResponse())
  const { status, body } = await send(await encryptedAt(aSentResponse(), '2099-01-01T00:00:00.000Z'), good)
  expect([status, body]).toEqual([200, { outcomes: [{ id: good.id, outcome: 'new' }] }])
  for (const id of others) await collection.remove(id)
  // a tablet back after days without a network
  expect(mostWaiting).toBeGreaterThanOrEqual(mostPerKioskDay)
})

test('a revoked tablet is refused within a second, and its token reads nothing before or after', async () => {
  const reads = ['/api/kiosks', '/api/team', '/api/settings', '/api/audit', '/api/contacts', '/api/live', '/api/today']
  for (const path of reads) expect([path, (await tablet.get(path)).status]).toEqual([path, 401])
  const response = await encryptedAt(aSentResponse())
  await send(response)
  expect((await tablet.get(`/api/responses/${response.id}`)).status).toBe(404)
  const start = performance.now()
  await admin.browser.post(`/api/kiosks/${orders.id}/revoke`)
  expect((await send(await encryptedAt(aSentResponse()))).status).toBe(401)
  expect((await beat()).status).toBe(401)
  expect(performance.now() - start).toBeLessThan(1_000)
})

test('a queue saved as a file is imported by the staff, exactly once, even from a revoked tablet', async () => {
  const responses = await Promise.all([aSentResponse(), aSentResponse()].map((response) => encryptedAt(response)))
  await send(responses[0]!)
  await admin.browser.post(`/api/kiosks/${orders.id}/revoke`)
  expect(outcomesOf(await admin.browser.post('/api/kiosks/import', { sheets: responses }))).toEqual(['same', 'new'])
  expect((await tablet.post('/api/kiosks/import', { sheets: responses })).status).toBe(401)
})

test('a tablet answers what its kiosk offers, under its channel, and nothing else', async () => {
  await office.context.questionnaires.loadFounding([{ ...smallQuestionnaire, slug: 'ailleurs' }])
  const foreign = aSentResponse({ questionnaire: 'ailleurs' })
  const claimed = aSentResponse({ channel: 'lettre-caf', mode: 'paper' })
  expect(outcomesOf(await send(await encryptedAt(foreign), await encryptedAt(claimed)))).toEqual(['quarantined', 'new'])
  expect((await page()).quarantine.find(({ id }) => id === foreign.id)?.why).toBe('elsewhere')
  expect(await storedOf(claimed.id)).toMatchObject({ mode: 'kiosk', channel: 'mediatheque', kiosk: orders.id })
})

test('what its person has withdrawn waits nowhere, wherever a copy of it comes from', async () => {
  const gone = aSentResponse()
  await office.context.ledger.record('response', gone.id, 'garde')
  await removeWithTombstone(office.context.store, gone.id, 'garde')
  const strange = await encryptedAt(gone, undefined, { ...orders, id: randomUUID() })
  expect(outcomesOf(await admin.browser.post('/api/kiosks/import', { sheets: [strange] }))).toEqual(['withdrawn'])
  const late = await encryptedAt(gone, new Date(office.clock.now.getTime() + 3_600_000).toISOString())
  expect(outcomesOf(await send(late))).toEqual(['withdrawn'])
  expect((await page()).quarantine.map(({ id }) => id)).not.toContain(gone.id)
})

const aProof = () => proofOf(newCode((numbers) => crypto.getRandomValues(numbers)))
const withWords = (path: string, proof: string) => aBrowser(office.url).post(`/api/withdrawals${path}`, { proof })
/** Set aside: its tablet's clock was two days early. */
async function anAside(change: Partial<SentResponse> = {}) {
  const proof = aProof()
  const response = aSentResponse({ withdrawal: hashOf(proof), ...change })
  expect(outcomesOf(await send(await encryptedAt(response, before(-48))))).toEqual(['quarantined'])
  return { proof, response }
}
const asideOf = (id: string) => office.context.store.collection(collections.kioskQuarantine).get(id)
const contentOf = async (id: string) => {
  const { sealed } = (await asideOf(id))!.value
  return JSON.parse(decryptText(sealed, id, office.context.keyring.secret('kiosks').encryption)).sheet
}
const decide = (id: string, decision: 'keep' | 'drop') =>
  admin.browser.post(`/api/kiosks/quarantine/${id}`, { decision })

// its person was told that there was nothing, and it was counted later
test('the words of a response set aside find it: withdrawn, it is erased and can never be counted', async () => {
  const { proof, response } = await anAside()
  const read = await withWords('', proof)
  expect(read.body).toMatchObject({ sheet: null, waits: true })
  const unknown = await withWords('', aProof())
  expect(unknown.body).toMatchObject({ sheet: null, waits: false })
  expect(read.text.length).toBe(unknown.text.length)
  expect((await withWords('/withdraw', proof)).body).toEqual({ outcome: 'done' })
  expect(await asideOf(response.id)).toBeNull()
  expect((await page()).quarantine.map(({ id }) => id)).not.toContain(response.id)
  expect((await decide(response.id, 'keep')).body.code).toBe('quarantine-decided')
  expect(outcomesOf(await send(await encryptedAt(response)))).toEqual(['withdrawn'])
  expect(await storedOf(response.id)).toBeUndefined()
  expect((await withWords('', proof)).text).toBe(unknown.text)
  expect((await office.context.ledger.entries()).at(-1)).toMatchObject({ kind: 'response', id: response.id })
  const [deed] = (await office.context.audit.page(0)).lines.filter(({ what }) => what === 'answer-withdrawn')
  expect(deed).toMatchObject({ who: 'une personne', about: 'garde' })
})

test('a copy put back from before the withdrawal of a response set aside loses it again', async () => {
  const { proof, response } = await anAside()
  const { value } = (await asideOf(response.id))!
  await withWords('/withdraw', proof)
  await office.context.store.collection(collections.kioskQuarantine).put(response.id, value, null)
  await office.context.ledger.replay()
  expect(await asideOf(response.id)).toBeNull()
})

test('counted by the staff, a response set aside is read with its words; discarded, they lead nowhere', async () => {
  const [counted, discarded] = [await anAside(), await anAside()]
  await decide(counted.response.id, 'keep')
  await decide(discarded.response.id, 'drop')
  expect((await withWords('', counted.proof)).body).toMatchObject({
    sheet: { answers: { garde: 'oui' } },
    waits: false,
  })
  expect((await withWords('', discarded.proof)).body).toMatchObject({ sheet: null, waits: false })
})

test('withdrawn, a response leaves no other copy of itself to wait', async () => {
  const proof = aProof()
  const response = aSentResponse({ withdrawal: hashOf(proof) })
  const differing = { ...response, answers: { garde: 'non', pourquoi: null } }
  expect(outcomesOf(await send(await encryptedAt(response), await encryptedAt(differing)))).toEqual([
    'new',
    'quarantined',
  ])
  await withWords('/withdraw', proof)
  expect(await asideOf(response.id)).toBeNull()
})

test('the words of one response never withdraw another that a tablet gave the same id', async () => {
  const [own, forged] = [aProof(), aProof()]
  const response = aSentResponse({ withdrawal: hashOf(own) })
  const other = { ...response, answers: { garde: 'non', pourquoi: null }, withdrawal: hashOf(forged) }
  await send(await encryptedAt(response), await encryptedAt(other))
  expect((await withWords('/withdraw', forged)).body).toEqual({ outcome: 'none' })
  expect((await withWords('', own)).body.sheet).not.toBeNull()
})

test('at the freeze the words of what still waits are destroyed, beside it and inside', async () => {
  const { proof, response } = await anAside()
  expect((await contentOf(response.id)).withdrawal).toBe(hashOf(proof))
  await toStatus('open', before(24 * 20))
  expect((await withWords('', proof)).body.waits).toBe(false)
  await withdrawalsIn(office.context).destroyFrozen()
  expect((await asideOf(response.id))!.value.withdrawal).toBeNull()
  expect((await contentOf(response.id)).withdrawal).toBeUndefined()
  // one that comes after it never has them
  const late = await anAside()
  expect((await contentOf(late.response.id)).withdrawal).toBeUndefined()
})

test('simplified French is stored with no response, not while it waits either', async () => {
  const { response } = await anAside({ language: 'fr-facile' })
  expect((await contentOf(response.id)).language).toBe('fr')
})

test('what an earlier version set aside has its words and its language put right within the hour', async () => {
  const { proof, response } = await anAside()
  const { value, revision } = (await asideOf(response.id))!
  const { withdrawal: _, ...older } = value
  const inside = { answeredAt: before(0), sheet: { ...response, language: 'fr-facile' } }
  const sealed = encryptText(JSON.stringify(inside), response.id, office.context.keyring.secret('kiosks').encryption)
  await office.context.store.collection(collections.kioskQuarantine).put(response.id, { ...older, sealed }, revision)
  await withdrawalsIn(office.context).destroyFrozen()
  expect((await contentOf(response.id)).language).toBe('fr')
  expect((await withWords('', proof)).body.waits).toBe(true)
})

test('what comes from no kiosk of ours waits for the staff', async () => {
  const strange = aSentResponse()
  const encrypted = await encryptedAt(strange, undefined, { ...orders, id: randomUUID() })
  expect(outcomesOf(await admin.browser.post('/api/kiosks/import', { sheets: [encrypted] }))).toEqual(['quarantined'])
  expect((await page()).quarantine.find(({ id }) => id === strange.id)?.why).toBe('stranger')
})

test('where codes are asked a kiosk needs one too; without it the response waits, and the staff may count it', async () => {
  await stand(office, { invitation: 'required', status: 'open', closesAt: null })
  const code = newInvitation((bytes) => crypto.getRandomValues(bytes))
  await office.context.store.codes.add('garde', '0001', [hashOfInvitation(office.context.keyring, 'garde', code)])
  const [without, withCode, again] = [
    aSentResponse(),
    aSentResponse({ invitation: code }),
    aSentResponse({ invitation: code }),
  ]
  const batch = await Promise.all([without, withCode, again].map((response) => encryptedAt(response)))
  expect(outcomesOf(await send(...batch))).toEqual(['quarantined', 'new', 'quarantined'])
  expect(await storedOf(withCode.id)).toMatchObject({ invited: true })
  expect((await page()).quarantine.find(({ id }) => id === without.id)?.why).toBe('code')
  expect((await admin.browser.post(`/api/kiosks/quarantine/${without.id}`, { decision: 'keep' })).status).toBe(200)
  expect(await storedOf(without.id)).toMatchObject({ mode: 'kiosk', kiosk: orders.id })
  await stand(office, { invitation: 'none' })
})

test('which kiosk a response came from lies encrypted with it', async () => {
  await send(await encryptedAt(aSentResponse()))
  const rows = []
  for await (const block of office.context.store.responses.blocks('garde')) rows.push(...block)
  expect(rows.map((row) => Buffer.from(row.sealed).toString('latin1')).join('')).not.toContain(orders.id)
})

test('the responses of a stolen tablet are counted, set aside with a reason, and can be brought back', async () => {
  const other = await aTablet()
  const responses = [aSentResponse(), aSentResponse(), aSentResponse()]
  await send(...(await Promise.all(responses.map((response) => encryptedAt(response)))))
  const elsewhere = aSentResponse()
  await other.tablet.post('/api/kiosk/sheets', { sheets: [await encryptedAt(elsewhere, undefined, other.orders)] })
  const path = `/api/kiosks/${orders.id}`
  expect((await admin.browser.get(`${path}/responses`)).body).toEqual({ count: 3 })
  expect((await admin.browser.get(`${path}/responses?since=2099-01-01`)).body).toEqual({ count: 0 })
  expect((await admin.browser.post(`${path}/aside`, { reason: '' })).status).toBe(422)
  expect((await admin.browser.post(`${path}/aside`, { reason: 'Tablette volée' })).body).toEqual({ count: 3 })
  expect(await asideIn(office.context.store, 'garde')).toEqual(new Set(responses.map(({ id }) => id)))
  const publisher = await office.placed(['publisher'])
  const flags = async () =>
    ((await publisher.browser.get('/api/fieldwork/garde/flags')).body.groups as FlagGroup[]).filter(
      ({ why }) => why === 'kiosk',
    )
  const [group] = await flags()
  const by = await office.context.accounts.all.nameOf(admin.login)
  expect(group).toMatchObject({ sheets: 3, state: 'aside', reason: 'Tablette volée', by })
  const back = { decision: 'keep', reason: 'Elle était au placard' }
  expect((await publisher.browser.post(`/api/fieldwork/garde/flags/${group!.key}`, back)).status).toBe(200)
  expect(await asideIn(office.context.store, 'garde')).toEqual(new Set())
  const lines = (await office.context.audit.page(0)).lines
  expect(lines.find(({ what }) => what === 'kiosk-aside')?.details).toEqual({ réponses: 3, motif: 'Tablette volée' })
})

test('nobody but the kiosk writes under its channel: its QR code continued on a phone has a channel of its own', async () => {
  const response = aSentResponse({ channel: 'mediatheque' })
  const put = (mode: string) => aBrowser(office.url).ask('PUT', `/api/responses/${response.id}`, { ...response, mode })
  expect((await put('kiosk')).body.code).toBe('sheet-refused')
  expect((await put('web')).status).toBe(201)
  expect((await put('web')).status).toBe(200)
  expect(await storedOf(response.id)).toMatchObject({ mode: 'web', channel: 'mediatheque--web' })
})

test('the staff see the last sign of life and the queue; a day of silence is reported', async () => {
  const lineOf = async () => (await page()).kiosks.find(({ id }) => id === orders.id)!
  expect(await lineOf()).toMatchObject({ seenAt: null, isSilent: false, state: 'active', kept: null })
  await beat({ queue: 7, keys: [orders.queueKey.id], kept: 'unanswered' })
  expect(await lineOf()).toMatchObject({ queue: 7, kept: 'unanswered', seenAt: office.clock.now.toISOString() })
  office.clock.now = new Date(office.clock.now.getTime() + 25 * 3_600_000)
  admin = await office.placed(['admin'])
  expect((await lineOf()).isSilent).toBe(true)
  expect(JSON.stringify((await admin.browser.get('/api/today')).body)).toContain('ne donne plus signe de vie')
})

test('an old key opens what waited for weeks, and is destroyed once every tablet has drained', async () => {
  const old = orders.queueKey
  for (const { id, state } of (await page()).kiosks)
    if (id !== orders.id && state === 'active') await admin.browser.post(`/api/kiosks/${id}/revoke`)
  for (const { id } of (await page()).kiosks)
    if (id !== orders.id) await admin.browser.post(`/api/kiosks/${id}/emptied`)
  await beat({ queue: 1, keys: [old.id] })
  const waited = await encryptedAt(aSentResponse())
  office.clock.now = new Date(office.clock.now.getTime() + 40 * 24 * 3_600_000)
  admin = await office.placed(['admin'])
  const renewed = (await beat({ queue: 1, keys: [old.id] })).body as unknown as KioskOrders
  expect(renewed.queueKey.id).not.toBe(old.id)
  await beat({ queue: 1, keys: [old.id], sealsWith: renewed.queueKey.id })
  expect(outcomesOf(await send(waited))).toEqual(['new'])
  const collection = office.context.store.collection(collections.queueKeys)
  expect(await collection.get(old.id)).not.toBeNull()
  await beat({ queue: 0, keys: [], sealsWith: renewed.queueKey.id })
  expect(await collection.get(old.id)).toBeNull()
})
