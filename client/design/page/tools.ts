/** What the page of the designer hands to its parts. */
import type { Found, Holder } from '../../../surveys/edit/places.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import type { useSelection } from './selection.ts'
import type { useDeeds } from './useDeeds.ts'
import type { Identity } from './useIdentity.ts'

export type Adding = { holder: Holder; at: number }

export type Tools = {
  room: DraftRoom
  selection: ReturnType<typeof useSelection>[0]
  select: (name: string) => void
  deeds: ReturnType<typeof useDeeds>
  identity: Identity
  add: (adding: Adding) => void
  /** In the library of the authority. */
  keep: (path: string) => void
  remove: (what: { kind: 'page' | 'element'; path: string }) => void
}

export type CardProps = Tools & { found: Found; everything: Found[]; numbers: ReadonlyMap<string, number> }
