/** One answer in a long list. */

import { offering, text } from '../rules.ts'
import type { TypeRow } from '../type.ts'
import { oneChoice } from '../verify.ts'
import { choiceProblems, convertChoices, twoChoices } from './choices.ts'

export const dropdown: TypeRow = {
  title: 'Liste déroulante',
  help: 'Une réponse dans une longue liste.',
  part: 'Choisir',
  noun: 'liste déroulante',
  holds: 'choices',
  properties: { ...offering, placeholder: text },
  problems: choiceProblems,
  blank: { choices: twoChoices },
  kind: 'choice',
  verify: oneChoice,
  seconds: 5,
  isFolded: true,
  paper: 'choice',
  convert: convertChoices,
}
