/** What a parameter holds, as lines of one cell a language: what is typed, what is sent, what is stored. */
import type { staff } from '../../../api/wire/public.ts'
import { type Language, languages } from '../../../surveys/questionnaire/questionnaire.ts'

export type Cells = string[][]
type Parameter = staff.ParametersPage['parameters'][number]
type Typed = staff.TypedParameters['values'][string]
type Text = Extract<Parameter['provisional'], string | { default: string }>

/** One line for a text, one for each answer of a list; none when nothing is stored. */
export function cellsOf(value: Parameter['value']): Cells {
  if (value === null) return []
  return Array.isArray(value) ? value.map(({ text }) => lineOf(text)) : [lineOf(value)]
}

const keyOf = (language: Language) => (language === 'fr' ? 'default' : language)
const lineOf = (text: Text): string[] =>
  languages.map((language) =>
    typeof text === 'string' ? (language === 'fr' ? text : '') : (text[keyOf(language)] ?? ''),
  )

export function typedFrom(kind: Parameter['kind'], cells: Cells): Typed {
  const texts = cells.map((line) =>
    Object.fromEntries(languages.map((language, at) => [keyOf(language), line[at] ?? ''])),
  ) as staff.TypedText[]
  return kind === 'choices' ? texts : (texts[0] ?? { default: '' })
}

/** Something is written in French. */
export const isFilled = (cells: Cells): boolean => cells.some(([french = '']) => french.trim() !== '')
