/** Imports a SurveyJS file: takes along what the language allows, and notes each thing lost. */
import { isObject, listOf } from '../questionnaire/elements.ts'
import type { Definition, DefinitionPage } from '../questionnaire/questionnaire.ts'
import { sizeIssue } from '../review/size.ts'
import { caps } from '../types/rules.ts'
import { conditionFrom } from './conditions.ts'
import { nameFrom, noNames } from './names.ts'
import { ImportError, notesOf } from './notes.ts'
import { elementsFrom, type Import, withConditions } from './questions.ts'
import { textFrom } from './texts.ts'

export { ImportError } from './notes.ts'

/**
 * Pure: the file may hold anything.
 *
 * @param json a SurveyJS definition, or its text
 * @returns a definition to go on from (the review says what it still needs) and what was left out, in French
 * @throws ImportError when nothing can be made of it; each reason says what to do
 */
export function importSurvey(json: unknown): { definition: Definition; notes: string[] } {
  const file = opened(json)
  const notes = notesOf()
  const language = typeof file.locale === 'string' && file.locale !== '' ? file.locale : 'fr'
  const task: Import = { names: noNames(), notes, language, refused: [] }
  const pages = pagesIn(file).slice(0, caps.pages)
  if (pagesIn(file).length > caps.pages) notes.say(`Plus de ${caps.pages} pages\u202f: les suivantes sont laissées.`)
  const pageNames = noNames()
  const made = pages.map((page) => {
    const title = textFrom(page.title, language, '', notes)
    const description = textFrom(page.description, language, '', notes)
    return {
      name: nameFrom(page.name, 'page', pageNames),
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      visibleIf: page.visibleIf,
      elements: elementsFrom(page.elements ?? page.questions, task),
    }
  })
  if (task.refused.length > 0) throw new ImportError(task.refused.slice(0, 20))
  const filled = made.filter(({ elements }) => elements.length > 0)
  if (filled.length === 0)
    throw new ImportError([
      'Aucune question de ce fichier ne peut être reprise. Vérifier que c’est bien un questionnaire SurveyJS, ou partir d’un questionnaire vide.',
    ])
  noteWhole(file, task)
  const definition = {
    pages: filled.map(({ visibleIf, ...page }): DefinitionPage => {
      const shown = conditionFrom(visibleIf, page.name, task.names, notes)
      return {
        ...page,
        ...(shown === undefined ? {} : { visibleIf: shown }),
        elements: withConditions(page.elements, task),
      }
    }),
  }
  return { definition, notes: notes.list() }
}

function opened(json: unknown): Record<string, unknown> {
  const value = typeof json === 'string' ? parsed(json) : json
  if (!isObject(value))
    throw new ImportError([
      'Ce fichier n’est pas un questionnaire SurveyJS. Dans l’éditeur d’origine, choisir «\u202fexporter en JSON\u202f», puis recommencer.',
    ])
  const tooMuch = sizeIssue(value)
  if (tooMuch) throw new ImportError([tooMuch.message])
  return value
}

function parsed(text: string): unknown {
  if (/^\s*</.test(text))
    throw new ImportError([
      'Ce fichier vient d’un autre outil (LimeSurvey, page web…). Seuls les questionnaires SurveyJS, en JSON, se reprennent.',
    ])
  try {
    return JSON.parse(text)
  } catch {
    throw new ImportError([
      'Ce texte n’est pas du JSON complet. Le copier en entier, de la première à la dernière accolade.',
    ])
  }
}

/** Old files have their questions at the top level. */
function pagesIn(file: Record<string, unknown>): Record<string, unknown>[] {
  const pages = listOf<Record<string, unknown>>(file.pages)
  const loose = listOf(file.elements ?? file.questions)
  return loose.length > 0 ? [...pages, { name: 'page', elements: loose }] : pages
}

/** Settings of the whole that the product sets in its own way. */
const known: readonly (readonly [RegExp, string])[] = [
  [
    /^(completed|loading|navigateTo|completedBefore)/,
    'Page de fin et renvoi vers un site laissés\u202f: la fin est la même pour tous les questionnaires.',
  ],
  [/^(triggers|calculatedValues)$/, 'Automatismes et calculs laissés.'],
  [
    /^(logo|backgroundImage|theme|cssVariables|widthMode|width$)/,
    'Mise en page laissée\u202f: l’apparence est celle du site.',
  ],
  [/^(cookieName|sendResultOnPageNext|surveyPostId|surveyId|clientId)$/, 'Enregistrement par un autre service laissé.'],
  [
    /^(maxTimeToFinish|maxTimeToFinishPage|timeLimit|showTimer)/,
    'Chronomètre laissé\u202f: chacun répond à son rythme.',
  ],
  [
    /^(title|description)$/,
    'Le titre et la description du fichier ne sont pas repris\u202f: ceux de ce questionnaire sont à écrire.',
  ],
]

function noteWhole(file: Record<string, unknown>, { notes }: Import): void {
  for (const property of Object.keys(file)) {
    const words = known.find(([pattern]) => pattern.test(property))
    if (words) notes.say(words[1])
  }
}
