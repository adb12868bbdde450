/** The square of a text, which a phone scans, as an SVG. */

export type Square = {
  /** White around it, in modules. */
  margin: number
  /** How much of it may be hidden or worn: L 7 %, M 15 %, Q 25 %. */
  level: 'L' | 'M' | 'Q'
}

export async function qrCode(text: string, { margin, level }: Square): Promise<string> {
  // the first square loads it, not the start of the server
  const { default: QRCode } = await import('qrcode')
  return QRCode.toString(text, { type: 'svg', margin, errorCorrectionLevel: level })
}
