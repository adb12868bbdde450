/** How many made-up answers the demo gets from those who are asked by a link of their own, and from inhabitants. */
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { RespondentGroup } from '../synthetic-respondents.ts'

const people: Readonly<Record<string, number>> = {
  professionnels: 160,
  communes: 17,
  habitants: 420,
  associations: 90,
  employeurs: 110,
}

/** Only the questionnaires that the authority in force takes up. */
export const otherAudiences = (): RespondentGroup[] =>
  founding().flatMap(({ slug }) => (Object.hasOwn(people, slug) ? [{ slug, people: people[slug]! }] : []))
