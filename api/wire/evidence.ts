/** What travels of the evidence under an objective. */

import * as z from 'zod'
import {
  type EvidenceChart as Chart,
  type EvidenceCounts as Counts,
  evidenceKinds,
  type EvidenceItem as Item,
} from '../../analysis/evidence/item.ts'
import { levelSaid } from '../../surveys/authority/levels.ts'
import { TableColumn, TableProblem } from './contracts/shapes/tables.ts'
import { exactly } from './exactly.ts'

export const EvidenceKind = z.enum(evidenceKinds)
export type EvidenceKind = z.infer<typeof EvidenceKind>

export const EvidenceChart = exactly<Chart>()({
  title: z.string(),
  unit: z.string(),
  points: z.array(z.strictObject({ label: z.string(), value: z.number().nullable() })).readonly(),
})
export type EvidenceChart = z.infer<typeof EvidenceChart>

export const EvidenceItem = exactly<Item>()({
  id: z.string(),
  objective: z.int(),
  kind: EvidenceKind,
  sentence: z.string(),
  base: z.string(),
  day: z.string(),
  source: z.string(),
  limits: z.array(z.string()).readonly(),
  href: z.string(),
  chart: EvidenceChart.optional(),
})
export type EvidenceItem = z.infer<typeof EvidenceItem>

export const EvidenceCounts = exactly<Counts>()({
  asked: z.int(),
  counted: z.int(),
  heard: z.int(),
  registered: z.int(),
})
export type EvidenceCounts = z.infer<typeof EvidenceCounts>

const cells = z.array(z.array(z.string().max(400)).max(20)).max(300)

/** What a series says of itself. */
export const aboutSeries = {
  title: z.string(),
  definition: z.string(),
  unit: z.string(),
  source: z.string(),
  link: z.string(),
  /** ISO day the source gave its figures. */
  date: z.string(),
  limits: z.string(),
  objectives: z.array(z.int()),
} as const

export const SeriesList = z.strictObject({
  series: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      source: z.string(),
      date: z.string(),
      objectives: z.array(z.int()),
      sentence: z.string(),
      chart: EvidenceChart,
      withdrawn: z.boolean(),
    }),
  ),
  /** Ready to be accepted: nothing of them is saved. */
  offers: z.array(z.strictObject({ id: z.string(), title: z.string(), source: z.string(), sentence: z.string() })),
})
export type SeriesList = z.infer<typeof SeriesList>

export const SeriesPage = z.strictObject({
  id: z.string(),
  /** Newest version saved; 0 = none: what follows is blank, or offered. */
  number: z.int(),
  isOffered: z.boolean(),
  withdrawn: z.boolean(),
  ...aboutSeries,
  cells: z.array(z.array(z.string())),
  columns: z.array(TableColumn),
  example: z.array(z.string()),
  sentence: z.string(),
  chart: EvidenceChart,
  values: z.array(
    z.strictObject({
      period: z.string(),
      text: z.string(),
      state: z.string(),
      day: z.string().nullable(),
      note: z.string(),
    }),
  ),
  /** Newest first. */
  history: z.array(
    z.strictObject({
      number: z.int(),
      savedAt: z.string(),
      savedBy: z.string(),
      reason: z.string(),
      withdrawn: z.boolean(),
      changes: z.array(z.string()),
    }),
  ),
})
export type SeriesPage = z.infer<typeof SeriesPage>

export const TypedValues = z.strictObject({ cells })
/** `changes`: what saving would change, in sentences. */
export const CheckedValues = z.strictObject({ problems: z.array(TableProblem), changes: z.array(z.string()) })
export type CheckedValues = z.infer<typeof CheckedValues>

const line = (least: number, most: number, missing: string) => z.string().trim().min(least, missing).max(most)

export const NewSeries = z.strictObject({
  /** Number of the version it started from; 0 = none yet. */
  after: z.int().min(0),
  title: line(3, 60, 'Dites en quelques mots ce qui est compté, par exemple « Naissances ».'),
  definition: line(10, 400, 'Dites ce que le chiffre compte, et ce qu’il ne compte pas.'),
  unit: line(1, 30, 'Indiquez l’unité, par exemple « habitants » ou « % ».'),
  source: line(3, 200, 'Indiquez d’où viennent ces chiffres.'),
  link: z.union([
    z.literal(''),
    z.url({ protocol: /^https?$/, message: 'Collez l’adresse entière, qui commence par https://.' }).max(400),
  ]),
  date: z.iso.date('Choisissez le jour où la source a donné ces chiffres.'),
  limits: z.string().trim().max(600),
  objectives: z
    .array(z.int().min(1))
    .min(1, { error: () => `Choisissez au moins ${levelSaid('a', 'objective')}.` })
    .max(60),
  cells,
  /** Why it is corrected; '' for a first version. */
  reason: z.string().trim().max(300),
})
export type NewSeries = z.infer<typeof NewSeries>

export const SavedSeries = z.strictObject({ id: z.string() })
export const SeriesWithdrawal = z.strictObject({
  after: z.int().min(1),
  reason: line(5, 300, 'Dites pourquoi cette série est retirée.'),
})
