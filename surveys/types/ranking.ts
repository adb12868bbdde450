/** Answers put in order, all of them. */
import { shuffled } from '../people/random.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'
import { choiceProblems, twoChoices } from './choices/choices.ts'
import { anything, common, one, words } from './rules.ts'
import type { TypeRow } from './type.ts'
import { coded, isWordList, offerOf, type Verify } from './verify.ts'

export const ranking: TypeRow = {
  title: 'Classement',
  help: 'Mettre dans l’ordre de préférence.',
  part: 'Choisir',
  noun: 'classement',
  holds: 'choices',
  properties: {
    ...common,
    choices: anything,
    choicesFromParameter: words,
    choicesFromQuestion: words,
    choicesFromQuestionMode: one('selected'),
  },
  problems: choiceProblems,
  blank: { choices: twoChoices },
  kind: 'ranking',
  verify: wholeOrder,
  objection: (before, after) =>
    before.choices.length === after.choices.length
      ? null
      : {
          code: 'ranking',
          message:
            'Un classement ne gagne pas de choix\u202f: les rangs ne se compareraient plus. Donner un nouveau code à la question.',
        },
  seconds: 15,
  paper: 'ranking',
  invent: (_, offered, random) => shuffled(offered, random),
  convert: (base, _, { offering }) => ({ ...base, choices: offering().choices }),
}

function wholeOrder(element: DefinitionElement): Verify {
  const offer = offerOf(element)
  return coded((value, scope) => {
    if (!isWordList(value)) return 'type'
    const offered = offer(scope)
    const isWhole = value.length === offered.size && new Set(value).size === value.length
    return isWhole && value.every((choice) => offered.has(choice)) ? null : 'order'
  })
}
