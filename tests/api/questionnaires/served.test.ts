import { afterAll, beforeAll, expect, test } from 'vitest'
import { collections } from '../../../api/store/collections.ts'
import type { PublishedQuestionnaire, QuestionnaireList } from '../../../api/wire/public.ts'
import { languages } from '../../../surveys/languages.ts'
import { isPublic } from '../../../surveys/questionnaire/audiences.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { aServer } from '../fixture.ts'

let site: Awaited<ReturnType<typeof aServer>>
beforeAll(async () => {
  site = await aServer()
  await site.context.questionnaires.loadFounding(founding())
})
afterAll(() => site.discard())

test.each(founding())('$slug is served to whoever answers it, with the languages it is offered in', async (one) => {
  const response = await fetch(`${site.url}/api/questionnaires/${one.slug}`)
  expect(response.status).toBe(200)
  const served = (await response.json()) as PublishedQuestionnaire
  expect(served.languages).toEqual(one.languages)
})

test('whoever reads one language is sent French and that one; whoever names none, all of them', async () => {
  const asked = async (query: string) =>
    (await (await fetch(`${site.url}/api/questionnaires/familles${query}`)).json()) as PublishedQuestionnaire
  const whole = await asked('')
  const spoken = ({ definition, notice }: PublishedQuestionnaire) =>
    languages.filter((language) => JSON.stringify([definition, notice]).includes(`"${language}":`))
  expect(spoken(whole)).toEqual(expect.arrayContaining(['fr-facile', 'en', 'ar']))
  expect(spoken(await asked('?language=fr'))).toEqual([])
  expect(spoken(await asked(`?language=en&version=${whole.version}`))).toEqual(['en'])
  expect(await asked('?language=klingon')).toEqual(whole)
  const { title, definition } = await asked('?language=en')
  expect(title).toEqual({ default: (whole.title as Texts).default, en: (whole.title as Texts).en })
  expect(JSON.stringify(definition)).toContain((whole.definition.pages[0]!.title as Texts).default)
})
type Texts = { default: string; en?: string }

test('those of a trade come by a link of their own, and the list says so', async () => {
  const { questionnaires } = (await (await fetch(`${site.url}/api/questionnaires`)).json()) as QuestionnaireList
  for (const { slug, byLink } of questionnaires) {
    const own = founding().find((one) => one.slug === slug)
    if (own) expect([slug, byLink ?? false]).toEqual([slug, !isPublic(own.audience)])
  }
})

test('on a site in service, what a new edition ships waits in the archive', async () => {
  const own = await aServer()
  const [first, second] = founding()
  const { questionnaires } = own.context
  await questionnaires.loadFounding([first!])
  const standings = own.context.store.collection(collections.questionnaires)
  await standings.update(first!.slug, (standing) => standing && { ...standing, status: 'open' })
  await questionnaires.loadFounding([first!, second!], { isQuiet: true })
  expect((await standings.get(second!.slug))?.value).toMatchObject({ status: 'archived', before: 'trial' })
  expect((await standings.get(first!.slug))?.value.status).toBe('open')
  await own.discard()
})
