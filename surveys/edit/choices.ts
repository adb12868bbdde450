/** Answers offered by a question: typed one by one, or pasted from a spreadsheet. */
import { headingOf, type Language, languageNamed, languages } from '../languages.ts'
import { type Choice, frenchOf, isObject } from '../questionnaire/elements.ts'
import { caps, isValue } from '../types/rules.ts'
import { freeValue } from './codes.ts'
import { cellsIn } from './pasted.ts'
import { withWords } from './texts.ts'

export type ChoiceList = 'choices' | 'rows' | 'columns'
export const mostOf: Record<ChoiceList, number> = { choices: caps.choices, rows: caps.rows, columns: caps.columns }

export const valuesOf = (choices: readonly Choice[]): Set<string> => new Set(choices.map(({ value }) => String(value)))

/** A new answer, its code to follow its words. @param at place among the others, from 0; the end when absent */
export function withNewChoice(choices: readonly Choice[], at = choices.length): Choice[] {
  return choices.toSpliced(at, 0, { value: freeValue('', valuesOf(choices)), text: '' })
}

/**
 * Several lines pasted on one answer: each becomes an answer. They take the place of an empty one, else they come after it.
 *
 * @returns null when it is one line, which goes into the answer; the problem is French, and then nothing changes
 */
export function withPastedLines(
  choices: readonly Choice[],
  at: number,
  text: string,
  list: ChoiceList,
): { choices: Choice[]; added: number } | { problem: string } | null {
  // lists copied from a document begin with a bullet
  const lines = text.replace(/^[\t ]*[•·▪◦–-][\t ]+/gm, '')
  if (lines.split('\n').filter((line) => line.trim() !== '').length < 2) return null
  const isEmpty = frenchOf(choices[at]?.text) === ''
  const others = isEmpty ? choices.toSpliced(at, 1) : [...choices]
  const read = pastedChoices(others, lines, list)
  if ('problem' in read) return read
  const fresh = read.choices.filter(({ value }) => !others.some((choice) => choice.value === value))
  if (others.length + fresh.length > mostOf[list])
    return {
      problem: `Il y aurait ${others.length + fresh.length} réponses\u202f: il en faut ${mostOf[list]} au plus.`,
    }
  return { choices: others.toSpliced(isEmpty ? at : at + 1, 0, ...fresh), added: fresh.length }
}

/** A place for a picture at each answer; '' where none is chosen yet. */
export const withPictures = (choices: readonly Choice[]): Choice[] =>
  choices.map((choice) => ({ picture: '', ...choice }))

/** @param to place among the others, from 0 */
export function withMovedChoice(choices: readonly Choice[], from: number, to: number): Choice[] {
  const moved = choices[from]
  return moved === undefined || to < 0 || to >= choices.length
    ? [...choices]
    : choices.toSpliced(from, 1).toSpliced(to, 0, moved)
}

export type PastedChoices = { choices: Choice[]; added: number; matched: number } | { problem: string }

type Column = 'code' | Language
/** As it was pasted: empty lines are left out, and counted. */
type Line = { number: number; cells: string[] }
const columnNamed = (heading: string): Column | null =>
  /^(codes?|valeurs?|repères?)$/i.test(heading) ? 'code' : languageNamed(heading)
const expected = ['Code', ...languages.map(headingOf)].join(', ')

/**
 * Answers copied from a spreadsheet: one column of texts, a column of codes before it, or any columns under headings.
 *
 * An answer known by its code, or by the same French words, keeps its code and its translations.
 *
 * @param before the answers the question has now
 * @returns all of them in the pasted order; the problem is French, and then nothing changes
 */
export function pastedChoices(before: readonly Choice[], text: string, list: ChoiceList = 'choices'): PastedChoices {
  const lines = cellsIn(text)
    .map((row, at): Line => ({ number: at + 1, cells: row.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (lines.length === 0)
    return { problem: 'Il n’y a rien à coller\u202f: copiez les réponses dans votre tableur, puis collez-les ici.' }
  const columns = columnsOf(lines.map(({ cells }) => cells))
  if ('problem' in columns) return columns
  const body = columns.hasHeading ? lines.slice(1) : lines
  if (body.length > mostOf[list])
    return { problem: `${body.length} lignes collées\u202f: il en faut ${mostOf[list]} au plus. Rien n’a été changé.` }
  const cell = (row: string[], name: Column) => row[columns.names.indexOf(name)] ?? ''
  const silent = body.find(({ cells }) => cell(cells, 'fr') === '')
  if (silent)
    return { problem: `La ligne ${silent.number} n’a pas de texte français\u202f: la compléter. Rien n’a été changé.` }
  return read(before, body, cell)
}

function read(
  before: readonly Choice[],
  body: readonly Line[],
  cell: (row: string[], name: Column) => string,
): PastedChoices {
  const taken = new Set<string>()
  const choices: Choice[] = []
  let matched = 0
  for (const { number, cells: row } of body) {
    const code = cell(row, 'code')
    if (code !== '' && !isValue(code))
      return {
        problem: `Le code «\u202f${code}\u202f», ligne ${number}, ne convient pas\u202f: des minuscules, des chiffres et «\u202f_\u202f». Rien n’a été changé.`,
      }
    const words = cell(row, 'fr')
    const known = before.find(({ value, text }) =>
      code === '' ? frenchOf(text) === words.replaceAll('**', '') : value === code,
    )
    const value = known?.value ?? (code || freeValue(words, new Set([...taken, ...valuesOf(before)])))
    if (taken.has(value) || choices.some(({ text }) => frenchOf(text) === words.replaceAll('**', '')))
      return {
        problem: `«\u202f${code || words}\u202f» est là deux fois, la seconde à la ligne ${number}\u202f: en retirer une. Rien n’a été changé.`,
      }
    taken.add(value)
    if (known) matched++
    const text = languages.reduce<unknown>((said, language) => {
      const own = cell(row, language)
      return own === '' ? said : withWords(said, language, own)
    }, known?.text ?? '')
    choices.push({ ...known, value, text })
  }
  return { choices, added: choices.length - matched, matched }
}

function columnsOf(rows: string[][]): { names: (Column | null)[]; hasHeading: boolean } | { problem: string } {
  const width = Math.max(...rows.map((row) => row.length))
  const first = Array.from({ length: width }, (_, at) => rows[0]![at] ?? '')
  const named = first.map(columnNamed)
  const isHeading = rows.length > 1 && named.some((name) => name !== null) && (width > 1 || named[0] === 'fr')
  if (isHeading) {
    const strange = first.filter((cell, at) => named[at] === null && cell !== '')
    if (strange.length > 0)
      return {
        problem: `La colonne «\u202f${strange[0]}\u202f» n’est pas attendue. Les titres connus\u202f: ${expected}. Rien n’a été changé\u202f: corrigez ci-dessous, ou dans le tableur.`,
      }
    if (!named.includes('fr')) return { problem: 'Il manque la colonne «\u202fFrançais\u202f». Rien n’a été changé.' }
    return { names: named, hasHeading: true }
  }
  if (width === 1) return { names: ['fr'], hasHeading: false }
  if (width === 2 && rows.every(([code = '']) => isValue(code))) return { names: ['code', 'fr'], hasHeading: false }
  return {
    problem: `${width} colonnes sans titre\u202f: on ne sait pas laquelle est laquelle. Écrivez au-dessus ${expected}, ou collez une seule colonne de textes. Rien n’a été changé.`,
  }
}

/** Whole questions read choices as unknown: what is no list of choices counts as none. */
export const choicesIn = (list: unknown): Choice[] =>
  Array.isArray(list) ? list.filter((choice): choice is Choice => isObject(choice) && 'value' in choice) : []
