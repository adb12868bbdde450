/** What travels of typologies: figures that went through disclosure control, and how stable they are. */
import * as z from 'zod'
import type * as described from '../../analysis/typology/described.ts'
import { typologyRules } from '../../analysis/typology/offered.ts'
import type * as typology from '../../analysis/typology/typology.ts'
import { PublicationLine } from './contracts/shapes/publications.ts'
import { exactly } from './exactly.ts'
import { Estimate, MaybeEstimate, Strength } from './figures.ts'

const path = z.string().max(200)

export const NewTypology = z.strictObject({
  questions: z.array(path).min(typologyRules.leastQuestions).max(typologyRules.mostQuestions),
  /** Null: as many classes as the calculation says. */
  classes: z.int().min(2).max(8).nullable(),
})
export type NewTypology = z.infer<typeof NewTypology>

export const TypologiesPage = z.strictObject({
  slug: z.string(),
  title: z.string(),
  /** Null: nothing is published yet. */
  publication: PublicationLine.nullable(),
  questions: z.array(
    z.strictObject({
      path: z.string(),
      title: z.string(),
      page: z.string(),
      panel: z.string(),
    }),
  ),
  least: z.int(),
  most: z.int(),
  /** Newest first. */
  typologies: z.array(
    z.strictObject({
      number: z.int(),
      at: z.string(),
      questions: z.array(z.string()),
      classes: z.int(),
      strength: Strength,
    }),
  ),
  /** How many more may be made of this publication. */
  left: z.int(),
  isWorking: z.boolean(),
  /** Number of the one that was asked last, once it is there. */
  made: z.int().nullable(),
  /** Why the last one that was asked could not be made. */
  failure: z.string().nullable(),
})
export type TypologiesPage = z.infer<typeof TypologiesPage>

const Trait = exactly<described.Trait>()({
  path: z.string(),
  title: z.string(),
  answer: z.string(),
  isGroup: z.boolean(),
  inClass: Estimate,
  inAll: Estimate,
  testValue: z.number(),
})

const Pole = z.array(
  z.strictObject({ title: z.string(), answer: z.string(), contribution: z.number(), cos2: z.number() }),
)

export const TypologyPage = z.strictObject({
  slug: z.string(),
  title: z.string(),
  number: z.int(),
  at: z.string(),
  publication: PublicationLine,
  mention: z.string(),
  typology: exactly<typology.Typology>()({
    questions: z.array(
      z.strictObject({ path: z.string(), title: z.string(), rare: z.array(z.string()), isTogether: z.boolean() }),
    ),
    people: z.number(),
    unclassed: z.number(),
    weighted: z.boolean(),
    axes: z.array(z.strictObject({ part: z.number(), poles: z.tuple([Pole, Pole]) })),
    classes: z.array(
      exactly<typology.Typology['classes'][number]>()({
        value: z.string(),
        size: MaybeEstimate,
        more: z.array(Trait),
        less: z.array(Trait),
        strength: Strength,
        jaccard: z.number(),
      }),
    ),
    stability: z.strictObject({ strength: Strength, rand: z.number(), resamples: z.number() }),
  }),
})
export type TypologyPage = z.infer<typeof TypologyPage>
