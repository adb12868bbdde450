/** What passes between a thread and whoever asks it. */

/** `zone`: days are counted on both sides in the authority's time zone. */
export type Call = { id: number; name: string; input: unknown; zone: string }
export type Reply =
  | { id: number; note: unknown }
  | { id: number; value: unknown }
  | { id: number; failure: { name: string; message: string } }
