/** What the types that offer answers of their own share: the rules of their list, and two answers to begin with. */
import { type Choice, isObject, listOf, special } from '../../questionnaire/elements.ts'
import type { DefinitionElement } from '../../questionnaire/questionnaire.ts'
import type { Convert } from '../convert.ts'
import { caps, isValue, text } from '../rules.ts'

type Say = (code: string, message: string) => void

export const twoChoices = [1, 2].map((at) => ({ value: `reponse_${at}`, text: '' }))

/** Types whose answers may have a picture each. */
export const mayShowPictures = ({ type }: Pick<DefinitionElement, 'type'>) =>
  type === 'radiogroup' || type === 'checkbox'

/** Names a picture of the staff (SHA-256 of its file, in hex), not a pictogram of ours. */
export const isUploaded = (picture: string) => /^[0-9a-f]{64}$/.test(picture)
const isPicture = (value: unknown) =>
  typeof value === 'string' && (isUploaded(value) || /^[a-z]+(-[a-z]+)*$/.test(value))

/** Every picture that answers have. */
export const picturesIn = (choices: readonly Choice[]): string[] =>
  choices.flatMap(({ picture }) => (typeof picture === 'string' && picture !== '' ? [picture] : []))

/** @param aside values that only its settings may add */
export function choiceProblems(element: DefinitionElement, say: Say, aside: readonly unknown[] = [special.other]) {
  const carries = element.choicesFromQuestion !== undefined
  if (carries && (element.choices !== undefined || element.choicesFromQuestionMode !== 'selected'))
    say('choices', 'Une question qui reprend les réponses cochées avant n’a pas d’autres choix à elle.')
  if (carries && element.choicesOrder === 'random')
    say('choices', 'Une question qui reprend les réponses cochées avant garde leur ordre.')
  if (!carries) listProblems(element.choices, caps.choices, say, mayShowPictures(element) ? ['picture'] : [])
  const choices = listOf<Choice>(element.choices)
  if (
    choices.some(({ picture }) => picture !== undefined) &&
    !(element.choicesFromParameter === undefined && choices.every(({ picture }) => isPicture(picture)))
  )
    say('picture', 'Dans un choix en images, chaque réponse a son image\u202f: en choisir une, ou les retirer toutes.')
  if (choices.some(({ value }) => aside.includes(value)))
    say(
      'special',
      'Les réponses «\u202fautre, aucun, je préfère ne pas répondre, je ne sais pas\u202f» s’ajoutent par leur réglage, pas comme des choix.',
    )
}

export function listProblems(list: unknown, max: number, say: Say, more: readonly string[] = []) {
  const keys = ['value', 'text', ...more]
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
      isObject(choice) && text(choice.text) && Object.keys(choice).every((key) => keys.includes(key)),
  )
  if (!texts) say('choices', 'Chaque réponse proposée a un code et un texte, rien d’autre.')
}

export const convertChoices: Convert = (base, _, { offering }) => ({ ...base, ...offering() })
