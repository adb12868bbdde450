/** The questions of a publication as the explorer lists them: names that tell them apart, and what else they are found by. */
import { objectiveOf } from '../../../surveys/authority/plan.ts'
import { elementsIn, frenchOf, type LocatedElement, pathOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { isLeading } from '../../../surveys/questionnaire/semantics.ts'
import type * as wire from '../../wire/results.ts'
import type { Head } from '../publications.ts'

/** Without those that only steer (« Encore 2 minutes ? »): they say nothing of a need. An agreement is crossed with no other question. */
export function listedQuestions(
  { definition }: Pick<Questionnaire, 'definition'>,
  questions: Head['questions'],
): wire.QuestionList['questions'] {
  const places = new Map(elementsIn(definition).map((place) => [pathOf(place), place]))
  const shown = questions.filter(({ path }) => places.get(path)?.element.role !== 'gate')
  const alike = Map.groupBy(shown, ({ title }) => title)
  return shown.map(({ panel, ...question }) => {
    const place = places.get(question.path)
    const others = alike.get(question.title)!.map(({ path }) => helpOf(places.get(path)))
    const own = apart(helpOf(place), others)
    return {
      ...question,
      title: own ? `${question.title} (${own})` : question.title,
      theme: themeOf(place),
      section: frenchOf(place?.page.title),
      ...(isLeading(place?.element.role) ? {} : { panel }),
    }
  })
}

const helpOf = (place: LocatedElement | undefined) => frenchOf(place?.element.description)

/** What the help of a question says that the help of those of the same name does not: « Moins de 501 : 3 € ; De 501… ». */
function apart(help: string, all: readonly string[]): string {
  if (new Set(all).size < 2) return ''
  const sentences = help.split(/(?<=[.?!…])\s/)
  return sentences.filter((sentence) => !all.every((one) => one.includes(sentence))).join(' ')
}

/** Titles of its page and of its objectives. */
function themeOf(place: LocatedElement | undefined): string {
  if (!place) return ''
  const { objectives } = place.element
  const titles = (Array.isArray(objectives) ? objectives : []).map((number) => objectiveOf(Number(number))?.title ?? '')
  return [frenchOf(place.page.title), ...titles].filter(Boolean).join(' ')
}
