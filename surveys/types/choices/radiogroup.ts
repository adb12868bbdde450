/** One answer in a short list. */

import { offering } from '../rules.ts'
import type { TypeRow } from '../type.ts'
import { oneChoice } from '../verify.ts'
import { choiceProblems, convertChoices, twoChoices } from './choices.ts'

export const radiogroup: TypeRow = {
  title: 'Un choix',
  help: 'Une seule réponse dans une liste courte.',
  part: 'Choisir',
  noun: 'choix unique',
  holds: 'choices',
  properties: offering,
  problems: choiceProblems,
  blank: { choices: twoChoices },
  kind: 'choice',
  verify: oneChoice,
  seconds: 2,
  paper: 'choice',
  imports: ['buttongroup'],
  convert: convertChoices,
}
