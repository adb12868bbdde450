/** Texts on their way to a translator and back: XLIFF 1.2, which translation tools read and write. */
import { isSameWords, isToCheck, type TextChange, type TextRow } from '../../../surveys/edit/texts.ts'
import { languageRows, type Translated, translated } from '../../../surveys/languages.ts'
import type { TranslatedFrom } from '../../../surveys/questionnaire/questionnaire.ts'

const namespace = 'urn:oasis:names:tc:xliff:document:1.2'
/** Simplified French is French with a mark of our own. */
const tagOf = (language: Translated) => (language === 'fr-facile' ? 'fr-x-facile' : languageRows[language].tag)

/** As XLIFF says that words are there, to be read again. */
const toReview = 'needs-review-translation'

/** @returns a file with every French text as source, and what is written in the language as its target */
export function xliffOf(slug: string, rows: readonly TextRow[], language: Translated): string {
  const document = new DOMParser().parseFromString(`<xliff xmlns="${namespace}" version="1.2"/>`, 'application/xml')
  const add = (parent: Element, name: string, attributes: Record<string, string>, words?: string) => {
    const element = document.createElementNS(namespace, name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    if (words !== undefined) element.textContent = words
    return parent.appendChild(element)
  }
  const file = add(document.documentElement, 'file', {
    original: slug,
    datatype: 'plaintext',
    'source-language': 'fr',
    'target-language': tagOf(language),
  })
  const body = add(file, 'body', {})
  for (const row of rows) {
    const { key, part, label, texts } = row
    if (texts.fr.trim() === '') continue
    const unit = add(body, 'trans-unit', { id: key, 'xml:space': 'preserve' })
    const words = texts[language]
    add(unit, 'source', {}, texts.fr)
    const state = words === '' ? 'needs-translation' : isToCheck(row, language) ? toReview : 'translated'
    add(unit, 'target', { state }, words)
    add(unit, 'note', {}, `${part}, ${label}`)
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`
}

export type FromTranslator =
  | {
      language: Translated
      changes: TextChange[]
      /** Words that stay, and that the translator found right for the French of today. */
      confirmed: number
      /** French words that changed after the file left: their translation is to be read again. */
      stale: string[]
      /** Which French each of the words says. */
      translatedFrom: TranslatedFrom[]
      /** Texts of the file that the questionnaire has no more. */
      gone: number
    }
  /** French, says what to do. */
  | { problem: string }

/** An empty target changes nothing. @param rows the texts as they are now */
export function readXliff(text: string, rows: readonly TextRow[]): FromTranslator {
  // what is no XLIFF at all is not parsed: the page of errors a browser makes of it breaks the policy on styles
  const document = new DOMParser().parseFromString(/<xliff[\s>]/.test(text) ? text : '<none/>', 'application/xml')
  const named = (name: string, within: Document | Element = document) => [
    ...within.getElementsByTagNameNS(namespace, name),
  ]
  const [file] = named('file')
  if (document.getElementsByTagName('parsererror').length > 0 || !file)
    return {
      problem:
        'Ce fichier n’est pas du XLIFF 1.2\u202f: demandez au traducteur d’enregistrer sous ce format. Rien n’a été changé.',
    }
  const tag = (file.getAttribute('target-language') ?? '').toLowerCase()
  // `en-GB` is English
  const language = translated.find((one) => tag === tagOf(one)) ?? translated.find((one) => tag.split('-')[0] === one)
  if (!language)
    return {
      problem: `Ce fichier ne dit pas une langue d’ici («\u202f${tag || 'aucune'}\u202f»). Rien n’a été changé.`,
    }
  const known = new Map(rows.map((row) => [row.key, row]))
  const units = named('trans-unit').map((unit) => ({
    row: known.get(unit.getAttribute('id') ?? ''),
    source: named('source', unit)[0]?.textContent ?? '',
    words: (named('target', unit)[0]?.textContent ?? '').trim(),
    isToReview: named('target', unit)[0]?.getAttribute('state') === toReview,
  }))
  const given = units.flatMap(({ row, ...unit }) => (row && unit.words !== '' ? [{ row, ...unit }] : []))
  const news = given.filter(({ row, words }) => words !== row.texts[language])
  const same = given.filter(({ row, words, isToReview }) => words === row.texts[language] && !isToReview)
  const confirmed = same.filter(({ row, source }) => isToCheck(row, language) && isSameWords(source, row.texts.fr))
  return {
    language,
    changes: news.map(({ row: { at }, words }) => ({ at, language, words })),
    confirmed: confirmed.length,
    stale: news.filter(({ row, source }) => !isSameWords(source, row.texts.fr)).map(({ row }) => row.texts.fr),
    translatedFrom: [...news, ...confirmed].map(({ row: { key }, words, source }) => ({
      key,
      language,
      words,
      from: source,
    })),
    gone: units.filter(({ row }) => row === undefined).length,
  }
}
