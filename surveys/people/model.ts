/** What a population model is: who people are, and what each would answer to each question. */
import { special } from '../questionnaire/elements.ts'
import type { Random } from './random.ts'
import type { Asked } from './walk.ts'

/** What someone with these traits answers to one question; null = leaves it blank. */
export type Answer<Traits> = (traits: Traits, random: Random, asked: Asked) => unknown

export type Model<Traits> = {
  /** Draws one person (a household, a young person) of the population, or deals them out, each once. */
  traits: ((random: Random) => Traits) | { deal: () => (random: Random) => Traits }
  /** By path of the field; a question without a line is answered at random among what is offered. */
  answers: Readonly<Record<string, Answer<Traits>>>
  /** Chance that someone goes on to the optional part, whatever their traits. */
  goesOn: number
  /** Chance that someone ticks a box of consent, whatever their traits. */
  consents: number
  /** How much readier than people at large someone with these traits is to take the short door; absent = as ready. */
  readiness?: (traits: Traits) => number
  /** Where its links are found, by weight; absent = where everybody finds theirs. */
  channels?: Readonly<Record<string, number>>
}

/** One person of a population. */
export type Someone = {
  /** What they answer; undefined = the model knows nothing of that question. */
  answer: (asked: Asked) => unknown
  /** See `Model`. */
  readiness: number
}

/** A model with its traits closed over: it draws people, then asks them. */
export type Population = {
  goesOn: number
  consents: number
  channels?: Model<never>['channels']
  /** Draws someone at each call. */
  drawing: () => (random: Random) => Someone
}

export const populationOf = <Traits>({
  traits,
  answers,
  readiness = () => 1,
  ...circumstances
}: Model<Traits>): Population => ({
  ...circumstances,
  drawing: () => {
    const draw = typeof traits === 'function' ? traits : traits.deal()
    return (random) => {
      const someone = draw(random)
      return {
        readiness: readiness(someone),
        answer: (asked) => answers[asked.path]?.(someone, random, asked),
      }
    }
  },
})

/** Chances of silence on a question that may be left, whatever the traits: so silence biases nothing. */
export const silence = { blank: 0.015, nsp: 0.015, refus: 0.01 } as const

/** A silence drawn for a question; undefined = they answer. */
export function silenceOn({ element }: Asked, random: Random): unknown {
  const draw = random()
  const coded = (value: string) => (element.type === 'checkbox' ? [value] : value)
  if (element.isRequired === true || element.role === 'gate' || element.role === 'consent') return undefined
  if (draw < silence.blank) return null
  if (draw < silence.blank + silence.nsp) return element.showDontKnowItem === true ? coded(special.dontKnow) : undefined
  if (draw < silence.blank + silence.nsp + silence.refus)
    return element.showRefuseItem === true ? coded(special.refuse) : undefined
  return undefined
}
