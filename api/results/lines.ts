/** A publication in one line. */
import type * as wire from '../wire/results.ts'
import type { Head } from './publications.ts'

export const lineOf = ({ surveyed, number, madeAt, madeBy, document }: Head): wire.PublicationLine => ({
  ...surveyed,
  number,
  madeAt,
  madeBy,
  digest: document.digest,
})
