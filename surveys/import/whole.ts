/** Imports a whole questionnaire of this product as it is; leaves out what has no place here, and notes it. */

import { levelHeading, levelSaid } from '../authority/levels.ts'
import { objectiveOf } from '../authority/plan.ts'
import { shapeProblems } from '../questionnaire/draft-shape.ts'
import { frenchOf, isObject, listOf } from '../questionnaire/elements.ts'
import { languages, Questionnaire } from '../questionnaire/questionnaire.ts'
import { sizeIssue } from '../review/size.ts'
import { ImportError, type Notes, notesOf, short } from './notes.ts'

/** A SurveyJS file has its pages at the top level; a questionnaire has them in its `definition`. */
export const isWhole = (json: unknown): json is Record<string, unknown> =>
  isObject(json) && isObject(json.definition) && Array.isArray(json.definition.pages)

/**
 * Pure: the file may hold anything.
 *
 * @param file a questionnaire of this product, from this site or another
 * @param blank what it is to be called here; gives the parts that the file lacks
 * @returns a draft to go on from (the review says what it still needs) and what was left out, in French
 * @throws ImportError when it cannot be a draft; each reason says what to do
 */
export function importWhole(
  file: Record<string, unknown>,
  blank: Questionnaire,
): { questionnaire: Questionnaire; notes: string[] } {
  const tooMuch = sizeIssue(file)
  if (tooMuch) throw new ImportError([tooMuch.message])
  const notes = notesOf()
  noteHead(file, blank, notes)
  const parts = Object.keys(partNames).map((part) => [part, partOf(part, file, blank, notes)])
  const questionnaire = {
    ...Object.fromEntries(parts),
    ...(Array.isArray(file.languages) ? { languages: file.languages } : {}),
    ...(Array.isArray(file.translatedFrom) ? { translatedFrom: file.translatedFrom } : {}),
    slug: blank.slug,
    version: 1,
    title: titleOf(file, blank, notes),
  }
  const problems = shapeProblems(questionnaire)
  if (problems.length > 0)
    throw new ImportError(
      problems.slice(0, 20).map(({ path, message }) => `Dans «\u202f${path.join(' › ')}\u202f»\u202f: ${message}`),
    )
  return { questionnaire, notes: notes.list() }
}

/** In the order a questionnaire is written. */
const partNames = {
  summary: 'résumé',
  audience: 'public',
  audienceText: 'à qui il s’adresse',
  minutes: 'durée annoncée',
  unit: 'ce que compte une fiche',
  notice: 'notice',
  parameters: 'paramètres',
  assigned: 'tirages au sort',
  definition: 'questions',
  indicators: 'indicateurs',
}

function noteHead({ slug, version, ...others }: Record<string, unknown>, blank: Questionnaire, notes: Notes): void {
  if (typeof slug === 'string' && slug !== blank.slug)
    notes.say(`Son code était «\u202f${short(slug)}\u202f»\u202f; ici, c’est «\u202f${blank.slug}\u202f».`)
  if (typeof version === 'number' && version > 1)
    notes.say(`Le fichier porte la version ${version}\u202f; ici, le brouillon repart de la version 1.`)
  for (const name of Object.keys(others)) if (!Object.hasOwn(Questionnaire.shape, name)) notes.say(unknownPart, name)
  const missing = Object.entries(partNames).filter(([part]) => !Object.hasOwn(others, part))
  for (const [, name] of missing) notes.say('Parties absentes du fichier, à écrire ici', name)
}

const unknownPart = 'Ce qui n’est pas une partie d’un questionnaire est laissé'

/** Its translations go with the title of the file, and with no other. */
function titleOf({ title }: Record<string, unknown>, blank: Questionnaire, notes: Notes): unknown {
  if (frenchOf(title) === blank.title) return inOurLanguages(title, notes)
  if (isObject(title)) notes.say('Le titre n’est pas celui du fichier\u202f: ses traductions sont à écrire.')
  return blank.title
}

function partOf(part: string, file: Record<string, unknown>, blank: Questionnaire, notes: Notes): unknown {
  if (!Object.hasOwn(file, part)) return blank[part as keyof Questionnaire]
  const given = inOurLanguages(file[part], notes)
  if (part === 'definition') return withKnownObjectives(given, notes)
  return part === 'indicators' ? underKnownObjectives(given, notes) : given
}

/** Every text at any depth, without the languages that nobody reads here. */
function inOurLanguages(value: unknown, notes: Notes): unknown {
  if (Array.isArray(value)) return value.map((item) => inOurLanguages(item, notes))
  if (!isObject(value)) return value
  const isText = typeof value.default === 'string'
  const entries = Object.entries(value).filter(([key, text]) => {
    const isForeign = isText && typeof text === 'string' && key !== 'default' && !languageKeys.has(key)
    if (isForeign) notes.say('Langue qui n’est pas proposée ici, laissée', key)
    return !isForeign
  })
  return Object.fromEntries(entries.map(([key, item]) => [key, inOurLanguages(item, notes)]))
}

const languageKeys: ReadonlySet<string> = new Set(languages)
const isKnown = (number: unknown) => typeof number === 'number' && objectiveOf(number) !== null

function withKnownObjectives(value: unknown, notes: Notes): unknown {
  if (Array.isArray(value)) return value.map((item) => withKnownObjectives(item, notes))
  if (!isObject(value)) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withKnownObjectives(item, notes)]))
  if (!Array.isArray(copy.objectives) || copy.objectives.every(isKnown)) return copy
  notes.say(
    `${levelHeading('objective', 2)} hors du plan : numéros laissés`,
    frenchOf(copy.title) || String(copy.name ?? ''),
  )
  return { ...copy, objectives: copy.objectives.filter(isKnown) }
}

function underKnownObjectives(value: unknown, notes: Notes): unknown {
  if (!Array.isArray(value)) return value
  return listOf<Record<string, unknown>>(value).filter((indicator) => {
    const isOfPlan = isKnown(indicator.objective)
    if (!isOfPlan)
      notes.say(`Indicateurs sous ${levelSaid('a', 'objective')} hors du plan, laissés`, String(indicator.title ?? ''))
    return isOfPlan
  })
}
