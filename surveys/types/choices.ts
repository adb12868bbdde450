/** What the types that offer answers of their own share: the rules of their list, and two answers to begin with. */
import { isObject, listOf, special } from '../questionnaire/elements.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'
import type { Convert } from './convert.ts'
import { caps, isValue, text } from './rules.ts'

type Say = (code: string, message: string) => void

export const twoChoices = [1, 2].map((at) => ({ value: `reponse_${at}`, text: '' }))

/** @param aside values that only its settings may add */
export function choiceProblems(element: DefinitionElement, say: Say, aside: readonly unknown[] = [special.other]) {
  const carries = element.choicesFromQuestion !== undefined
  if (carries && (element.choices !== undefined || element.choicesFromQuestionMode !== 'selected'))
    say('choices', 'Une question qui reprend les réponses cochées avant n’a pas d’autres choix à elle.')
  if (carries && element.choicesOrder === 'random')
    say('choices', 'Une question qui reprend les réponses cochées avant garde leur ordre.')
  if (!carries) listProblems(element.choices, caps.choices, say)
  if (listOf<{ value: unknown }>(element.choices).some(({ value }) => aside.includes(value)))
    say(
      'special',
      'Les réponses «\u202fautre, aucun, je préfère ne pas répondre, je ne sais pas\u202f» s’ajoutent par leur réglage, pas comme des choix.',
    )
}

export function listProblems(list: unknown, max: number, say: Say) {
  const choices = Array.isArray(list) ? list : []
  const values = choices.map((choice: unknown) => (isObject(choice) ? choice.value : undefined))
  if (choices.length === 0 || choices.length > max) say('choices', `Il faut de 1 à ${max} réponses proposées.`)
  // survey-core compares codes made of digits as numbers: 01 and 1 would be one answer
  const codes = values.map((value) => (/^\d+$/.test(String(value)) ? Number(value) : value))
  if (!values.every(isValue) || new Set(codes).size !== codes.length)
    say(
      'choices',
      'Chaque réponse proposée a un code à elle, en minuscules\u202f: lettres, chiffres et «\u202f_\u202f».',
    )
  const texts = choices.every(
    (choice: unknown) =>
      isObject(choice) && text(choice.text) && Object.keys(choice).every((key) => key === 'value' || key === 'text'),
  )
  if (!texts) say('choices', 'Chaque réponse proposée a un code et un texte, rien d’autre.')
}

export const convertChoices: Convert = (base, _, { offering }) => ({ ...base, ...offering() })
