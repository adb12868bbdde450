/** The language questionnaires are written in: the types, properties and sizes that exist. All else is refused. */
import { isObject, listOf, placesOf, special } from '../questionnaire/elements.ts'
import { ratingSteps } from '../questionnaire/fields.ts'
import type { DefinitionElement, Questionnaire } from '../questionnaire/questionnaire.ts'
import { carried, namesApart } from './language-links.ts'
import type { LanguageProblem, Say } from './language-problem.ts'
import {
  caps,
  isName,
  isValue,
  pageProperties,
  properties,
  type Rule,
  rootProperties,
  text,
  whole,
} from './language-rules.ts'

/** @returns what is outside the language, conditions aside (compile() reads those) */
export function languageProblems(questionnaire: Questionnaire): LanguageProblem[] {
  const problems: LanguageProblem[] = []
  const say = (path: string, code: string, message: string) => problems.push({ path, code, message })
  const { definition } = questionnaire
  if (!isObject(definition)) return [{ path: '', code: 'shape', message: 'Le questionnaire doit contenir des pages.' }]
  if (JSON.stringify(definition).length > caps.bytes)
    return [{ path: '', code: 'size', message: 'Le questionnaire est trop long\u202f: il faut le partager en deux.' }]

  known(definition, rootProperties, '', say)
  const pages = listOf<DefinitionElement>(definition.pages)
  if (pages.length === 0 || pages.length > caps.pages || pages.length !== definition.pages.length)
    say('', 'pages', `Le questionnaire doit compter de 1 à ${caps.pages} pages.`)
  const pageNames = new Set<string>()
  for (const page of pages) {
    if (!isName(page.name) || pageNames.has(page.name))
      say(
        String(page.name),
        'name',
        'Chaque page a un nom à elle, en minuscules\u202f: lettres, chiffres et «\u202f_\u202f».',
      )
    pageNames.add(page.name)
    known(page, pageProperties, page.name, say)
    elementsWithin(page.elements, page.name, 0, false, say)
  }
  const places = placesOf(definition)
  if (places.length > caps.questions)
    say('', 'questions', `Le questionnaire compte plus de ${caps.questions} questions.`)
  namesApart(questionnaire, places, say)
  for (const place of places) carried(place, places, say)
  return problems
}

function elementsWithin(elements: unknown, path: string, depth: number, repeated: boolean, say: Say) {
  const list = listOf<DefinitionElement>(elements)
  if (!Array.isArray(elements) || list.length === 0 || list.length !== elements.length)
    say(path, 'elements', 'Cette page ou ce groupe ne contient aucune question\u202f: en ajouter une ou le supprimer.')
  if (depth > caps.depth)
    return say(path, 'depth', `Les groupes de questions s’emboîtent trop\u202f: ${caps.depth} niveaux au plus.`)
  for (const element of list) {
    const name = String(element.name)
    const rules = Object.hasOwn(properties, element.type) ? properties[element.type] : undefined
    if (rules === undefined) {
      say(
        name,
        'type',
        `Le type de question «\u202f${String(element.type)}\u202f» n’existe pas ici\u202f: en choisir un autre.`,
      )
      continue
    }
    if (!isName(element.name))
      say(name, 'name', 'Le code d’une question s’écrit en minuscules\u202f: lettres, chiffres et «\u202f_\u202f».')
    known(element, rules, name, say)
    sizes(element, name, say)
    if (element.type === 'panel') elementsWithin(element.elements, name, depth + 1, repeated, say)
    if (element.type === 'paneldynamic') {
      if (repeated) say(name, 'nested', 'Une fiche répétée ne peut pas en contenir une autre.')
      else elementsWithin(element.templateElements, name, depth + 1, true, say)
    }
  }
}

function known(holder: Record<string, unknown>, rules: Record<string, Rule>, path: string, say: Say) {
  for (const [property, value] of Object.entries(holder)) {
    if (!Object.hasOwn(rules, property))
      say(path, 'property', `La propriété «\u202f${property}\u202f» n’est pas admise ici\u202f: la retirer.`)
    else if (!rules[property]!(value))
      say(path, 'value', `La propriété «\u202f${property}\u202f» a une valeur qui n’est pas admise.`)
  }
}

function sizes(element: DefinitionElement, path: string, say: Say) {
  if (element.isRequired === true && element.requiredIf !== undefined)
    say(path, 'required', 'Une question est obligatoire toujours, ou sous condition\u202f: garder un seul des deux.')
  if (element.type === 'text' && element.inputType === 'number') {
    if (typeof element.min !== 'number' || typeof element.max !== 'number' || element.min > element.max)
      say(path, 'bounds', 'Une question à nombre dit le plus petit et le plus grand nombre admis.')
  } else if (element.type === 'text' && (element.min !== undefined || element.max !== undefined)) {
    say(path, 'bounds', 'Seule une question à nombre a un plus petit et un plus grand nombre.')
  }
  if (['radiogroup', 'dropdown', 'checkbox', 'ranking'].includes(element.type)) {
    const carries = element.choicesFromQuestion !== undefined
    if (carries && (element.choices !== undefined || element.choicesFromQuestionMode !== 'selected'))
      say(path, 'choices', 'Une question qui reprend les réponses cochées avant n’a pas d’autres choix à elle.')
    if (!carries) offers(element.choices, caps.choices, path, say)
    const clash = listOf<{ value: unknown }>(element.choices).some(
      ({ value }) =>
        value === special.other || (element.type === 'checkbox' && Object.values<unknown>(special).includes(value)),
    )
    if (clash)
      say(
        path,
        'special',
        'Les réponses «\u202fautre, aucun, je préfère ne pas répondre, je ne sais pas\u202f» s’ajoutent par leur réglage, pas comme des choix.',
      )
  }
  if (element.type === 'matrix') {
    offers(element.rows, caps.rows, path, say)
    offers(element.columns, caps.columns, path, say)
  }
  if (element.type === 'rating') rates(element, path, say)
  if (element.type === 'paneldynamic') {
    const { minPanelCount = 0, maxPanelCount, panelCount = 0 } = element as Record<string, unknown>
    if (
      typeof maxPanelCount !== 'number' ||
      (minPanelCount as number) > maxPanelCount ||
      (panelCount as number) > maxPanelCount
    )
      say(path, 'panels', `Une fiche répétée dit combien de fois elle peut l’être\u202f: ${caps.panelRows} au plus.`)
  }
}

function offers(list: unknown, max: number, path: string, say: Say) {
  const choices = Array.isArray(list) ? list : []
  const values = choices.map((choice: unknown) => (isObject(choice) ? choice.value : undefined))
  if (choices.length === 0 || choices.length > max) say(path, 'choices', `Il faut de 1 à ${max} réponses proposées.`)
  // survey-core compares codes made of digits as numbers: 01 and 1 would be one answer
  const codes = values.map((value) => (/^\d+$/.test(String(value)) ? Number(value) : value))
  if (!values.every(isValue) || new Set(codes).size !== codes.length)
    say(
      path,
      'choices',
      'Chaque réponse proposée a un code à elle, en minuscules\u202f: lettres, chiffres et «\u202f_\u202f».',
    )
  const texts = choices.every(
    (choice: unknown) =>
      isObject(choice) && text(choice.text) && Object.keys(choice).every((key) => key === 'value' || key === 'text'),
  )
  if (!texts) say(path, 'choices', 'Chaque réponse proposée a un code et un texte, rien d’autre.')
}

function rates(element: DefinitionElement, path: string, say: Say) {
  if (element.rateValues !== undefined) {
    const values = Array.isArray(element.rateValues) ? element.rateValues : []
    const isRate = (rate: unknown) =>
      whole(0, 10)(rate) ||
      (isObject(rate) && whole(0, 10)(rate.value) && text(rate.text) && Object.keys(rate).length === 2)
    if (values.length < 2 || !values.every(isRate) || new Set(ratingSteps(element)).size !== values.length)
      say(path, 'rates', 'Une échelle compte au moins deux notes, des nombres entiers de 0 à 10.')
  } else if (ratingSteps(element).length < 2) {
    say(path, 'rates', 'La plus grande note dépasse la plus petite.')
  }
}
