/** What a room of the fieldwork hands to each of its places. */
import type { fieldwork } from '../../api/wire/public.ts'

export type PlaceProps = {
  page: fieldwork.FieldworkPage
  /** May change dates, codes and decisions; the others look. */
  mayDecide: boolean
  again: () => void
}
