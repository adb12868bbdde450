/** What changed in the texts of two questionnaires, language by language, with both to set side by side. */

import { isSameWords, type TextRow, textsOf } from '../edit/texts.ts'
import { type Language, languageRows, languages } from '../languages.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Change } from './change.ts'

const inLanguage = (language: Language) => (language === 'fr' ? '' : `, en ${languageRows[language].french}`)

/** @param nameOf the place in the new questionnaire; null for what left it, whose texts are listed with it */
export function changesOfTexts(
  before: Questionnaire,
  after: Questionnaire,
  nameOf: (spot: string) => string | null,
): ReadonlyMap<string, Change[]> {
  const [old, now] = [textsOf(before), textsOf(after)]
  const was = new Map(old.map((row) => [row.key, row]))
  const keys = new Set(now.map(({ key }) => key))
  const spotsBefore = new Set(old.map(({ spot }) => spot))
  const found = new Map<string, Change[]>()
  const say = ({ spot, path, part, label }: TextRow, language: Language, one: string, two: string) => {
    const what = one === '' ? 'added' : two === '' ? 'removed' : 'changed'
    const done = { added: 'écrit', removed: 'effacé', changed: 'changé' }[what]
    const sentence = `Texte ${done}\u202f: ${label}${inLanguage(language)}.`
    const change: Change = {
      kind: 'text',
      what,
      path,
      where: nameOf(spot) ?? part,
      sentence,
      before: one || null,
      after: two || null,
      language,
    }
    found.set(spot, [...(found.get(spot) ?? []), change])
  }
  for (const row of now) {
    const earlier = was.get(row.key)
    // a new question or page is listed once, with its texts
    if (earlier === undefined && (isOfAnswer(row) || !spotsBefore.has(row.spot))) continue
    for (const language of languages)
      if (!isSameWords(earlier?.texts[language] ?? '', row.texts[language]))
        say(row, language, earlier?.texts[language] ?? '', row.texts[language])
  }
  for (const row of old)
    if (
      !keys.has(row.key) &&
      !isOfAnswer(row) &&
      (!isSpot(row.spot) || nameOf(row.spot) !== null) &&
      row.texts.fr !== ''
    )
      say(row, 'fr', row.texts.fr, '')
  return found
}

const isSpot = (spot: string) => spot !== '' && spot !== 'notice'
const isOfAnswer = ({ key, spot }: TextRow) => isSpot(spot) && key.endsWith('.text')
