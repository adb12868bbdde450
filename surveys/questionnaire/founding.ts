/** The questionnaires the plan needs, as shipped: loaded in trial mode at first start. */
import familles from './founding/familles.json' with { type: 'json' }
import jeunes11 from './founding/jeunes-11-15.json' with { type: 'json' }
import jeunes16 from './founding/jeunes-16-25.json' with { type: 'json' }
import loisirsSud from './founding/loisirs-sud.json' with { type: 'json' }
import { Questionnaire } from './questionnaire.ts'

export const founding: Questionnaire[] = [familles, loisirsSud, jeunes11, jeunes16].map((json) =>
  Questionnaire.parse(json),
)
