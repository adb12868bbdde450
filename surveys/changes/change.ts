/** One change between two questionnaires, and the place it concerns. */
import type { DefinitionElement, Language } from '../questionnaire/questionnaire.ts'

export type Change = {
  kind: 'whole' | 'page' | 'question' | 'text' | 'choice' | 'condition' | 'setting' | 'indicator'
  what: 'added' | 'removed' | 'changed' | 'moved'
  /** Page, question (`enfants.garde`), `notice` or `indicators`; empty for the whole questionnaire. */
  path: string
  /** Name of the place, in French. */
  where: string
  /** What changed there, in French. */
  sentence: string
  /** What stood there and what stands there now; null where there is nothing to set side by side. */
  before: string | null
  after: string | null
  /** Language of the two texts. */
  language?: Language
}

/** A page, a question or a group, with where it stands. */
export type Spot = {
  /** The path, with a `/` before the name of a page: a page may bear the name of a question. */
  key: string
  path: string
  name: string
  page: string
  order: number
  element: DefinitionElement
}
