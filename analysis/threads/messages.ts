/** What passes between a thread and whoever asks it. */

import type { Authority } from '../../surveys/authority/schema.ts'

/**
 * `zone`: days are counted on both sides in the authority's time zone. `authority`: given with the first call and with the
 * first after another version came in force, so that both sides read the same plan and territory.
 */
export type Call = { id: number; name: string; input: unknown; zone: string; authority?: Authority }
export type Reply =
  | { id: number; note: unknown }
  | { id: number; value: unknown }
  | { id: number; failure: { name: string; message: string } }
