/** Invitation codes as strips to cut out, twelve a page: what it is about, the code, a square to scan. */
import QRCode from 'qrcode'
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
  const strips = await Promise.all(
    codes.map(async (code) => ({
      code,
      // behind the #: no server log ever holds it
      qr: await QRCode.toString(`${address}#code=${code}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
    })),
  )
  const until = closesAt === null ? '' : `Jusqu’au ${fullDayText(closesAt)}.`
  return pdfOf({ source: stripsPage, data: { ...said, until, address: address.replace(/^https?:\/\//, ''), strips } })
}
