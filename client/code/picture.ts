/** The code as something to scan or to save: its address, its QR squares, and a picture of both. */

import { unaccented } from '../../surveys/wording/folded.ts'
import { publicOrigin } from '../parts/site.ts'

/** Dark cells of a QR code, row by row. */
export type Square = { size: number; isDark: (row: number, column: number) => boolean }

/** On this site. The words stand after #, which no browser sends: the server never sees them, nor do its logs. */
export const pathTo = (code: readonly string[], page: '/mon-code' | '/reprendre' = '/mon-code') =>
  `${page}${code.length > 0 ? `#${code.map(unaccented).join('-')}` : ''}`

export const addressOf = (...to: Parameters<typeof pathTo>) => `${publicOrigin()}${pathTo(...to)}`

/** @returns false when the browser does not copy */
export const copied = (code: readonly string[]): Promise<boolean> =>
  navigator.clipboard?.writeText(code.join(' ')).then(
    () => true,
    () => false,
  ) ?? Promise.resolve(false)

const drawer = () => import('qrcode')
/** Fetched before it is needed: the network may be cut by then. */
export const prepareSquare = () => void drawer().catch(() => {})

export async function squareOf(text: string): Promise<Square> {
  const { create } = await drawer()
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 }
}

/** One path for all dark cells. */
export function pathOf({ size, isDark }: Square): string {
  const cells: string[] = []
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) if (isDark(row, column)) cells.push(`M${column} ${row}h1v1h-1z`)
  return cells.join('')
}

/** What stands on the picture, around the words. */
export type Around = {
  title: string
  /** Of whoever asked. */
  authority: string
  /** Of the questionnaire. */
  name: string
  /** Until when it serves, or ''. */
  until: string
  address: string
}

/** A white card of 1000 × 700 with the words, what they are for, the address and the squares. */
export function pictureOf(
  code: readonly string[],
  square: Square | null,
  { title, authority, name, until, address }: Around,
): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = 1000
  canvas.height = 700
  const context = canvas.getContext('2d')!
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#1b1f2a'
  context.font = '700 40px "IBM Plex Sans", sans-serif'
  context.fillText(title, 48, 74)
  context.font = '26px "IBM Plex Sans", sans-serif'
  context.fillText(authority, 48, 116, 900)
  context.fillText(name, 48, 154, 900)
  context.font = '28px "IBM Plex Sans", sans-serif'
  code.forEach((word, index) => {
    context.fillText(`${index + 1}. ${word}`, 48 + (index % 2) * 250, 214 + Math.floor(index / 2) * 58)
  })
  context.font = '24px "IBM Plex Sans", sans-serif'
  context.fillText(until, 48, 604, 900)
  context.fillText(address, 48, 652, 900)
  if (square) {
    const cell = Math.floor(400 / square.size)
    for (let row = 0; row < square.size; row++)
      for (let column = 0; column < square.size; column++)
        if (square.isDark(row, column)) context.fillRect(560 + column * cell, 178 + row * cell, cell, cell)
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}
