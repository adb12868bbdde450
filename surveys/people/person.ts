/** Synthetic respondents: each answers a questionnaire through its own logic, and sends what a real client would send. */

import type { Answers } from '../answers/response.ts'
import { doorKey, shortDoor } from '../questionnaire/door.ts'
import type { Language, Questionnaire } from '../questionnaire/questionnaire.ts'
import { shortFormOf } from '../questionnaire/short-form.ts'
import { communesModel } from './communes.ts'
import { families } from './families.ts'
import { inhabitants } from './inhabitants.ts'
import { leisure } from './leisure.ts'
import { type Population, populationOf, silenceOn } from './model.ts'
import { associations, employers } from './organisations.ts'
import { partners } from './partners.ts'
import { happens, one, type Random } from './random.ts'
import { type Asked, walkOf } from './walk.ts'
import { whatever } from './whatever.ts'
import { olderYoung, younger } from './youth.ts'

export type SyntheticRespondent = {
  answers: Answers
  channel: string
  language: Language
  mode: 'web' | 'kiosk' | 'paper'
}

const populations: Readonly<Record<string, Population>> = {
  familles: populationOf(families),
  'loisirs-sud': populationOf(leisure),
  'jeunes-11-15': populationOf(younger),
  'jeunes-16-25': populationOf(olderYoung),
  professionnels: populationOf(partners),
  communes: populationOf(communesModel),
  habitants: populationOf(inhabitants),
  associations: populationOf(associations),
  employeurs: populationOf(employers),
}
/** Without a model, every question is answered at random among what is offered. */
const unmodelled: Population = {
  goesOn: 0.4,
  consents: 0.7,
  drawing: () => () => ({ answer: () => undefined, readiness: 1 }),
}

/**
 * The people who answer one questionnaire.
 *
 * @param questionnaire with its choices written in (`materialise`)
 * @param answering `everything` = no silence, every box of consent ticked, the optional part answered (for the truth)
 * @param byShort part of the people who take the short door, in [0, 1], where there is one; 0 draws nothing
 * @returns a respondent at each call; the same random stream gives the same respondents
 */
export function respondentsOf(
  questionnaire: Questionnaire,
  answering: 'as-people-do' | 'everything' = 'as-people-do',
  byShort = 0,
): (random: Random) => SyntheticRespondent {
  const population = populations[questionnaire.slug] ?? unmodelled
  const walk = walkOf(questionnaire)
  const short = byShort > 0 ? shortFormOf(questionnaire) : null
  const shortWalk = short && walkOf(short)
  const draw = population.drawing()
  const isComplete = answering === 'everything'
  return (random) => {
    const someone = draw(random)
    const reply = (asked: Asked): unknown => {
      const { element } = asked
      if (element.role === 'gate') return isComplete || happens(random, population.goesOn) ? 'oui' : 'non'
      if (element.role === 'consent') return isComplete || happens(random, population.consents) ? ['accord'] : null
      const quiet = isComplete || element.type === 'paneldynamic' ? undefined : silenceOn(asked, random)
      if (quiet !== undefined) return quiet
      const answer = someone.answer(asked)
      return answer === undefined ? whatever(asked, random) : answer
    }
    const answers =
      shortWalk && happens(random, byShort * someone.readiness)
        ? { [doorKey]: shortDoor, ...shortWalk(reply, random) }
        : walk(reply, random)
    return { answers, ...circumstances(random, population.channels) }
  }
}

/** Of everybody; a population asked by a link of its own has its own channels, answers in French and on the web. */
const circumstances = (random: Random, channels?: Population['channels']): Omit<SyntheticRespondent, 'answers'> =>
  channels ? { channel: one(random, channels), language: 'fr', mode: 'web' } : amongAll(random)

const amongAll = (random: Random): Omit<SyntheticRespondent, 'answers'> => ({
  channel: one(random, { 'lettre-caf': 34, ecole: 26, creche: 8, mairie: 12, reseaux: 14, evenement: 6 }),
  language: one<Language>(random, { fr: 94, 'fr-facile': 4, en: 1, ar: 1, es: 0 }),
  mode: one(random, { web: 86, kiosk: 9, paper: 5 }),
})
