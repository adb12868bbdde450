/** What a questionnaire is: the SurveyJS definition people answer, and what its answers are for. */
import * as z from 'zod'
import { byTranslated, languages, translated } from '../languages.ts'
import { audiences, units } from './audiences.ts'
import { mostObjectives } from './objectives.ts'
import { slug } from './slug.ts'

export { type Language, languages } from '../languages.ts'
export { audiences, type Unit } from './audiences.ts'

/** A text in French, or in several languages; `default` is the French, as SurveyJS writes it. */
export const Text = z.union([
  z.string(),
  z.strictObject({
    default: z.string(),
    ...byTranslated(() => z.string().optional()),
  }),
])
export type Text = z.infer<typeof Text>

/** A translation whose French has changed since: `words` in the language say the French of `from`. */
export const TranslatedFrom = z.strictObject({
  /** The text, as the rows of `surveys/edit/texts.ts` name it. */
  key: z.string(),
  language: z.enum(translated),
  words: z.string(),
  from: z.string(),
})
export type TranslatedFrom = z.infer<typeof TranslatedFrom>

/** What one response, or one row of a repeated panel, stands for. */
export const unit = z.enum(units)

/** One way a field becomes a finding under an objective of the plan. */
export const Indicator = z.strictObject({
  /** Stable code, unique in the questionnaire. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Number of an objective of the plan; the review says when the plan in force has none of this number. */
  objective: z.int().min(1).max(mostObjectives),
  /** Other objectives it serves: its finding stands under each of them. */
  alsoServes: z.array(z.int().min(1).max(mostObjectives)).optional(),
  /** Path of the field it reads: `horaires` or `enfants.garde`. */
  field: z.string(),
  /** A name in analysis/measures. */
  measure: z.string(),
  /** Values that count, for a share; for `cumulated`, the steps in the order they are added; absent = every value has its row. */
  wanted: z.array(z.string()).optional(),
  /** Other fields it reads, in the order its measure says. */
  beside: z.array(z.string()).optional(),
  /** Fields of the same questionnaire (or `zone`) by which it may be broken down, at most two at a time. */
  breakdowns: z.array(z.string()).default([]),
  /** The answers say what people intend or wish, not what they do: the finding says so. */
  intention: z.boolean().optional(),
  unit,
  /** Short title of the finding, in French. */
  title: z.string(),
  /** French sentence with `{value}`, `{interval}`, `{base}` and, for rankings, `{top}` to fill in. */
  sentence: z.string(),
  /**
   * What `{top}` becomes when an answer leads, so that the sentence agrees; null = this answer never leads. With `{value}` it is
   * the whole sentence of an answer that never leads (« rien de cela »), said first when more people gave it.
   */
  phrases: z.record(z.string(), z.string().nullable()).optional(),
})
export type Indicator = z.infer<typeof Indicator>

/** The notice shown before the first question, in two levels. Each line: a heading and its text. */
export const Notice = z.strictObject({
  lines: z.array(z.strictObject({ id: z.string(), title: Text, text: Text, more: Text.optional() })).min(7),
})
export type Notice = z.infer<typeof Notice>

/** What only the authority knows; filled in settings, frozen into the published version. */
export const Parameter = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: z.string(),
  help: z.string(),
  kind: z.enum(['choices', 'text']),
  /** Used in trial mode until the authority has filled it in; shown as provisional. */
  provisional: z.union([Text, z.array(z.strictObject({ value: z.string(), text: Text }))]),
})
export type Parameter = z.infer<typeof Parameter>

/** A value drawn at random for each person before the first question. */
export const Assigned = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  values: z.array(z.string()).min(2),
  /** When set, the drawn value is the order (`2-1-3`) of the choices of these questions. */
  orders: z.array(z.string()).optional(),
})
export type Assigned = z.infer<typeof Assigned>

/** A SurveyJS definition: plain JSON, read by survey-core and by fields.ts. */
export type Definition = {
  title?: Text
  description?: Text
  pages: DefinitionPage[]
  [property: string]: unknown
}
export type DefinitionPage = { name: string; title?: Text; elements: DefinitionElement[]; [property: string]: unknown }
export type DefinitionElement = { type: string; name: string; [property: string]: unknown }

export const Questionnaire = z.strictObject({
  slug,
  version: z.int().min(1),
  title: Text,
  /** One line under the title: what it is about. */
  summary: Text,
  audience: z.enum(audiences),
  /** Who it is for, in words. */
  audienceText: Text,
  /** Languages it is offered in, French among them; absent = those the authority expects of every questionnaire. */
  languages: z.array(z.enum(languages)).optional(),
  /** Of drafts and their sources alone: what is published leaves it out. */
  translatedFrom: z.array(TranslatedFrom).optional(),
  /** Minutes on the median path, optional part left out. */
  minutes: z.int().min(1).max(30),
  /** What one response stands for. */
  unit,
  notice: Notice,
  parameters: z.array(Parameter).default([]),
  assigned: z.array(Assigned).default([]),
  definition: z.custom<Definition>(
    (value) => typeof value === 'object' && value !== null && Array.isArray((value as { pages?: unknown }).pages),
  ),
  indicators: z.array(Indicator),
})
export type Questionnaire = z.infer<typeof Questionnaire>

/** `trial` until the settings are complete and a second person has published it for good. */
export type Status = 'draft' | 'review' | 'trial' | 'open' | 'closed' | 'archived'
