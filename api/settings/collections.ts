/** What is stored of the settings: the values, the logo, two marks of the store itself, and every change. */
import * as z from 'zod'
import { languages } from '../../surveys/questionnaire/questionnaire.ts'
import { always, collectionRow } from '../store/collection-row.ts'
import type { SettingsValues } from './fields.ts'
import { byReviewSetting } from './reviewed.ts'

const text = z.string()

/** Types only: a rule that becomes stricter must not make the settings of an existing store unreadable. */
const values = {
  name: text,
  colour: text,
  contact: text,
  dpo: text,
  noticeMore: text,
  languages: z.array(z.enum(languages)),
  accessibility: z.enum(['non', 'partielle', 'totale']),
  accessibilityAudit: text,
  accessibilityDate: text,
  accessibilityGaps: text,
  ...byReviewSetting(() => text),
  rawMonths: z.number(),
  contactMonths: z.number(),
  correctionDays: z.number(),
  logMonths: z.number(),
  publicAddress: text,
  sealing: z.boolean(),
  publishByTwo: z.boolean(),
  timeZone: text,
  backupFolder: text,
  backupHour: z.number(),
  backupDays: z.number(),
} satisfies { [Name in keyof SettingsValues]: z.ZodType<SettingsValues[Name]> }

/** The picture as it was given; never decoded here. */
export const Logo = z.object({ type: z.enum(['image/png', 'image/jpeg']), data: z.string(), tag: z.string() })
export type Logo = z.infer<typeof Logo>

/**
 * Documents `site` (the values), `logo` (a picture, or nothing), `demo` (made-up people), `keyring` (the id shared with it),
 * `documents` (version of the stored documents), `upgrade` (the backup made before a change of version began) and `restoring`
 * (which backup is being restored, and whether all of it is there).
 */
export const StoredSettings = z
  .object({
    ...values,
    ...Logo.shape,
    demo: z.boolean(),
    /** Of the keyring this store belongs to. */
    id: text,
    version: z.number(),
    to: z.number(),
    file: text,
    chain: text,
    isLoaded: z.boolean(),
  })
  .partial()
export type StoredSettings = z.infer<typeof StoredSettings>

const change = z.object({ label: text, before: text, after: text })
/** By its number. */
export const SettingsEvent = z.object({ number: z.number(), at: text, by: text, changes: z.array(change) })
export type SettingsEvent = z.infer<typeof SettingsEvent>
export type SettingsChange = z.infer<typeof change>

export const settingsCollections = {
  settings: collectionRow({
    name: 'settings',
    schema: StoredSettings,
    holds: 'Réglages du site et logo.',
    personal: 'Coordonnées professionnelles du contact et du délégué à la protection des données.',
    why: 'Remplir les pages et les notices, et régler les durées.',
    ...always,
  }),
  settingsHistory: collectionRow({
    name: 'settings-history',
    schema: SettingsEvent,
    holds: 'Chaque changement des réglages : avant, après.',
    personal: 'Identifiant de qui a changé.',
    why: 'Savoir quand une durée ou un contact a changé.',
    ...always,
  }),
}
