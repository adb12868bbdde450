/** How many made-up answers the demo gets from those who are asked by a link of their own, and from inhabitants. */
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { RespondentGroup } from '../synthetic-respondents.ts'

/** Of eight hundred; never more communes than there are. */
const people: Readonly<Record<string, number>> = {
  professionnels: 160,
  communes: 17,
  habitants: 423,
  associations: 90,
  employeurs: 110,
}

/** How many of them there are for each inhabitant, invented. */
const perInhabitant = { professionnels: 0.0165, employeurs: 0.058, associations: 0.0175 } as const

/** Lines of the register of the demo for those who are few, as a whole. @param inhabitants of the territory */
export const otherFrames = (inhabitants: number): string[][] =>
  Object.entries(perInhabitant).map(([population, share]) => [
    'Ensemble',
    population,
    '',
    String(Math.round(inhabitants * share)),
  ])

/** Only the questionnaires that the authority in force takes up. @param total people of all of them */
export const otherAudiences = (total: number): RespondentGroup[] =>
  founding().flatMap(({ slug }) => {
    if (!Object.hasOwn(people, slug)) return []
    const share = Math.round((people[slug]! * total) / 800)
    return [{ slug, people: slug === 'communes' ? Math.min(people[slug]!, share) : share }]
  })
