/** Advice on reading: sentences too long, and wording too hard, in French and in easy French. */
import { elementsIn, frenchOf, isObject, listOf, pathOf } from '../questionnaire/elements.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Issue } from './issue.ts'
import { readingOf } from './reading.ts'

/** What each French asks at most; easy French as the guide of the European « information for all » advises. */
export const limits = {
  fr: { name: '', words: 25, score: 35 },
  'fr-facile': { name: 'En français simplifié, ', words: 15, score: 55 },
} as const

/** Fewer words say nothing of a wording: a short title full of long names would be called hard. */
const leastWords = 12

export function readingIssues({ definition, notice }: Questionnaire): Issue[] {
  const asked = elementsIn(definition).map((place) => ({
    path: pathOf(place),
    texts: [place.element.title, place.element.description],
  }))
  const pages = listOf<{ name: string; title?: unknown; description?: unknown }>(definition?.pages).map((page) => ({
    path: page.name,
    texts: [page.title, page.description],
  }))
  const lines = listOf<{ title: unknown; text: unknown; more?: unknown }>(notice?.lines).map(({ text, more }) => ({
    path: 'notice',
    texts: [text, more],
  }))
  return (['fr', 'fr-facile'] as const).flatMap((language) =>
    [...pages, ...asked, ...lines].flatMap(({ path, texts }) =>
      hints(
        path,
        texts.map((text) => inLanguage(text, language)),
        language,
      ),
    ),
  )
}

function inLanguage(text: unknown, language: 'fr' | 'fr-facile'): string {
  if (language === 'fr') return frenchOf(text)
  const easy = isObject(text) ? text['fr-facile'] : ''
  return typeof easy === 'string' ? easy : ''
}

function hints(path: string, texts: string[], language: 'fr' | 'fr-facile'): Issue[] {
  const { name, words: most, score: least } = limits[language]
  const { words, longest, score } = readingOf(texts)
  const say = (code: string, message: string): Issue => ({
    level: 'advice',
    path,
    code,
    message: name + (name === '' ? message : message[0]!.toLowerCase() + message.slice(1)),
  })
  if (longest.words > most)
    return [
      say(
        `long-sentence-${language}`,
        `Une phrase compte ${longest.words} mots («\u202f${start(longest.text)}…\u202f»)\u202f: la couper en deux, ${most} mots au plus.`,
      ),
    ]
  if (words >= leastWords && score !== null && score < least)
    return [
      say(
        `hard-words-${language}`,
        `Ce texte est difficile à lire\u202f: préférer des mots courts et courants, une idée par phrase.`,
      ),
    ]
  return []
}

const start = (sentence: string) => sentence.split(/\s+/).slice(0, 5).join(' ')
