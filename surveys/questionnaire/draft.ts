/** The shape of a questionnaire being written: loose, since it may be unfinished anywhere; the review says what is missing. */
import * as z from 'zod'
import { languages, translated } from '../languages.ts'
import { audiences, type Parameter, type Questionnaire, TranslatedFrom, unit } from './questionnaire.ts'
import { slug } from './slug.ts'

/** Any words, in any of the languages; some may not be written yet. */
const looseText = z.union([z.string(), z.partialRecord(z.enum(['default', ...translated]), z.string())])

export const DraftParameters = z
  .array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      help: z.string(),
      kind: z.enum(['choices', 'text']),
      provisional: z.union([looseText, z.array(z.strictObject({ value: z.string(), text: looseText }))]),
    }),
  )
  .max(40) as unknown as z.ZodType<Parameter[]>

/** The shape of a questionnaire and nothing more. */
export const DraftQuestionnaire = z.strictObject({
  slug,
  version: z.int().min(1),
  title: looseText,
  summary: looseText,
  audience: z.enum(audiences),
  audienceText: looseText,
  languages: z.array(z.enum(languages)).optional(),
  translatedFrom: z.array(TranslatedFrom).optional(),
  minutes: z.number(),
  unit,
  notice: z.strictObject({
    lines: z
      .array(z.strictObject({ id: z.string(), title: looseText, text: looseText, more: looseText.optional() }))
      .max(40),
  }),
  parameters: DraftParameters,
  assigned: z
    .array(
      z.strictObject({
        name: z.string(),
        values: z.array(z.string()).max(200),
        orders: z.array(z.string()).optional(),
      }),
    )
    .max(20),
  definition: z.looseObject({ pages: z.array(z.looseObject({})) }),
  indicators: z
    .array(
      z.strictObject({
        id: z.string(),
        objective: z.number(),
        alsoServes: z.array(z.number()).optional(),
        field: z.string(),
        measure: z.string(),
        wanted: z.array(z.string()).optional(),
        beside: z.array(z.string()).optional(),
        breakdowns: z.array(z.string()),
        intention: z.boolean().optional(),
        unit,
        title: z.string(),
        sentence: z.string(),
        phrases: z.record(z.string(), z.string().nullable()).optional(),
      }),
    )
    .max(200),
}) as unknown as z.ZodType<Questionnaire>
