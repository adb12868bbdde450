/** Themes of free answers: how many people touch each. No sentence of anybody is ever shown. */

import { type Dictionary, foundingDictionary, themesOf } from '../../text/dictionary.ts'
import { quote } from '../../text/format.ts'
import { hitsOf } from '../local/population.ts'
import type { Measure, Measured, Subject } from '../measure.ts'
import { ending } from '../sentences.ts'
import { mainAnswers } from '../settled.ts'
import { type Answer, answersLayout, breakdownLayouts, shareTables } from '../tables.ts'
import { ranked, topOf } from './shares.ts'

/**
 * @param dictionary of the service
 * @throws RangeError when the field is not a text
 */
export function computeThemes(given: Subject, dictionary: Dictionary = foundingDictionary()): Measured {
  const { column, table } = given
  if (column.kind !== 'text') throw new RangeError(`themes needs a text: ${given.indicator.field}`)
  // What people write of themselves is sensitive, whatever the question was
  const field = { ...given.field, sensitivity: 'sensitive' as const }
  // a sentence of before, in a version that is stored: « abordent le thème {top} » takes the title
  const isTitled = /thème\s+(?:«\s*)?\{top\}/.test(given.indicator.sentence)
  const phrases = isTitled
    ? {}
    : Object.fromEntries(dictionary.map(({ id, title, phrase }) => [id, phrase ?? `le thème ${quote(title)}`]))
  const subject: Subject = { ...given, field, indicator: { ...given.indicator, phrases } }
  const found = column.texts.map((text) => new Set(themesOf(text ?? '', dictionary)))
  const answers = [
    ...dictionary.map(
      ({ id, title }): Answer => ({
        value: id,
        label: title,
        hits: hitsOf(column, table.rows, (row) => found[row]!.has(id)),
      }),
    ),
    { value: 'other', label: 'Aucun de ces thèmes', hits: hitsOf(column, table.rows, (row) => found[row]!.size === 0) },
  ]
  return {
    tables: shareTables(subject, answers),
    ...topOf(subject, answers),
    layouts: [
      ranked(
        answersLayout(subject, answers, [
          'Un texte peut toucher plusieurs thèmes. Ils sont reconnus à leurs mots : « pas cher » y compte comme « cher ».',
        ]),
        subject,
        answers,
        { by: 'share' },
      ),
      ...breakdownLayouts(subject, answers).map((one) => ranked(one, subject, answers, mainThemes)),
    ],
    week: null,
    consequences: () => ({
      grids: [],
      sentences: [],
      limits: ['Écrire était facultatif : les thèmes sont ceux des personnes qui ont écrit.'],
    }),
  }
}

const mainThemes = { ...mainAnswers, left: 'Seuls les thèmes les plus fréquents sont montrés.' }

export const themesMeasure = {
  name: 'themes',
  title: 'Thèmes d’un texte libre',
  help: 'De quoi parlent les textes, sans jamais en montrer un.',
  kinds: ['text'],
  needsWanted: false,
  beside: [],
  sentence: `Parmi les personnes qui ont écrit, {value} abordent {top}${ending}`,
  easy: 'none',
  compute: (subject) => computeThemes(subject),
} as const satisfies Measure
