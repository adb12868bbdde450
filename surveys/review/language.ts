/** The language questionnaires are written in: the properties and sizes that exist beside those of each type. All else is refused. */
import { elementsIn, isObject, listOf } from '../questionnaire/elements.ts'
import type { DefinitionElement, Questionnaire } from '../questionnaire/questionnaire.ts'
import { rowOf } from '../types/catalogue.ts'
import { anything, caps, flag, isName, type Rules, text, words } from '../types/rules.ts'
import { carried, essential, namesApart } from './language-links.ts'
import type { LanguageProblem, Say } from './language-problem.ts'

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
    const path = String(page.name)
    if (!isName(page.name) || pageNames.has(page.name))
      say(path, 'name', 'Chaque page a un nom à elle, en minuscules\u202f: lettres, chiffres et «\u202f_\u202f».')
    pageNames.add(page.name)
    known(page, pageProperties, path, say)
    elementsWithin(page.elements, path, 0, false, say)
  }
  const places = elementsIn(definition)
  if (places.length > caps.questions)
    say('', 'questions', `Le questionnaire compte plus de ${caps.questions} questions.`)
  namesApart(questionnaire, places, say)
  for (const place of places) {
    carried(place, places, say)
    essential(place, places, say)
  }
  return problems
}

const pageProperties: Rules = {
  name: anything,
  title: text,
  description: text,
  visibleIf: words,
  elements: anything,
  optionalPart: flag,
  essential: flag,
}
const rootProperties: Rules = {
  title: text,
  description: text,
  pages: anything,
  completeText: text,
}

function elementsWithin(elements: unknown, path: string, depth: number, repeated: boolean, say: Say) {
  const list = listOf<DefinitionElement>(elements)
  if (!Array.isArray(elements) || list.length === 0 || list.length !== elements.length)
    say(path, 'elements', 'Cette page ou ce groupe ne contient aucune question\u202f: en ajouter une ou le supprimer.')
  if (depth > caps.depth)
    return say(path, 'depth', `Les groupes de questions s’emboîtent trop\u202f: ${caps.depth} niveaux au plus.`)
  for (const element of list) {
    const name = String(element.name)
    const row = rowOf(element)
    if (row === null) {
      say(
        name,
        'type',
        `Le type de question «\u202f${String(element.type)}\u202f» n’existe pas ici\u202f: en choisir un autre.`,
      )
      continue
    }
    if (!isName(element.name))
      say(name, 'name', 'Le code d’une question s’écrit en minuscules\u202f: lettres, chiffres et «\u202f_\u202f».')
    known(element, row.properties, name, say)
    if (element.isRequired === true && element.requiredIf !== undefined)
      say(name, 'required', 'Une question est obligatoire toujours, ou sous condition\u202f: garder un seul des deux.')
    row.problems?.(element, (code, message) => say(name, code, message))
    if (row.holds === 'group') elementsWithin(element.elements, name, depth + 1, repeated, say)
    if (row.holds === 'rows') {
      if (repeated) say(name, 'nested', 'Une fiche répétée ne peut pas en contenir une autre.')
      else elementsWithin(element.templateElements, name, depth + 1, true, say)
    }
  }
}

function known(holder: Record<string, unknown>, rules: Rules, path: string, say: Say) {
  for (const [property, value] of Object.entries(holder)) {
    if (!Object.hasOwn(rules, property))
      say(path, 'property', `La propriété «\u202f${property}\u202f» n’est pas admise ici\u202f: la retirer.`)
    else if (!rules[property]!(value))
      say(path, 'value', `La propriété «\u202f${property}\u202f» a une valeur qui n’est pas admise.`)
  }
}
