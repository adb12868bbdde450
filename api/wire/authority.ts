/** The authority as the staff pages read it, and its parts as tables to edit. */
import * as z from 'zod'
import { Authority } from '../../surveys/authority/schema.ts'
import { TableProblem } from './staff.ts'

export const InForce = z.strictObject({
  /** Of the version; 0 = as shipped. */
  number: z.int().min(0),
  authority: Authority,
})
export type InForce = z.infer<typeof InForce>

export const AuthorityPage = z.strictObject({
  number: z.int().min(0),
  name: z.string(),
  plan: z.string(),
  source: z.string(),
  /** How many of each. */
  axes: z.int(),
  actions: z.int(),
  objectives: z.int(),
  communes: z.int(),
  inhabitants: z.int(),
  tables: z.array(z.strictObject({ name: z.string(), title: z.string(), help: z.string(), lines: z.int() })),
  /** Newest first. */
  history: z.array(
    z.strictObject({
      number: z.int(),
      date: z.string(),
      source: z.string(),
      changes: z.array(z.string()),
      savedAt: z.string(),
      savedBy: z.string(),
    }),
  ),
})
export type AuthorityPage = z.infer<typeof AuthorityPage>

/** A table tried before it is accepted: what is wrong, else what it would change. */
export const TriedTable = z.strictObject({ problems: z.array(TableProblem), changes: z.array(z.string()) })
export type TriedTable = z.infer<typeof TriedTable>
