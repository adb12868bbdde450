/** Every text of a questionnaire in the order people meet them: what is written side by side in four languages. */
import { type Translated, translated } from '../languages.ts'
import { frenchOf, isObject, listOf } from '../questionnaire/elements.ts'
import { type Language, languages, type Questionnaire, type TranslatedFrom } from '../questionnaire/questionnaire.ts'

/** Where a text lies in the questionnaire: `['definition', 'pages', 0, 'title']`. */
export type TextAddress = readonly (string | number)[]

export type TextRow = {
  /** Made of codes, so it stays when questions move: `enfants.garde:choices.oui.text`, `/foyer:title` for a page. */
  key: string
  at: TextAddress
  /** Page, question (`enfants.garde`) or `notice`, as the findings name places; empty for the whole questionnaire. */
  path: string
  /** The same with a `/` before the name of a page, which may bear the name of a question. */
  spot: string
  /** Heading it is listed under. */
  part: string
  /** What it is: « Question », « Aide », « Réponse 2 ». */
  label: string
  /** Empty where nothing is written. */
  texts: Record<Language, string>
  /** By language, the French that its words were made from, where it has changed since: they are to be read again. */
  madeFrom: Partial<Record<Translated, string>>
  /** A reason not translated is not shown to those who could not read it: an opening does not wait for it. */
  isOptional: boolean
  /** An aid or an example, which is there no more once its French is emptied. */
  mayBeEmpty: boolean
  /** A title or an answer: it has no line break. */
  isOneLine: boolean
}

export type TextChange = { at: TextAddress; language: Language; words: string }

/** The texts of a question, a page or a group, in the order they are read; those of its answers come after the first two. */
const labels: Record<string, string> = {
  title: 'Titre',
  description: 'Aide',
  requiredErrorText: 'Message si rien n’est répondu',
  placeholder: 'Exemple dans la case',
  minRateDescription: 'Sens de la plus petite note',
  maxRateDescription: 'Sens de la plus grande note',
  labelTrue: 'Réponse oui',
  labelFalse: 'Réponse non',
  otherText: 'Réponse «\u202fautre\u202f»',
  otherPlaceholder: 'Exemple pour «\u202fautre\u202f»',
  noneText: 'Réponse «\u202faucun\u202f»',
  refuseText: 'Réponse «\u202fpréfère ne pas répondre\u202f»',
  dontKnowText: 'Réponse «\u202fne sait pas\u202f»',
  minErrorText: 'Message si le nombre est trop petit',
  maxErrorText: 'Message si le nombre est trop grand',
  templateTitle: 'Titre de chaque fiche',
  templateDescription: 'Aide de chaque fiche',
  addPanelText: 'Bouton qui ajoute une fiche',
  removePanelText: 'Bouton qui retire une fiche',
  noEntriesText: 'Quand il n’y a aucune fiche',
  confirmDeleteText: 'Avant de retirer une fiche',
  completeText: 'Bouton d’envoi',
  unit: 'Unité',
  why: 'Pourquoi cette question',
}

/** @returns rows in reading order; a draft that is broken somewhere gives those that can be read */
export function textsOf(questionnaire: Questionnaire): TextRow[] {
  const rows: TextRow[] = []
  const seen = new Map<string, number>()
  const noted = Map.groupBy(listOf<TranslatedFrom>(questionnaire.translatedFrom), ({ key }) => key)
  const add = (
    at: TextAddress,
    path: string,
    part: string,
    label: string,
    code: string,
    text: unknown,
    mayBeEmpty = false,
  ) => {
    // two questions of a draft may bear one code for a while
    const times = (seen.get(code) ?? 0) + 1
    seen.set(code, times)
    const key = times === 1 ? code : `${code}#${times}`
    const texts = inAll(text)
    rows.push({
      key,
      at,
      path,
      spot: code.startsWith('/') ? `/${path}` : path,
      part,
      label,
      texts,
      madeFrom: madeFrom(texts, noted.get(key) ?? []),
      isOptional: at.at(-1) === 'why',
      mayBeEmpty,
      isOneLine: isOneLine(at),
    })
  }
  const whole = 'Le questionnaire'
  add(['title'], '', whole, 'Titre', ':title', questionnaire.title)
  add(['summary'], '', whole, 'Résumé', ':summary', questionnaire.summary)
  add(['audienceText'], '', whole, 'Pour qui', ':audienceText', questionnaire.audienceText)
  const { definition } = questionnaire
  if (!isObject(definition)) return rows
  for (const property of Object.keys(labels))
    if (definition[property] !== undefined)
      add(
        ['definition', property],
        '',
        whole,
        property === 'title' ? 'Titre du formulaire' : labels[property]!,
        `:definition.${property}`,
        definition[property],
        true,
      )

  for (const [index, line] of entries(questionnaire.notice?.lines)) {
    const at = ['notice', 'lines', index]
    const key = `notice:${String(line.id)}`
    add([...at, 'title'], 'notice', 'La notice', 'Titre', `${key}.title`, line.title)
    add([...at, 'text'], 'notice', 'La notice', 'Texte', `${key}.text`, line.text)
    if (line.more !== undefined)
      add([...at, 'more'], 'notice', 'La notice', 'En savoir plus', `${key}.more`, line.more, true)
  }

  for (const [index, page] of entries(definition.pages)) {
    const part = partOf(index, page)
    const at = ['definition', 'pages', index]
    const names = { title: 'Titre de la page', description: 'Texte de la page' }
    own(page, at, String(page.name), part, names, [], `/${String(page.name)}`)
    within(page.elements, [...at, 'elements'], '', part)
  }
  return rows

  function own(
    holder: Record<string, unknown>,
    at: TextAddress,
    path: string,
    part: string,
    names: Record<string, string>,
    needed: readonly string[] = [],
    code = path,
    isAlways = false,
  ) {
    for (const property of Object.keys(labels)) {
      if (holder[property] !== undefined || (isAlways && property === 'title'))
        add(
          [...at, property],
          path,
          part,
          names[property] ?? labels[property]!,
          `${code}:${property}`,
          holder[property],
          !needed.includes(property),
        )
      if (property === 'description') answers(holder, at, path, part)
    }
  }

  function answers(holder: Record<string, unknown>, at: TextAddress, path: string, part: string) {
    for (const [list, name] of Object.entries({
      rows: 'Ligne',
      columns: 'Colonne',
      choices: 'Réponse',
      rateValues: 'Note',
    }))
      for (const [index, choice] of entries(holder[list])) {
        const value = String(choice.value)
        // a note by what it is worth, the others by their place: a code is no word
        const which = list === 'rateValues' ? value : index + 1
        add([...at, list, index, 'text'], path, part, `${name} ${which}`, `${path}:${list}.${value}.text`, choice.text)
      }
  }

  function within(elements: unknown, at: TextAddress, parent: string, part: string) {
    for (const [index, element] of entries(elements)) {
      const here = [...at, index]
      const path = parent + String(element.name)
      if (element.type === 'panel') {
        own(element, here, path, part, { title: 'Titre du groupe', description: 'Texte du groupe' })
        within(element.elements, [...here, 'elements'], parent, part)
        continue
      }
      if (element.type === 'information') {
        own(element, here, path, part, { title: 'Titre du texte', description: 'Texte' }, ['title', 'description'])
        continue
      }
      own(element, here, path, part, { title: 'Question' }, ['title'], path, true)
      if (element.type === 'paneldynamic')
        within(element.templateElements, [...here, 'templateElements'], `${path}.`, part)
    }
  }
}

/** Whether a person answering in the language would lack this text; what is not written in French yet has nothing to be translated. */
export const isMissing = (
  { texts, isOptional, mayBeEmpty }: Pick<TextRow, 'texts' | 'isOptional' | 'mayBeEmpty'>,
  language: Language,
): boolean => texts[language].trim() === '' && (language === 'fr' ? !mayBeEmpty : !isOptional && texts.fr.trim() !== '')

/** Whether a reason written in French is not in the language: those who read it are shown none. */
export const isReasonUntranslated = (
  { texts, isOptional }: Pick<TextRow, 'texts' | 'isOptional'>,
  language: Language,
): boolean => isOptional && texts[language].trim() === '' && texts.fr.trim() !== ''

/** Whether the words say a French that has changed since. */
export const isToCheck = ({ madeFrom }: Pick<TextRow, 'madeFrom'>, language: Language): boolean =>
  language !== 'fr' && madeFrom[language] !== undefined

/** Whether somebody has something to do in the language: write it, or read it again. */
export const isToDo = (row: TextRow, language: Language) =>
  isMissing(row, language) || isReasonUntranslated(row, language) || isToCheck(row, language)

export const missingIn = (rows: readonly TextRow[], language: Language) =>
  rows.filter((row) => isMissing(row, language))

/**
 * The next place where something is to be done, from a row and column on, row by row and round to the start.
 *
 * @param from null = from the first row; the cell itself comes last
 */
export function nextToDo(
  rows: readonly TextRow[],
  asked: readonly Language[],
  from: { key: string; language: Language } | null,
): { key: string; language: Language } | null {
  const cells = rows.flatMap((row) =>
    asked.map((language) => ({ key: row.key, language, isWaiting: isToDo(row, language) })),
  )
  const start = cells.findIndex(({ key, language }) => key === from?.key && language === from.language)
  const found = [...cells.slice(start + 1), ...cells.slice(0, start + 1)].find(({ isWaiting }) => isWaiting)
  return found ? { key: found.key, language: found.language } : null
}

/** Writes texts; an emptied translation leaves, an emptied French stays as an empty text. */
export function setTexts(questionnaire: Questionnaire, changes: readonly TextChange[]): Questionnaire {
  return changes.reduce(
    (written, { at, language, words }) => put(written, at, (text) => withWords(text, language, words)) as Questionnaire,
    questionnaire,
  )
}

/** A text with the words of one language written anew. */
export function withWords(text: unknown, language: Language, words: string): unknown {
  const known: Record<string, unknown> = isObject(text)
    ? { ...text }
    : { default: typeof text === 'string' ? text : '' }
  if (language === 'fr') known.default = words
  else if (words === '') delete known[language]
  else known[language] = words
  return Object.keys(known).length === 1 ? known.default : known
}

/** A copy where one place is written anew; the rest is shared with the original. */
export function put(holder: unknown, [key, ...rest]: TextAddress, edit: (value: unknown) => unknown): unknown {
  if (key === undefined) return edit(holder)
  if (Array.isArray(holder)) return holder.map((item, at) => (at === key ? put(item, rest, edit) : item))
  if (!isObject(holder)) return holder
  return { ...holder, [key]: put(holder[key], rest, edit) }
}

function inAll(text: unknown): TextRow['texts'] {
  const words = (value: unknown) => (typeof value === 'string' ? value : '')
  const of = (language: Language) =>
    isObject(text) ? words(text[language === 'fr' ? 'default' : language]) : language === 'fr' ? words(text) : ''
  return Object.fromEntries(languages.map((language) => [language, of(language)])) as TextRow['texts']
}

/** A note counts while the words it was made on stand, and French words that are others: spaces alone are no change. */
const madeFrom = (texts: TextRow['texts'], notes: readonly TranslatedFrom[]): TextRow['madeFrom'] =>
  Object.fromEntries(
    translated.flatMap((language) => {
      const note = notes.find((one) => one.language === language && one.words === texts[language])
      const isOther = note && texts.fr.trim() !== '' && !isSameWords(note.from, texts.fr)
      return isOther ? [[language, note.from]] : []
    }),
  )

/** Spaces and line breaks alone make no other words. */
export const isSameWords = (one: string, two: string): boolean => spaced(one) === spaced(two)
const spaced = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

const oneLine = new Set<unknown>(['title', 'templateTitle', 'audienceText'])
const isOneLine = (at: TextAddress): boolean => oneLine.has(at.at(-1)) || (at.at(-1) === 'text' && at[0] !== 'notice')

const partOf = (index: number, page: Record<string, unknown>) =>
  `Page ${index + 1}${frenchOf(page.title) === '' ? '' : ` · ${frenchOf(page.title)}`}`

/** The objects of a list with where they stand in it. */
const entries = (list: unknown): [number, Record<string, unknown>][] =>
  Array.isArray(list)
    ? list.flatMap((item, index): [number, Record<string, unknown>][] => (isObject(item) ? [[index, item]] : []))
    : []
