/** Invitation codes as strips to cut out, twelve a page: what it is about, the code, a QR code to scan. */
import { fullDayText } from '../../../surveys/days.ts'
import { pdfOf } from '../../paper/typst.ts'
import { stripsPage } from './strips-page.ts'

export type Strips = {
  title: string
  author: string
  label: string
  /** `https://…/q/garde` */
  address: string
  closesAt: string | null
  codes: readonly string[]
}

/** @returns a tagged PDF */
export async function printStrips({ codes, closesAt, address, ...said }: Strips): Promise<Uint8Array> {
  const until = closesAt === null ? '' : `Jusqu’au ${fullDayText(closesAt)}.`
  return pdfOf({
    source: stripsPage,
    data: { ...said, until, address: address.replace(/^https?:\/\//, ''), codes },
    // behind the #: no server log ever holds it
    squares: codes.map((code) => `${address}#code=${code}`),
  })
}
