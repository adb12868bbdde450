/** What the action log gives to be read under the objectives of the plan. */
import { countedItems } from '../../../analysis/evidence/counted.ts'
import type { EvidenceSource } from '../source.ts'
import { actionLogIn, typedEntries } from './log.ts'

export const actionLogSource: EvidenceSource = {
  kind: 'counted',
  items: async ({ context }) => countedItems(typedEntries(await actionLogIn(context.store).all())),
}
