/** The questionnaires shipped with the product, as the authority in force takes them up: loaded in trial mode at first start. */
import { ofAuthority } from '../authority/in-force.ts'
import familles from './founding/familles.json' with { type: 'json' }
import jeunes11 from './founding/jeunes-11-15.json' with { type: 'json' }
import jeunes16 from './founding/jeunes-16-25.json' with { type: 'json' }
import loisirsSud from './founding/loisirs-sud.json' with { type: 'json' }
import { Questionnaire } from './questionnaire.ts'
import { resolve } from './resolve.ts'

const shipped = [familles, loisirsSud, jeunes11, jeunes16]

/** All of them in the words of the authority in force, taken up or not: blocks of the library come from here. */
export const models = ofAuthority((authority): readonly Questionnaire[] =>
  shipped.map((json) => Questionnaire.parse(resolve(json, authority))),
)

export const founding = ofAuthority(({ names }): readonly Questionnaire[] =>
  models().filter(({ slug }) => names.questionnaires.includes(slug)),
)
