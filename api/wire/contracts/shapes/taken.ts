/** What the pages of results ask the server to draw, as they show it. */
import * as z from 'zod'

const words = (most: number) => z.string().max(most)
const Bar = z.strictObject({
  value: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  text: words(120),
  isUncertain: z.boolean(),
  /** One of the two groups of an established gap. */
  isLead: z.boolean().optional(),
})
const Bars = z.strictObject({
  kind: z.literal('bars'),
  end: z.number().positive(),
  columns: z
    .array(z.strictObject({ label: words(300), base: words(40) }))
    .min(1)
    .max(60),
  rows: z.array(z.strictObject({ label: words(300), note: words(120), bars: z.array(Bar).max(60) })).max(120),
})
const halves = <T extends z.ZodType>(of: T) => z.array(z.array(of).length(48)).length(7)

const shade = { level: z.int().min(0).max(5).nullable(), isHatched: z.boolean(), text: words(120) }

export const TakenPicture = z.strictObject({
  title: words(600),
  under: words(2_000),
  sentence: words(3_000),
  foot: words(2_000),
  drawing: z.discriminatedUnion('kind', [
    Bars,
    z.strictObject({
      kind: z.literal('week'),
      layer: z.enum(['needed', 'regular', 'covered', 'lacking']),
      values: halves(z.number().nullable()),
      uncertain: halves(z.boolean()),
    }),
    z.strictObject({
      kind: z.literal('map'),
      slug: words(80),
      publication: z.int().min(1),
      zones: z.array(z.strictObject({ name: words(200), ...shade })).max(60),
      /** Of the zones too small to be alone. */
      rest: z.strictObject(shade).optional(),
      bars: Bars,
    }),
  ]),
})
export type TakenPicture = z.infer<typeof TakenPicture>
