/** Converts the texts of a SurveyJS file: French first, plain, and only in the languages of the rows. */
import { byTranslated, isLanguage, languageRows, translated } from '../languages.ts'
import { isObject } from '../questionnaire/elements.ts'
import type { Text } from '../questionnaire/questionnaire.ts'
import type { Notes } from './notes.ts'

const mostSigns = 1_900
const known = new Intl.ListFormat('fr').format(
  translated.filter((language) => language !== 'fr-facile').map((language) => `l’${languageRows[language].french}`),
)

/**
 * @param otherwise language of the file's default texts, `fr` when it does not say
 * @returns undefined when there is no text
 */
export function textFrom(value: unknown, otherwise: string, where: string, notes: Notes): Text | undefined {
  if (typeof value === 'string') return plain(value, where, notes) || undefined
  if (!isObject(value)) return undefined
  const words = (language: string) => {
    const own = Object.hasOwn(value, language) ? value[language] : undefined
    return typeof own === 'string' ? plain(own, where, notes) : ''
  }
  const others = Object.keys(value).filter((language) => language !== 'default' && !isLanguage(language))
  if (others.length > 0)
    notes.say(
      `Textes laissés dans d’autres langues que le français et ${known}\u202f: ${others.slice(0, 5).join(', ')}.`,
    )
  const base = words('default')
  const french = words('fr') || base
  if (french === '') return undefined
  const texts = byTranslated(words)
  // where French has its own words, the others are in the language of the file
  if (texts.en === '' && words('fr') !== '' && otherwise !== 'fr') texts.en = base
  const given = Object.entries(texts).filter(([, text]) => text !== '')
  return given.length === 0 ? french : { default: french, ...Object.fromEntries(given) }
}

const tag = /<\s*\/?\s*[a-z!?][^<>]*>/gi
const script = /<\s*(script|style)\b[\s\S]*?(?:<\s*\/\s*\1\s*>|$)/gi
const entities: Record<string, string> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '‹',
  '&gt;': '›',
  '&quot;': '"',
  '&#39;': '’',
}

function plain(text: string, where: string, notes: Notes): string {
  let bare = text.slice(0, 20_000)
  const untagged = bare
    .replace(script, ' ')
    .replace(/<\s*(b|strong)\s*>([^<>]*)<\s*\/\s*\1\s*>/gi, '**$2**')
    .replace(tag, ' ')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39);/gi, (entity) => entities[entity.toLowerCase()] ?? ' ')
  if (untagged !== bare)
    notes.say('Mise en forme HTML retirée des textes\u202f: seuls le texte et le **gras** restent.', where)
  bare = untagged
  const unpiped = bare.replace(/(?<!%)\{[^{}]*\}/g, '…')
  if (unpiped !== bare)
    notes.say(
      'Réponses reprises dans un texte (entre accolades) remplacées par «\u202f…\u202f»\u202f: récrire la phrase.',
      where,
    )
  const cut = unpiped.replace(/[ \t]+/g, ' ').trim()
  if (cut.length > mostSigns) notes.say('Texte trop long, coupé\u202f: le relire.', where)
  return cut.slice(0, mostSigns)
}
