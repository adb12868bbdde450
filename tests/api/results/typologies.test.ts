import { afterAll, beforeAll, expect, test } from 'vitest'
import { rules } from '../../../analysis/disclosure/rules.ts'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { collections } from '../../../api/store/collections.ts'
import type { NewTypology, TypologiesPage, TypologyPage } from '../../../api/wire/typology.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'

let office: Office
let analyst: Person
const slug = 'habitants'
const path = `/api/analyse/${slug}/typologies`
beforeAll(async () => {
  office = await anOffice({ isReal: true })
  analyst = await office.placed(['analyst'])
  await fill(office.context, [{ slug, people: 420 }], 5, () => {})
}, 60_000)
afterAll(() => office.discard())

const get = async <T>(where: string): Promise<T> => {
  const answer = await analyst.browser.get(where)
  expect(answer.status, answer.text).toBe(200)
  return answer.body as T
}

/** Asks, and waits until it is made or refused. */
async function make(body: NewTypology): Promise<TypologiesPage> {
  const answer = await analyst.browser.post(path, body)
  expect(answer.status, answer.text).toBe(202)
  for (;;) {
    const page = await get<TypologiesPage>(path)
    if (!page.isWorking) return page
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Questions that inhabitants are offered, the first ones. */
async function offered(count: number): Promise<string[]> {
  const { questions } = await get<TypologiesPage>(path)
  return questions.slice(0, count).map((one) => one.path)
}

test('before any publication the page says what to do', async () => {
  const page = await make({ questions: await offered(5), classes: 3 })
  expect(page.failure).toMatch(/publiez d’abord/)
  expect(page).toMatchObject({ publication: null, typologies: [], left: rules.mostTypologies })
})

let questions: string[]
test('a typology is made of the published responses, frozen, and written in the journal', async () => {
  await office.context.analysis.publish(slug, analyst.login, new Date().toISOString(), () => {})
  questions = await offered(6)
  const page = await make({ questions, classes: null })
  expect(page).toMatchObject({ failure: null, made: 1, left: rules.mostTypologies - 1 })
  const { typology, mention } = await get<TypologyPage>(`${path}/1`)
  expect(mention).toContain('Usage interne')
  expect(typology.classes.length).toBeGreaterThanOrEqual(3)
  expect(typology.people % 5).toBe(0)
  const { lines } = await office.context.audit.page(0)
  expect(lines.find(({ what }) => what === 'typology-made')).toMatchObject({
    who: analyst.login,
    about: slug,
    details: { typologie: 1 },
  })
}, 60_000)

test('what was asked before is given again, whatever the order of the questions', async () => {
  const page = await make({ questions: questions.toReversed(), classes: null })
  expect(page).toMatchObject({ made: 1, left: rules.mostTypologies - 1 })
  expect(page.typologies).toHaveLength(1)
}, 60_000)

test('questions that cannot make one are refused with what to do', async () => {
  const strange = [...questions.slice(1), 'commune']
  expect((await make({ questions: strange, classes: null })).failure).toMatch(/n’est plus proposée/)
  const few = await analyst.browser.post(path, { questions: questions.slice(0, 3), classes: null })
  expect(few.status).toBe(422)
  expect((await analyst.browser.get(`${path}/99`)).body).toMatchObject({ code: 'typology-unknown' })
}, 60_000)

test('a snapshot gives twelve, so that nobody is known by comparing them', async () => {
  const collection = office.context.store.collection(collections.typologies)
  const [first] = await collection.list(`${slug}@`)
  for (let place = 2; place <= rules.mostTypologies; place++)
    await collection.put(first!.id.replace(/\d\d$/, String(place).padStart(2, '0')), first!.value, null)
  const page = await make({ questions, classes: 4 })
  expect(page).toMatchObject({ left: 0, failure: expect.stringMatching(/déjà ses 12 typologies/) })
}, 60_000)

test('after somebody has left, none is made until the next publication', async () => {
  const { store } = office.context
  const collection = store.collection(collections.typologies)
  for (const { id } of (await collection.list(`${slug}@`)).slice(1)) await collection.remove(id)
  for await (const block of store.responses.blocks(slug)) {
    await store.responses.remove(block[0]!.id)
    break
  }
  const page = await make({ questions, classes: 4 })
  expect(page.failure).toMatch(/retirées ou mises de côté/)
  expect(page.typologies).toHaveLength(1)
}, 60_000)

test('of a publication that is withdrawn nothing is shown', async () => {
  const notice = { kind: 'withdrawal', reason: 'Une question avait été mal comprise.' }
  expect((await analyst.browser.post(`/api/analyse/${slug}/publications/1/notices`, notice)).status).toBe(201)
  expect((await analyst.browser.get(`${path}/1`)).status).toBe(410)
  expect((await make({ questions, classes: 4 })).failure).toMatch(/a été retirée/)
}, 60_000)
