/** What changed in one page or question, its texts aside: kind, answers offered, conditions, settings. */

import { levelHeading } from '../authority/levels.ts'
import { sentenceOfCondition } from '../conditions/words.ts'
import { dayInWords, isDay } from '../questionnaire/calendar.ts'
import { type Choice, elementsIn, isObject, labelled, listOf, pathOf } from '../questionnaire/elements.ts'
import type { DefinitionElement, Questionnaire } from '../questionnaire/questionnaire.ts'
import { rowOf, typeOf } from '../types/catalogue.ts'
import type { Change, Spot } from './change.ts'

/** Settings worth a sentence, with their names; what is not here is an arrangement nobody has to approve. */
const settings: Record<string, string> = {
  isRequired: 'Obligatoire',
  get objectives() {
    return `${levelHeading('objective', 2)} du plan`
  },
  sensitivity: 'Sensible',
  legalBasis: 'Base légale',
  role: 'Rôle dans l’analyse',
  optionalPart: 'Partie facultative',
  essential: 'Essentielle',
  min: 'Plus petit nombre',
  max: 'Plus grand nombre',
  maxLength: 'Longueur du texte',
  maxSelectedChoices: 'Nombre de réponses au plus',
  rateMin: 'Plus petite note',
  rateMax: 'Plus grande note',
  minPanelCount: 'Fiches au moins',
  maxPanelCount: 'Fiches au plus',
  showOtherItem: 'Réponse «\u202fautre\u202f»',
  showNoneItem: 'Réponse «\u202faucun\u202f»',
  showRefuseItem: 'Réponse «\u202fpréfère ne pas répondre\u202f»',
  showDontKnowItem: 'Réponse «\u202fne sait pas\u202f»',
  choicesOrder: 'Ordre des réponses',
  choicesFromQuestion: 'Réponses reprises de la question',
  choicesFromParameter: 'Réponses venues du réglage',
}

const conditions: Record<string, string> = { visibleIf: 'Affichée si', requiredIf: 'Obligatoire si' }

/** @param before,after the questionnaires the spots belong to */
export function changesOfElement(was: Spot, spot: Spot, before: Questionnaire, after: Questionnaire): Change[] {
  const changes: Change[] = []
  const say = (change: Pick<Change, 'kind' | 'what' | 'sentence' | 'before' | 'after'>) =>
    changes.push({ path: spot.path, where: spot.name, ...change })
  const [old, now] = [was.element, spot.element]
  if (old.type !== now.type || typeOf(old) !== typeOf(now))
    say({
      kind: 'setting',
      what: 'changed',
      sentence: 'Type de question changé.',
      before: nounOf(old),
      after: nounOf(now),
    })
  for (const [list, word] of [
    ['choices', 'Réponse'],
    ['rows', 'Ligne'],
    ['columns', 'Colonne'],
    ['rateValues', 'Note'],
  ] as const)
    for (const change of changesOfList(listOf(old[list]), listOf(now[list]), word)) say(change)
  for (const [property, name] of Object.entries(conditions)) {
    // the question it reads may have been reworded: the change is listed there
    if ((old[property] ?? '') === (now[property] ?? '')) continue
    const [one, two] = [conditionIn(before, old[property], spot.path), conditionIn(after, now[property], spot.path)]
    const what = one === null ? 'added' : two === null ? 'removed' : 'changed'
    const done = { added: 'ajoutée', removed: 'retirée', changed: 'changée' }[what]
    say({
      kind: 'condition',
      what,
      sentence: `Condition ${done}\u202f: ${name.toLowerCase()}.`,
      before: one,
      after: two,
    })
  }
  const own = Object.entries({ ...rowOf(old)?.labels, ...rowOf(now)?.labels })
  const named = { ...settings, ...Object.fromEntries(own.map(([property, { label }]) => [property, label])) }
  for (const [property, name] of Object.entries(named)) {
    const [one, two] = [shown(old[property]), shown(now[property])]
    if (one !== two) say({ kind: 'setting', what: 'changed', sentence: `${name}.`, before: one, after: two })
  }
  return changes
}

const nounOf = (element: DefinitionElement) => rowOf(element)?.noun ?? String(element.type)

function changesOfList(
  old: Choice[],
  now: Choice[],
  word: string,
): Pick<Change, 'kind' | 'what' | 'sentence' | 'before' | 'after'>[] {
  const text = ({ value, text }: Choice) => labelled(String(value), text).text
  const [values, remaining] = [new Set(old.map(({ value }) => value)), new Set(now.map(({ value }) => value))]
  const both = (list: Choice[], other: ReadonlySet<unknown>) =>
    list.map(({ value }) => value).filter((value) => other.has(value))
  const isReordered = both(old, remaining).join('\n') !== both(now, values).join('\n')
  const list = (choices: Choice[]) => choices.map(text).join(' · ')
  return [
    ...now
      .filter(({ value }) => !values.has(value))
      .map((choice) => ({
        kind: 'choice' as const,
        what: 'added' as const,
        sentence: `${word} ajoutée.`,
        before: null,
        after: text(choice),
      })),
    ...old
      .filter(({ value }) => !remaining.has(value))
      .map((choice) => ({
        kind: 'choice' as const,
        what: 'removed' as const,
        sentence: `${word} retirée.`,
        before: text(choice),
        after: null,
      })),
    ...now
      .filter(({ value, picture }) => values.has(value) && picture !== old.find((was) => was.value === value)?.picture)
      .map((choice) => ({
        kind: 'choice' as const,
        what: 'changed' as const,
        sentence: choice.picture ? 'Image d’une réponse changée.' : 'Image d’une réponse retirée.',
        before: null,
        after: text(choice),
      })),
    ...(isReordered
      ? [
          {
            kind: 'choice' as const,
            what: 'moved' as const,
            sentence: `${word}s dans un autre ordre.`,
            before: list(old),
            after: list(now),
          },
        ]
      : []),
  ]
}

/** In words; as it is written when it cannot be read. */
function conditionIn(questionnaire: Questionnaire, expression: unknown, path: string): string | null {
  if (typeof expression !== 'string' || expression.trim() === '') return null
  const parent = elementsIn(questionnaire.definition).find((place) => pathOf(place) === path)?.parent ?? null
  return sentenceOfCondition(questionnaire, expression, parent) ?? expression
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null || value === '' || value === false || value === 'ordinary') return null
  if (value === true || value === 'sensitive') return 'oui'
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ')
  if (isDay(value)) return dayInWords(value, 'fr')
  return isObject(value) ? JSON.stringify(value) : String(value)
}
