/** What is stored of the reference tables: each save is a dated version with its source. */
import * as z from 'zod'
import { always, collectionRow } from '../store/collection-row.ts'

const cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.number()), z.null()])

/** By `kind@number`; the newest is the one used. */
export const TableVersion = z.object({
  kind: z.string(),
  number: z.number(),
  /** Cells as they were typed, so that they can be opened and mended. */
  cells: z.array(z.array(z.string())),
  rows: z.array(z.record(z.string(), cell)),
  /** Date of the facts, ISO. */
  date: z.string(),
  /** Where they come from. */
  source: z.string(),
  savedAt: z.string(),
  savedBy: z.string(),
})
export type TableVersion = z.infer<typeof TableVersion>

export const tableCollections = {
  tables: collectionRow({
    name: 'tables',
    schema: TableVersion,
    holds: 'Tables de référence : zones, tarifs, lieux, chiffres de l’INSEE, version par version.',
    personal: 'Identifiant de qui a enregistré.',
    why: 'Ranger les communes par zone et comparer aux habitants.',
    ...always,
  }),
}
