import { afterEach, beforeEach, expect, test } from 'vitest'
import { designRoom } from '../../../api/design/room.ts'
import { shippedNews } from '../../../api/design/shipped.ts'
import { shippedIn } from '../../../api/questionnaires/questionnaires.ts'
import { studiesIn } from '../../../api/responses/studies.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { anOffice, type Office } from '../accounts/office.ts'

const slug = 'familles'
const shipped = founding().find((one) => one.slug === slug)!
type Stored = { questionnaire: Questionnaire }
const without = (questionnaire: Questionnaire, said: (id: string) => boolean | undefined = () => undefined) => ({
  ...questionnaire,
  indicators: questionnaire.indicators.map(({ intention: _, ...rest }) => {
    const intention = said(rest.id)
    return { ...rest, ...(intention === undefined ? {} : { intention }) }
  }),
})
const intentionsOf = ({ indicators }: Questionnaire) =>
  indicators.filter(({ intention }) => intention).map(({ id }) => id)
const all = intentionsOf(shipped)

let office: Office
beforeEach(async () => {
  office = await anOffice({ isReal: true })
})
afterEach(() => office.discard())

/** What an earlier program left: a founding questionnaire, and its text, from before the property existed. */
async function installed(said?: (id: string) => boolean | undefined): Promise<string> {
  const { store } = office.context
  const versions = store.documents<Stored>('versions')
  const stored = (await versions.get(`${slug}@${shipped.version}`))!
  await versions.put(
    stored.id,
    { ...stored.value, questionnaire: without(stored.value.questionnaire, said) },
    stored.revision,
  )
  const taken = (await shippedIn(store).get(slug))!
  await shippedIn(store).put(slug, { questionnaire: without(shipped, said) }, taken.revision)
  return JSON.stringify(await store.documents('versions').get(`${slug}@${shipped.version}`))
}

test('a version stored before the property existed says of the same indicators that they are intentions', async () => {
  const bytes = await installed()
  expect(all.length).toBeGreaterThan(3)
  const { questionnaire } = await office.context.questionnaires.published(slug, shipped.version)
  expect(intentionsOf(questionnaire)).toEqual(all)
  const [study] = await studiesIn(office.context, slug)
  expect(intentionsOf(study!.questionnaire as Questionnaire)).toEqual(all)
  expect(JSON.stringify(await office.context.store.documents('versions').get(`${slug}@${shipped.version}`))).toBe(bytes)
})

test('the next draft begins with them, and nobody is shown them as news', async () => {
  await installed()
  const person = await office.placed(['designer'])
  const me = (await office.context.accounts.all.find(person.login))!
  const { published } = await designRoom(office.context, me, slug)
  expect(intentionsOf(published!.questionnaire as Questionnaire)).toEqual(all)
  expect(await shippedNews(office.context, slug)).toBeNull()
})

test('a designer’s no stays, and so does an indicator of theirs on the same question', async () => {
  await installed((id) => (id === all[0] ? false : undefined))
  const versions = office.context.store.documents<Stored>('versions')
  const { id, value, revision } = (await versions.get(`${slug}@${shipped.version}`))!
  const [own] = value.questionnaire.indicators.filter((one) => one.id === all[1])
  const indicators = [...value.questionnaire.indicators, { ...own!, id: 'le-notre' }]
  await versions.put(id, { ...value, questionnaire: { ...value.questionnaire, indicators } }, revision)
  const { questionnaire } = await office.context.questionnaires.published(slug, shipped.version)
  expect(intentionsOf(questionnaire)).toEqual(all.slice(1))
})
