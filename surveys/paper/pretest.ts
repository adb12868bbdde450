/** What a pretest sheet asks of a questionnaire: its questions in order, and how long each page should take. */
import { elementsIn } from '../questionnaire/elements.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { announcedMinutes, pace, secondsFor } from '../review/burden.ts'
import { rowOf } from '../types/catalogue.ts'
import { itemsIn, paperOf } from './form.ts'
import { speechOf } from './words.ts'

export type PretestPage = {
  title: string
  /** By the pace of the burden budget, everything asked on the page once; to be compared with what is measured. */
  seconds: number
  questions: { number: string; title: string }[]
}

export type Pretest = { title: string; audience: string; announced: string; isYoung: boolean; pages: PretestPage[] }

/**
 * @param questionnaire parameters filled in
 * @returns in French: whoever watches writes in French, whatever language the person reads
 */
export function pretestOf(questionnaire: Questionnaire): Pretest {
  const places = elementsIn(questionnaire.definition)
  const pages = questionnaire.definition.pages.filter((page) => places.some((place) => place.page === page))
  const { title, audience, isYoung, parts } = paperOf(questionnaire, 'fr')
  return {
    title,
    audience,
    announced: speechOf('fr', isYoung).minutes(announcedMinutes(questionnaire)),
    isYoung,
    pages: parts.map((part, at) => ({
      title: part.title,
      seconds: Math.round(
        places
          .filter(({ page, element }) => page === pages[at] && rowOf(element)?.holds !== 'rows')
          .reduce<number>((sum, { element }) => sum + secondsFor(element, places), pace.page),
      ),
      questions: itemsIn(part).map(({ number, title: question }) => ({ number, title: question })),
    })),
  }
}
