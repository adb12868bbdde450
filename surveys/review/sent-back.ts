/** A draft that its reader has sent back. */

type Read = { state: 'draft' | 'review'; comments: readonly { settled: boolean; isReturn?: boolean | undefined }[] }

/** Remarks that wait for its author, from the moment it is sent back; 0 otherwise. */
export function remarksOf(draft: Read | null): number {
  if (draft?.state !== 'draft') return 0
  const open = draft.comments.filter(({ settled }) => !settled)
  return open.some(({ isReturn }) => isReturn) ? open.length : 0
}

/** « Renvoyé : 1 remarque » */
export const sentBackText = (remarks: number): string =>
  `Renvoyé\u202f: ${remarks}\u00a0${remarks > 1 ? 'remarques' : 'remarque'}`
