import type { Question, QuestionPanelDynamicModel, QuestionSelectBase, SurveyModel } from 'survey-core'
import { expect, test } from 'vitest'
import { modelOf } from '../../../surveys/answers/engine.ts'
import { giveTexts } from '../../../surveys/answers/give-texts.ts'
import { textsIn } from '../../../surveys/answers/texts-in.ts'
import { type Language, languages } from '../../../surveys/languages.ts'
import { published } from '../questionnaires.ts'
import { seeded, walk } from './walk.ts'

const read = languages.filter((language) => language !== 'fr')
const response = '7f8d2c1e-0000-4000-8000-000000000000'

/** What a person is told by each question, its choices and its lines included. */
function everythingSaid(model: SurveyModel): unknown[] {
  const ofQuestion = (question: Question): unknown => {
    const {
      visibleChoices = [],
      visibleRows = [],
      columns = [],
      rateValues = [],
    } = question as QuestionSelectBase & Lists
    const lists = [visibleChoices, visibleRows.map((row) => row.item ?? row), columns, rateValues]
    const own = ['title', 'description', 'why', 'unit', 'placeholder', 'requiredErrorText', 'minRateDescription']
    return [
      question.name,
      ...own.map((name) => question.getLocalizableString(name)?.textOrHtml),
      lists.map((list) => list.map((item) => item.locText?.textOrHtml)),
      ...((question as QuestionPanelDynamicModel).panels ?? []).flatMap((panel) => [
        panel.locTitle.textOrHtml,
        ...panel.questions.map(ofQuestion),
      ]),
    ]
  }
  const pages = model.pages.map((page) => [page.locTitle.textOrHtml, page.locDescription.textOrHtml])
  const panels = model.getAllPanels().map((panel) => (panel as unknown as Question).locTitle.textOrHtml)
  return [...pages, panels, model.completeText, ...model.getAllQuestions().map(ofQuestion)]
}
type Said = { locText?: { textOrHtml: string } }
type Lists = Partial<Record<'visibleRows' | 'columns' | 'rateValues', (Said & { item?: Said })[]>>

// each language is met by some of them
test.each(published.map((one, at) => [one.slug, read[at % read.length]!, one] as const))(
  '%s, begun in French, says in %s what it would have said from the start',
  (_, language, whole) => {
    const { data } = walk(whole, seeded(5), { blank: 0 })
    const began = modelOf(textsIn(whole, 'fr'), 'fr', {}, response)
    began.data = structuredClone(data)
    everythingSaid(began)
    giveTexts(began, textsIn(whole, language).definition)
    began.locale = language
    const fromStart = modelOf(whole, language, {}, response)
    fromStart.data = structuredClone(data)
    expect(everythingSaid(began)).toEqual(everythingSaid(fromStart))
    expect(began.data).toEqual(fromStart.data)
  },
)

test('whoever goes on in a third language, and back in French, is told the same', () => {
  const whole = published.find(({ slug }) => slug === 'familles')!
  const model = modelOf(textsIn(whole, 'fr'), 'fr', {}, response)
  const inLanguage = (language: Language) => {
    giveTexts(model, textsIn(whole, language).definition)
    model.locale = language === 'fr' ? '' : language
    return everythingSaid(model)
  }
  const [english, arabic, french] = [inLanguage('en'), inLanguage('ar'), inLanguage('fr')]
  expect(english).toEqual(everythingSaid(modelOf(whole, 'en', {}, response)))
  expect(arabic).toEqual(everythingSaid(modelOf(whole, 'ar', {}, response)))
  expect(french).toEqual(everythingSaid(modelOf(whole, 'fr', {}, response)))
})
