/** Every source of evidence; a new kind adds one row. */
import { type EvidenceItem, evidenceKinds } from '../../analysis/evidence/item.ts'
import { actionLogSource } from './action-log/source.ts'
import { directoryEvidence } from './directory/evidence.ts'
import { heardEvidence } from './heard/evidence.ts'
import { registeredEvidence } from './registered/evidence.ts'
import type { EvidenceReader, EvidenceSource } from './source.ts'

export const evidenceSources: readonly EvidenceSource[] = [
  actionLogSource,
  heardEvidence,
  registeredEvidence,
  directoryEvidence,
]

/** All evidence there is, kind by kind in the order of `evidenceKinds`. */
export async function evidenceFor(reader: EvidenceReader): Promise<EvidenceItem[]> {
  const found = await Promise.all(evidenceSources.map((source) => source.items(reader)))
  return found.flat().toSorted((a, b) => evidenceKinds.indexOf(a.kind) - evidenceKinds.indexOf(b.kind))
}
