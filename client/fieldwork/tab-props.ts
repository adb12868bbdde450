/** What the fieldwork of one questionnaire hands to each of its tabs. */
import type { fieldwork } from '../../api/wire/public.ts'

export type TabProps = {
  page: fieldwork.FieldworkPage
  /** May change dates, codes and decisions; the others look. */
  mayDecide: boolean
  /** Asks for the page anew, which stays meanwhile. */
  again: () => void
}
