import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockOf } from '../../../api/operations/clock.ts'
import { hourlyJobs } from '../../../api/operations/schedule.ts'
import { collections } from '../../../api/store/collections.ts'
import { leasesIn } from '../../../api/store/lease.ts'
import type { design } from '../../../api/wire/public.ts'
import { broughtBy } from '../../../client/design/versions/Versions.tsx'
import { hashOf, proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import { endOfDay, monthsAfter, startOfDay } from '../../../surveys/days.ts'
import { aBrowser, type Office, type Person } from '../accounts/office.ts'
import { aMomentLater } from '../moment.ts'
import { anOpenOffice, dayMs, moved, senderTo, stand } from './office.ts'

let office: Office
let admin: Person
let send: ReturnType<typeof senderTo>
beforeAll(async () => {
  ;({ office, admin, send } = await anOpenOffice())
})
afterAll(() => office.discard())

/** Sessions end with the day: the colleague logs in again. */
async function later(ms: number) {
  moved(office, ms)
  await aMomentLater()
  admin = await office.placed(['admin', 'publisher'])
}

type Page = {
  revision: number
  status: string
  opensAt: string | null
  closesAt: string
  frozenAt: string | null
  version: number
}
const page = async () => (await admin.browser.get('/api/fieldwork/garde')).body as unknown as Page
const dates = async (opensOn: string | null, closesOn: string | null, revision?: number) =>
  admin.browser.ask('PUT', '/api/fieldwork/garde/dates', {
    revision: revision ?? (await page()).revision,
    opensOn,
    closesOn,
  })

test('a day goes from midnight to midnight in Paris, in winter, in summer and when the hour changes', () => {
  expect([startOfDay('2026-01-15'), endOfDay('2026-01-15')]).toEqual([
    '2026-01-14T23:00:00.000Z',
    '2026-01-15T22:59:59.000Z',
  ])
  expect([startOfDay('2026-07-01'), endOfDay('2026-07-01')]).toEqual([
    '2026-06-30T22:00:00.000Z',
    '2026-07-01T21:59:59.000Z',
  ])
  expect([startOfDay('2026-03-29'), endOfDay('2026-03-29')]).toEqual([
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T21:59:59.000Z',
  ])
  expect([startOfDay('2026-10-25'), endOfDay('2026-10-25')]).toEqual([
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T22:59:59.000Z',
  ])
  expect(monthsAfter('2026-11-30T10:00:00.000Z', 3)).toBe('2027-02-28T10:00:00.000Z')
})

test('before its first day a questionnaire says when it opens and takes nothing in; that day it opens by itself', async () => {
  await stand(office, { status: 'open', opensAt: '2026-03-10T23:00:00.000Z' })
  const shown = (await aBrowser(office.url).get('/api/questionnaires/garde')).body
  expect(shown).toMatchObject({ status: 'soon', opensAt: '2026-03-10T23:00:00.000Z' })
  expect((await send()).body.code).toBe('questionnaire-soon')
  expect((await dates('2026-03-05', '2026-06-30')).status).toBe(200)
  expect((await dates('2026-03-01', '2026-06-30')).body.code).toBe('dates-refused')
  expect((await dates('2026-07-05', '2026-06-30')).body.code).toBe('dates-refused')
  await later(4 * dayMs)
  expect((await send()).status).toBe(201)
  expect((await dates(null, '2026-06-30')).body.code).toBe('dates-refused')
})

test('the last day moves on, its texts say the new one in a version of their own, and two colleagues cannot overwrite each other', async () => {
  const collection = office.context.store.collection(collections.versions)
  const stored = (await collection.get('garde@1'))!
  const lines = stored.value.questionnaire.notice.lines.map((line) => ({
    ...line,
    text: 'Jusqu’au mardi 30 juin 2026.',
  }))
  const questionnaire = { ...stored.value.questionnaire, notice: { lines } }
  const by = { asked: 'alix', approved: 'camille' }
  await collection.put(
    'garde@1',
    { ...stored.value, by, questionnaire, parameters: { date_fin: 'mardi 30 juin 2026' } },
    stored.revision,
  )
  const { revision } = await page()
  expect((await dates('2026-03-05', '2026-07-14', revision)).status).toBe(200)
  expect((await dates('2026-03-05', '2026-08-01', revision)).body.code).toBe('changed-meanwhile')
  expect(await page()).toMatchObject({ version: 2, closesAt: '2026-07-14T21:59:59.000Z' })
  await aMomentLater()
  const shown = (await aBrowser(office.url).get('/api/questionnaires/garde')).text
  expect(shown).toContain('Jusqu’au mardi 14 juillet 2026.')
  expect((await send({ version: 1 })).status).toBe(201)
  // nobody approved this version: it is said who moved the day
  const { versions } = (await admin.browser.get('/api/design/garde')).body as Pick<design.DesignRoom, 'versions'>
  expect(versions).toMatchObject([
    { version: 2, movedBy: admin.login },
    { version: 1, movedBy: null, by },
  ])
  expect(versions.map(broughtBy)).toEqual([
    `. Seul le dernier jour pour répondre a changé, partout où un texte le nomme\u202f: déplacé par ${admin.login}.`,
    '. Demandée par alix, approuvée par camille.',
  ])
})

test('closed at once, those who had begun may still send; reopened, everybody may; a frozen one stays shut', async () => {
  const { revision } = await page()
  expect((await admin.browser.post('/api/fieldwork/garde/close', { revision })).status).toBe(200)
  await aMomentLater()
  expect((await page()).status).toBe('closed')
  expect((await send()).status).toBe(201)
  await later(4 * 3_600_000)
  expect((await send()).body.code).toBe('questionnaire-closed')
  expect((await dates('2026-03-05', '2026-05-30')).status).toBe(200)
  await aMomentLater()
  const withdrawal = hashOf(proofOf(['un']))
  expect((await send({ withdrawal })).status).toBe(201)
  expect((await office.context.audit.page(0)).lines.slice(0, 2).map(({ what }) => what)).toEqual(['reopened', 'closed'])

  const tidy = hourlyJobs(office.context)
  for (let day = 0; day < 150; day += 5) {
    moved(office, 5 * dayMs)
    expect(await tidy()).toBe(true)
  }
  await later(dayMs)
  await tidy()
  expect(await office.context.store.responses.byWithdrawal(withdrawal)).toBeNull()
  expect((await page()).frozenAt).not.toBeNull()
  expect((await dates('2026-03-05', '2026-12-30')).body.code).toBe('questionnaire-frozen')
})

// a slip of one digit moved the erasure to 2030, and moving the day back left it there: the notice had said 24 months
test('a last day cannot go past what the notice said of erasing', async () => {
  const { office: place, admin: boss } = await anOpenOffice()
  await senderTo(place)({ withdrawal: hashOf(proofOf(['six'])) })
  const read = async () =>
    (await boss.browser.get('/api/fieldwork/garde')).body as unknown as Page & { freezesAt: string; purgeAt: string }
  const before = await read()
  const { body } = await boss.browser.ask('PUT', '/api/fieldwork/garde/dates', {
    revision: before.revision,
    opensOn: null,
    closesOn: '2030-01-01',
  })
  expect(body).toMatchObject({ code: 'dates-refused', problems: [{ path: 'closesOn' }] })
  const [problem] = body.problems as { message: string }[]
  expect(problem!.message).toMatch(/effacées au plus tard le \d.* 2028\. Dernier jour possible\u202f: \d.* 2028\.$/)
  expect(await read()).toMatchObject({ freezesAt: before.freezesAt, purgeAt: before.purgeAt })
})

test('a last day brought forward leaves the freeze where respondents were told it is', async () => {
  const { office: place, admin: boss } = await anOpenOffice()
  const withdrawal = hashOf(proofOf(['quatre']))
  await senderTo(place)({ withdrawal })
  const read = async () =>
    (await boss.browser.get('/api/fieldwork/garde')).body as unknown as Page & { freezesAt: string }
  const announced = (await read()).freezesAt
  const sooner = { revision: (await read()).revision, opensOn: null, closesOn: '2026-05-30' }
  expect((await boss.browser.ask('PUT', '/api/fieldwork/garde/dates', sooner)).status).toBe(200)
  expect((await read()).freezesAt).toBe(announced)
  const { revision } = await read()
  expect((await boss.browser.post('/api/fieldwork/garde/close', { revision })).status).toBe(200)
  await aMomentLater()
  expect(await read()).toMatchObject({ status: 'closed', freezesAt: announced })
  expect((await aBrowser(place.url).get('/api/questionnaires/garde')).body).toMatchObject({ freezesAt: announced })

  const tidy = hourlyJobs(place.context)
  const isThere = async () => (await place.context.store.responses.byWithdrawal(withdrawal)) !== null
  const until = async (end: string) => {
    while (place.context.now().getTime() + 5 * dayMs < new Date(end).getTime()) {
      moved(place, 5 * dayMs)
      expect(await tidy()).toBe(true)
    }
  }
  await until(announced)
  expect(await isThere()).toBe(true)
  moved(place, 6 * dayMs)
  await aMomentLater()
  await tidy()
  expect(await isThere()).toBe(false)
  await place.discard()
})

test('fewer days to correct, set later, leave the freeze where respondents were told it is', async () => {
  const { office: place, admin: boss } = await anOpenOffice()
  const read = async () => (await boss.browser.get('/api/fieldwork/garde')).body as unknown as { freezesAt: string }
  const announced = (await read()).freezesAt
  const { revision, values } = (await boss.browser.get('/api/settings')).body as { revision: number; values: object }
  const fewer = { revision, values: { ...values, correctionDays: 7 } }
  expect((await boss.browser.ask('PUT', '/api/settings', fewer)).status).toBe(200)
  await aMomentLater()
  expect((await read()).freezesAt).toBe(announced)
  await place.discard()
})

test('more months, set later, are not those of people who were told of fewer, and fewer shorten them all', async () => {
  const { office: place, admin: boss } = await anOpenOffice()
  const due = async () => (await boss.browser.get('/api/fieldwork/garde')).body.purgeAt as string
  const kept = async (rawMonths: number) => {
    const { revision, values } = (await boss.browser.get('/api/settings')).body as { revision: number; values: object }
    const body = { revision, values: { ...values, rawMonths } }
    expect((await boss.browser.ask('PUT', '/api/settings', body)).status).toBe(200)
    await aMomentLater()
  }
  const atTwoYears = await due()
  await kept(12)
  const atOneYear = await due()
  expect(atOneYear < atTwoYears).toBe(true)
  // nobody was ever told of twelve: a slip of the keyboard is taken back
  await kept(24)
  expect(await due()).toBe(atTwoYears)
  await place.discard()
})

test('an instance that finds another at the hourly work leaves it, and does it the next time', async () => {
  const { office: place } = await anOpenOffice()
  const withdrawal = hashOf(proofOf(['trois']))
  await senderTo(place)({ withdrawal })
  await stand(place, { closesAt: '2026-01-01T00:00:00.000Z' })
  const isThere = async () => (await place.context.store.responses.byWithdrawal(withdrawal)) !== null
  const tidy = hourlyJobs(place.context)
  await leasesIn(place.context.store, place.context.now).during('upkeep', async () => {
    expect(await tidy()).toBe(true)
    expect(await isThere()).toBe(true)
  })
  expect(await tidy()).toBe(true)
  expect(await isThere()).toBe(false)
  await place.discard()
})

test.each([
  ['back by three days', -3 * dayMs, 'back'],
  ['forward by four hundred days', 400 * dayMs, 'forward'],
  ['to 1970', -56 * 365 * dayMs, 'back'],
])('when the clock jumps %s nothing is destroyed until a person has confirmed the date', async (_, jump, doubt) => {
  const { office: place, admin: boss } = await anOpenOffice()
  const withdrawal = hashOf(proofOf(['deux']))
  await senderTo(place)({ withdrawal })
  await stand(place, { closesAt: '2026-01-01T00:00:00.000Z' })
  const tidy = hourlyJobs(place.context)
  await clockOf(place.context).tick()
  const invitations = () => place.context.store.collection(collections.invitations).list()
  const invited = { name: 'Alix', roles: ['pilot'], questionnaires: null }
  expect((await boss.browser.post('/api/team/invitations', invited)).status).toBeLessThan(300)
  expect(await invitations()).toHaveLength(1)
  moved(place, jump)
  expect(await tidy()).toBe(false)
  expect(await invitations()).toHaveLength(1)
  expect(await place.context.store.responses.byWithdrawal(withdrawal)).not.toBeNull()
  expect((await clockOf(place.context).state()).doubt).toBe(doubt)
  await expect(clockOf(place.context).trusted()).rejects.toThrow('clock-doubted')
  await clockOf(place.context).confirm(place.clock.now.toISOString(), boss.login)
  expect(await tidy()).toBe(true)
  await place.discard()
})

test('a summer hour, a week-end without a server and a small correction are believed', async () => {
  const { office: place } = await anOpenOffice()
  const clock = clockOf(place.context)
  expect(await clock.tick()).toBe(true)
  for (const hours of [1, -1, 3 * 24, -30]) {
    moved(place, hours * 3_600_000)
    expect([hours, await clock.tick()]).toEqual([hours, true])
  }
  await place.discard()
})
