/** What a second reader would notice: questions that lead to no result, texts left in another language, conditions wider than they look. */
import { inRow } from '../conditions/expression.ts'
import { trueUnasked } from '../conditions/reach.ts'
import { sentenceOfCondition, shortened } from '../conditions/words.ts'
import { writeCondition } from '../edit/condition-form.ts'
import { offeredLanguages } from '../edit/head.ts'
import { isToCheck, textsOf } from '../edit/texts.ts'
import { type Language, languageRows, translated } from '../languages.ts'
import { elementsIn, frenchOf, isObject, listOf, pathOf } from '../questionnaire/elements.ts'
import { fieldsOf } from '../questionnaire/fields.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Issue } from './issue.ts'

const advice = (path: string, code: string, message: string): Issue => ({ level: 'advice', path, code, message })
const quoted = (words: string) => `«\u202f${words}\u202f»`

/** Fields that serve an objective, when no indicator reads them or compares by them and no condition leads people by them. */
export function indicatorTells(questionnaire: Questionnaire): Issue[] {
  const read = new Set(
    questionnaire.indicators.flatMap(({ field, beside = [], breakdowns }) => [field, ...beside, ...breakdowns]),
  )
  const conditions = elementsIn(questionnaire.definition)
    .flatMap(({ page, containers, element }) => [page, ...containers, element])
    .flatMap(({ visibleIf, requiredIf }) => [visibleIf, requiredIf])
    .join(' ')
  const leads = (question: string, parent: string | null) =>
    conditions.includes(`{${parent === null ? '' : inRow}${question}}`)
  const titles = fieldsOf(questionnaire.definition, questionnaire.assigned)
    .filter(
      ({ path, question, parent, kind, semantic, objectives }) =>
        kind !== 'panel' && semantic === null && objectives.length > 0 && !read.has(path) && !leads(question, parent),
    )
    .map(({ title, path }) => quoted(shortened(title || path, 50)))
  if (titles.length === 0) return []
  const [what, verb] =
    titles.length > 1 ? [`${titles.length} questions n’ont`, 'donneront'] : ['Une question n’a', 'donnera']
  return [
    advice(
      'indicators',
      'no-indicator',
      `${what} pas d’indicateur et ne ${verb} aucun résultat\u202f: ${titles.slice(0, 4).join(', ')}${titles.length > 4 ? '…' : ''}. En ajouter un par question, ou garder la question pour comparer les autres.`,
    ),
  ]
}

/** Translations whose French has changed since, in the languages people are offered. */
export function translationTells(questionnaire: Questionnaire): Issue[] {
  const rows = textsOf(questionnaire)
  return translated
    .filter((language) => offeredLanguages(questionnaire).includes(language))
    .flatMap((language) => {
      const waiting = rows.filter((row) => isToCheck(row, language))
      if (waiting.length === 0) return []
      const [what, them] =
        waiting.length > 1
          ? [`${waiting.length} textes en ${languageRows[language].french} traduisent`, 'les']
          : [`Un texte en ${languageRows[language].french} traduit`, 'le']
      return [
        advice(
          waiting[0]!.path,
          `language-check-${language}`,
          `${what} un français qui a changé depuis\u202f: ${them} relire dans «\u202fLangues\u202f».`,
        ),
      ]
    })
}

/** Scales of which a number at one end means whatever each person thinks. */
export function scaleTells({ definition }: Questionnaire): Issue[] {
  return elementsIn(definition).flatMap((place) => {
    const { type, rateValues, minRateDescription, maxRateDescription } = place.element
    if (type !== 'rating') return []
    const values = listOf<unknown>(rateValues)
    const isSaid = (end: unknown, description: unknown) =>
      frenchOf(description).trim() !== '' || (isObject(end) && frenchOf(end.text).trim() !== '')
    const ends = [
      ...(isSaid(values[0], minRateDescription) ? [] : ['la plus petite note']),
      ...(isSaid(values.at(-1), maxRateDescription) ? [] : ['la plus grande note']),
    ]
    if (ends.length === 0) return []
    return [
      advice(
        pathOf(place),
        'scale-ends',
        `L’échelle ne dit pas le sens de ${ends.length > 1 ? 'ses deux bouts' : ends[0]}\u202f: chacun la lirait à sa façon. ${ends.length > 1 ? 'Les écrire' : 'L’écrire'} dans les réglages de la question.`,
      ),
    ]
  })
}

/** Fewer words may be a name, the same everywhere. */
const leastWords = 3
const scriptOf = (language: Language) => new RegExp(`\\p{Script=${languageRows[language].script}}`, 'u')

/** The same words in two languages, or letters that a language is not written in; simplified French may keep French words. */
export function textTells(questionnaire: Questionnaire): Issue[] {
  return textsOf(questionnaire).flatMap(({ path, label, texts }) => {
    const long = (language: Language) => texts[language].trim().split(/\s+/).length >= leastWords
    const name = `${label}, ${quoted(shortened(texts.fr, 50))}`
    return translated.filter(long).flatMap((language, at) => {
      const { french } = languageRows[language]
      const words = texts[language].trim()
      if (!scriptOf(language).test(words) && /\p{L}/u.test(words))
        return [
          advice(
            path,
            `script-${language}`,
            `${name}\u202f: le texte en ${french} n’est pas écrit dans cette langue. Le traduire.`,
          ),
        ]
      const same = (['fr', ...translated.slice(0, at)] as Language[]).find(
        (other) => texts[other].trim() === words && languageRows[other].tag !== languageRows[language].tag,
      )
      return same
        ? [
            advice(
              path,
              `same-${language}`,
              `${name}\u202f: le même texte en ${languageRows[same].french} et en ${french}. Traduire l’un des deux.`,
            ),
          ]
        : []
    })
  })
}

/** Conditions that hold for people who were not asked what they read. @throws LanguageError when it does not compile */
export function conditionTells(questionnaire: Questionnaire): Issue[] {
  const places = elementsIn(questionnaire.definition)
  return trueUnasked(questionnaire, places).map(({ place, test, source }) => {
    const said = sentenceOfCondition(questionnaire, writeCondition(test), place.parent) ?? writeCondition(test)
    const title = quoted(shortened(frenchOf(source.element.title) || source.element.name))
    return advice(
      pathOf(place),
      'unasked',
      `Cette question s’affiche aussi à qui n’a pas vu ${title}\u202f: «\u202f${said}\u202f» est vrai quand rien n’a été demandé. Si ce n’est pas voulu, ajouter la condition «\u202fa une réponse\u202f».`,
    )
  })
}
