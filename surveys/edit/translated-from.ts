/** Translations that outlived their French: noted when the French changes, gone when they are written again or confirmed. */
import { translated } from '../languages.ts'
import type { Questionnaire, TranslatedFrom } from '../questionnaire/questionnaire.ts'
import { offeredLanguages } from './head.ts'
import { isSameWords, isToCheck, type TextRow, textsOf } from './texts.ts'

/**
 * What an edit leaves to be read again: a translation that stayed while its French changed is noted with the French it says.
 *
 * @param after an edit of `before`, which may have given codes other names
 * @returns `after` with its notes; those of words written since, and of a French written back, leave
 */
export function withTranslatedFrom(before: Questionnaire, after: Questionnaire): Questionnaire {
  if (before === after) return after
  const [old, now] = [rowsOf(before), rowsOf(after)]
  const was = new Map(old.map((row) => [row.key, row]))
  const keys = new Set(now.map(({ key }) => key))
  // a code given another name leaves its texts where they were
  const renamed = new Map(old.filter(({ key }) => !keys.has(key)).map((row) => [row.at.join(), row]))
  const noted = new Map((after.translatedFrom ?? []).map((note) => [nameOf(note), note]))
  const notes = now.flatMap(({ key, at, texts }) => {
    const own = was.get(key)
    const earlier = own ?? renamed.get(at.join())
    return translated.flatMap((language): TranslatedFrom[] => {
      const words = texts[language]
      const isLeft = words !== '' && earlier?.texts[language] === words
      const note = noted.get(nameOf({ key, language }))
      const known = note?.words === words ? note.from : isLeft && !own ? earlier.madeFrom[language] : undefined
      const from = known ?? (isLeft ? earlier.texts.fr : texts.fr)
      return from.trim() === '' || isSameWords(from, texts.fr) ? [] : [{ key, language, words, from }]
    })
  })
  return withNotes(after, notes)
}

/** What one edit leaves is where the next begins. */
const read = new WeakMap<Questionnaire, TextRow[]>()
function rowsOf(questionnaire: Questionnaire): TextRow[] {
  const rows = read.get(questionnaire) ?? textsOf(questionnaire)
  read.set(questionnaire, rows)
  return rows
}

/**
 * Says which French translations say: the one of today confirms them, another one leaves them to be read again.
 *
 * @param said with the words as they stand in the questionnaire
 */
export function setTranslatedFrom(questionnaire: Questionnaire, said: readonly TranslatedFrom[]): Questionnaire {
  const names = new Set(said.map(nameOf))
  const others = (questionnaire.translatedFrom ?? []).filter((note) => !names.has(nameOf(note)))
  const french = new Map(textsOf(questionnaire).map(({ key, texts }) => [key, texts.fr]))
  const news = said.filter(({ key, from }) => !isSameWords(from, french.get(key) ?? from))
  return withNotes(questionnaire, [...others, ...news])
}

/** How many translations, in the languages people are offered, say a French that has changed since. */
export function countToCheck(questionnaire: Questionnaire): number {
  const rows = textsOf(questionnaire)
  return offeredLanguages(questionnaire).flatMap((language) => rows.filter((row) => isToCheck(row, language))).length
}

const nameOf = ({ key, language }: Pick<TranslatedFrom, 'key' | 'language'>) => `${language} ${key}`

function withNotes({ translatedFrom: _, ...rest }: Questionnaire, notes: readonly TranslatedFrom[]): Questionnaire {
  return notes.length === 0 ? rest : { ...rest, translatedFrom: [...notes] }
}
