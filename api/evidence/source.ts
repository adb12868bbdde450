/** What a kind of evidence gives to be read under the objectives of the plan. */
import type { EvidenceItem, EvidenceKind } from '../../analysis/evidence/item.ts'
import type { DataContext } from '../data-context.ts'

export type EvidenceReader = {
  context: DataContext
  /** Whether the reader works on this questionnaire; what belongs to none is for every reader. */
  worksOn: (slug: string) => boolean
}

/** `items`: every piece of its kind, in the order in which a page shows them; none on an empty store. */
export type EvidenceSource = { kind: EvidenceKind; items(reader: EvidenceReader): Promise<EvidenceItem[]> }
