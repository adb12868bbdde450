/** The burden budget: what a questionnaire may cost the people it is for, and what it does cost. */

import { minutesFor } from '../questionnaire/audiences.ts'
import { elementsIn, frenchOf, type LocatedElement, listOf } from '../questionnaire/elements.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { shortFormOf } from '../questionnaire/short-form.ts'
import { rowOf } from '../types/catalogue.ts'
import { burdenOf } from './burden.ts'
import type { Issue } from './issue.ts'
import { levelOf, type ReadingLevel, readingOf } from './reading.ts'
import type { Reasons } from './reasons.ts'

export type Budget = {
  /** Unrounded. */
  minutes: { median: number; longest: number }
  /** Minutes by the short door, on the median path, unrounded; null where there is none. */
  short: number | null
  allowed: number
  /** The median path takes more than is allowed. */
  isOver: boolean
  /** Questions on health, safety or vulnerability. */
  sensitive: number
  freeText: number
  /** Mean words per sentence of the questions, in French. */
  wordsPerSentence: number
  /** Score of Kandel and Moles of the questions, and its name; null without a word. */
  score: number | null
  level: ReadingLevel | null
}

export const noBudget: Budget = {
  minutes: { median: 0, longest: 0 },
  short: null,
  allowed: 8,
  isOver: false,
  sensitive: 0,
  freeText: 0,
  wordsPerSentence: 0,
  score: null,
  level: null,
}

export function budgetOf(questionnaire: Questionnaire): Budget {
  const { definition, audience } = questionnaire
  const places = elementsIn(definition)
  const notice = { lines: listOf<Questionnaire['notice']['lines'][number]>(questionnaire.notice?.lines) }
  const { median, longest } = burdenOf({ definition, notice })
  const short = shortFormOf({ definition })
  const { wordsPerSentence, score } = readingOf(
    places.flatMap(({ element }) => [frenchOf(element.title), frenchOf(element.description)]),
  )
  const allowed = minutesFor(audience)
  return {
    minutes: { median, longest },
    short: short && burdenOf({ ...short, notice }).median,
    allowed,
    isOver: median > allowed,
    sensitive: places.filter(({ element }) => element.sensitivity === 'sensitive').length,
    freeText: places.filter(isFreeText).length,
    wordsPerSentence,
    score,
    level: score === null ? null : levelOf(score),
  }
}

const isFreeText = ({ element }: LocatedElement) => rowOf(element)?.kind === 'text'

/** The announced duration may be this many minutes below the reckoned one. */
const tolerance = 1

export function budgetIssues({ minutes }: Questionnaire, budget: Budget, { burden = '' }: Reasons): Issue[] {
  const say = (level: Issue['level'], code: string, message: string): Issue => ({ level, path: '', code, message })
  const cost = `Répondre prend environ ${inMinutes(budget.minutes.median)}, quand ce public en accepte ${budget.allowed} au plus`
  const reason = burden.trim()
  const over = !budget.isOver
    ? []
    : reason === ''
      ? [
          say(
            'error',
            'burden',
            `${cost}\u202f: retirer ou raccourcir des questions, en mettre dans une partie facultative, ou écrire la raison de ce dépassement.`,
          ),
        ]
      : [say('advice', 'burden-reason', `${cost}. Raison écrite\u202f: «\u202f${reason}\u202f»`)]
  const isWrong = budget.minutes.median - minutes > tolerance
  return [
    ...over,
    ...(isWrong
      ? [
          say(
            'advice',
            'minutes',
            `Le questionnaire annonce ${inMinutes(minutes)}, et il en prend environ ${inMinutes(budget.minutes.median)}\u202f: corriger la durée annoncée.`,
          ),
        ]
      : []),
  ]
}

const inMinutes = (minutes: number) => {
  const whole = Math.max(1, Math.round(minutes))
  return `${whole}\u00a0minute${whole > 1 ? 's' : ''}`
}
