/** What one type of question declares; `catalogue.ts` lists them. */

import type { Speech } from '../paper/words.ts'
import type { Random } from '../people/random.ts'
import type { Bounds, Field, FieldChoice } from '../questionnaire/field.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'
import type { Convert } from './convert.ts'
import type { FieldKind } from './kinds.ts'
import type { Rules } from './rules.ts'
import type { Verify } from './verify.ts'

/** A property survey-core does not know of this type. */
export type OwnProperty = { name: string; isLocalizable?: true; default?: unknown }

/** How it stands on paper, and how staff type it from there. */
export type PaperKind =
  | 'choice'
  | 'choices'
  | 'boolean'
  | 'rating'
  | 'number'
  | 'date'
  | 'line'
  | 'lines'
  | 'ranking'
  | 'grid'
  | 'ticks'
  | 'numbers'
  | 'week'

export type TypeRow = {
  /** How SurveyJS writes it, when not by its own name: a `number` is a `text` of input type `number`. */
  written?: { type: string; inputType?: string; cellType?: string }
  /** As it is offered to people who make questionnaires. */
  title: string
  help: string
  part: 'Choisir' | 'Écrire' | 'Situer' | 'Expliquer' | 'Rassembler'
  /** In a sentence about what changed. */
  noun: string
  /** Lists and elements inside it. */
  holds?: 'choices' | 'grid' | 'group' | 'rows'
  /** Properties it may have, with what each may hold; `unlisted` ones have no control of their own in the designer. */
  properties: Rules
  unlisted?: readonly string[]
  own?: readonly OwnProperty[]
  /** Names of properties no other type has, in the designer and in the sentences about what changed. */
  labels?: Readonly<Record<string, { label: string; help?: string }>>
  /** What is wrong with its properties taken together. */
  problems?(element: DefinitionElement, say: (code: string, message: string) => void): void
  /** What a new one starts with, beside its code and its empty title. */
  blank: Readonly<Record<string, unknown>>
  /** What its answer is; null = it asks nothing. */
  kind: FieldKind | null
  bounds?(element: DefinitionElement): Partial<Bounds>
  /** Closed values its answers are counted in, when they are not choices people see. */
  countedIn?(element: DefinitionElement): FieldChoice[]
  /** What is wrong with an answer that is not blank; a repeated panel is verified row by row in validator.ts. */
  verify?(element: DefinitionElement): Verify
  /** Why answers to `after` could not be counted with those to `before`, of the same kind. */
  objection?(before: Field, after: Field): { code: string; message: string } | null
  /** Seconds to answer once it is read: round figures of this product. By row for a grid. */
  seconds: number
  /** Its choices are looked up, not read through. */
  isFolded?: true
  paper: PaperKind | null
  /** What paper says under the question, when its kind does not. */
  instruction?(element: DefinitionElement, text: (value: unknown) => string, say: Speech): string
  /** What paper says of the least and the greatest answer, whatever the help says beside. */
  range?(element: DefinitionElement, text: (value: unknown) => string, say: Speech): string
  /** An answer at random, for the questions no population model knows of; without it, one of the choices. */
  invent?(element: DefinitionElement, offered: readonly string[], random: Random): unknown
  /** Names other than its own under which a SurveyJS file writes it: `tagbox`, `text:range`. */
  imports?: readonly string[]
  /** From a SurveyJS file; without it, the type is not found there. */
  convert?: Convert
}
