import { afterEach, beforeEach, expect, test } from 'vitest'
import { draftOf } from '../../../api/design/drafts.ts'
import { designRoom } from '../../../api/design/room.ts'
import { contentDigest, leaveShipped, shippedNews, shippedPage, takeShipped } from '../../../api/design/shipped.ts'
import { today } from '../../../api/operations/today/today.ts'
import { shippedIn } from '../../../api/questionnaires/questionnaires.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'

const shipped = founding().find(({ slug }) => slug === 'loisirs-sud')!
const texts = shipped.summary as Exclude<Questionnaire['summary'], string>
/** What an earlier program shipped under the same number. */
const earlier: Questionnaire = {
  ...shipped,
  summary: { ...texts, default: 'Un autre résumé.' },
  minutes: shipped.minutes + 1,
}

let office: Office
let person: Person
beforeEach(async () => {
  office = await anOffice({ isReal: true })
  person = await office.placed(['designer'])
})
afterEach(() => office.discard())

/** The installation took the earlier text. */
async function installed(): Promise<void> {
  const { store } = office.context
  const versions = store.documents<{ questionnaire: Questionnaire }>('versions')
  const id = `${shipped.slug}@${shipped.version}`
  const stored = (await versions.get(id))!
  const { summary, minutes } = earlier
  await versions.put(
    id,
    { ...stored.value, questionnaire: { ...stored.value.questionnaire, summary, minutes } },
    stored.revision,
  )
  const taken = (await shippedIn(store).get(shipped.slug))!
  await shippedIn(store).put(shipped.slug, { questionnaire: earlier }, taken.revision)
}
const me = async () => (await office.context.accounts.all.find(person.login))!
const path = `/api/design/${shipped.slug}/shipped`

test('an installation that has the shipped text is notified of nothing', async () => {
  for (const { slug } of founding()) expect(await shippedNews(office.context, slug)).toBeNull()
  expect((await person.browser.get(path)).status).toBe(404)
})

test('a text changed under the same number is described in sentences, from the text that was taken', async () => {
  await installed()
  const { changes } = (await shippedNews(office.context, shipped.slug))!
  expect(changes.map(({ where }) => where).length).toBe(2)
  expect(changes.map(({ after }) => after).join()).toContain(texts.default)
  const { lines } = (await person.browser.get('/api/today')).body as { lines: { text: string; link: string }[] }
  expect(lines.map(({ text }) => text).join()).toMatch(
    /nouveau texte de «\u202f.*\u202f»\u202f: 2 changements\. Rien ne change sans vous\./,
  )
  expect(lines.map(({ link }) => link)).toContain(`/gerer/questionnaires/${shipped.slug}/nouveautes`)
})

test('taken, it is the next draft, whose changes the second person reads; people still answer the old one', async () => {
  await installed()
  const { body } = await person.browser.get(path)
  expect(body).toMatchObject({ hasDraft: false, digest: contentDigest(shipped) })
  expect((await person.browser.post(path, { digest: 'autre' })).status).toBe(409)
  expect((await person.browser.post(path, { digest: body.digest })).status).toBe(201)
  const draft = (await draftOf(office.context, shipped.slug))!.value
  expect(draft).toMatchObject({
    basedOn: shipped.version,
    questionnaire: { summary: shipped.summary, version: shipped.version + 1 },
  })
  const room = await designRoom(office.context, await me(), shipped.slug)
  expect(room.published!.questionnaire.summary).toEqual(earlier.summary)
  expect((await person.browser.post(path, { digest: body.digest })).body.code).toBe('draft-there')
})

test('left, it is not shown again, until another text is shipped', async () => {
  await installed()
  const { digest } = await shippedPage(office.context, shipped.slug)
  expect((await person.browser.ask('DELETE', `${path}/${digest}`)).status).toBe(200)
  expect(await shippedNews(office.context, shipped.slug)).toBeNull()
  const next = { ...shipped, summary: 'Encore un autre.' }
  expect(await shippedNews(office.context, shipped.slug, [next])).not.toBeNull()
})

test('what the staff have published is theirs: nothing shipped later is proposed', async () => {
  await installed()
  const standings = office.context.store.documents<Record<string, unknown>>('questionnaires')
  const stored = (await standings.get(shipped.slug))!
  await standings.put(shipped.slug, { ...stored.value, origin: 'staff' }, stored.revision)
  expect(await shippedNews(office.context, shipped.slug)).toBeNull()
  await expect(takeShipped(office.context, await me(), shipped.slug, 'x')).rejects.toThrow('shipped-same')
  await expect(leaveShipped(office.context, await me(), shipped.slug, 'x')).rejects.toThrow('shipped-same')
  expect(await today(office.context, await me())).toBeDefined()
})
