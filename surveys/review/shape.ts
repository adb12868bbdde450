/** What a draft still lacks to be a questionnaire at all: its head, its words in French, the shape of its indicators. */
import { levelSaid } from '../authority/levels.ts'
import { type Choice, elementsIn, frenchOf, type LocatedElement, listOf, pathOf } from '../questionnaire/elements.ts'
import { Questionnaire } from '../questionnaire/questionnaire.ts'
import { isAsked, rowOf } from '../types/catalogue.ts'
import type { Issue } from './issue.ts'

export function shapeIssues(questionnaire: Questionnaire): Issue[] {
  return [...headIssues(questionnaire), ...schemaIssues(questionnaire), ...wordIssues(questionnaire)]
}

const error = (path: string, code: string, message: string): Issue => ({ level: 'error', path, code, message })

function headIssues({ title, summary, audienceText }: Questionnaire): Issue[] {
  const heads = [
    ['Le titre du questionnaire', title],
    ['Le résumé sous le titre', summary],
    ['La phrase qui dit à qui il s’adresse', audienceText],
  ] as const
  return heads
    .filter(([, text]) => frenchOf(text).trim() === '')
    .map(([name]) => error('', 'head-empty', `${name} est vide\u202f: l’écrire en français.`))
}

/** Where the schema refuses, in words; texts and the definition have their own rules elsewhere. */
const schemaWords: Record<string, { path: string; message(at: number): string }> = {
  slug: {
    path: '',
    message: () => 'Le code du questionnaire s’écrit en minuscules, sans accent ni espace\u202f: le corriger.',
  },
  minutes: { path: '', message: () => 'La durée annoncée est un nombre entier de 1 à 30 minutes\u202f: la corriger.' },
  audience: { path: '', message: () => 'Le public du questionnaire n’est pas choisi\u202f: le choisir.' },
  unit: {
    path: '',
    message: () => 'Ce que compte une fiche (foyer, personne, association…) n’est pas choisi\u202f: le choisir.',
  },
  indicators: {
    path: 'indicators',
    message: (at) =>
      `L’indicateur n°\u00a0${at + 1} est incomplet\u202f: revoir son code, ${levelSaid('its', 'objective')} et sa mesure.`,
  },
  parameters: {
    path: '',
    message: (at) => `Le paramètre n°\u00a0${at + 1} est incomplet\u202f: revoir son nom et sa valeur provisoire.`,
  },
  assigned: {
    path: '',
    message: (at) => `La valeur tirée au sort n°\u00a0${at + 1} est incomplète\u202f: revoir son nom et ses valeurs.`,
  },
  definition: { path: '', message: () => 'Le questionnaire doit contenir des pages\u202f: en ajouter une.' },
}

function schemaIssues(questionnaire: Questionnaire): Issue[] {
  const { success, error: refused } = Questionnaire.safeParse(questionnaire)
  if (success) return []
  const found = refused.issues.map(({ path: [part, at] }) => {
    const words = Object.hasOwn(schemaWords, String(part)) ? schemaWords[String(part)] : undefined
    return words && error(words.path, 'shape', words.message(typeof at === 'number' ? at : 0))
  })
  return found.filter((issue) => issue !== undefined)
}

/** Questions and answers that nobody could read. */
function wordIssues({ definition }: Questionnaire): Issue[] {
  return elementsIn(definition).flatMap((place) => [...titleIssue(place), ...choiceIssues(place)])
}

const isBlank = (text: unknown) => frenchOf(text).trim() === ''

function titleIssue(place: LocatedElement): Issue[] {
  const { element } = place
  const path = pathOf(place)
  const asks = isAsked(element)
  const missing = asks ? 'Cette question n’a pas encore d’énoncé' : 'Ce texte d’information n’a pas encore de titre'
  return [
    ...(isBlank(element.title) ? [error(path, 'title-empty', `${missing}\u202f: l’écrire.`)] : []),
    ...(!asks && isBlank(element.description)
      ? [error(path, 'text-empty', 'Ce texte d’information n’a qu’un titre\u202f: écrire ses phrases, ou le retirer.')]
      : []),
  ]
}

function choiceIssues(place: LocatedElement): Issue[] {
  const { choices, rows, columns } = place.element
  const lists = [
    ['réponses proposées', choices],
    ...(rowOf(place.element)?.holds === 'grid'
      ? ([
          ['lignes', rows],
          ['colonnes', columns],
        ] as const)
      : []),
  ] as const
  return lists.flatMap(([name, list]) => {
    const empty = listOf<Choice>(list).filter(({ text }) => isBlank(text)).length
    return empty === 0
      ? []
      : [
          error(
            pathOf(place),
            'choice-empty',
            `Il manque le texte de ${empty} des ${name}\u202f: l’écrire, ou retirer ce qui ne sert pas.`,
          ),
        ]
  })
}
