/** An address to scan from the screen. */
import { useEffect, useState } from 'react'
import { pathOf, type Square, squareOf } from './picture.ts'
import './code.css'

/** The squares of a text; null while they are drawn, and without a network: what stands beside them then stands alone. */
export function useSquare(text: string): Square | null {
  const [square, setSquare] = useState<Square | null>(null)
  useEffect(() => {
    let isWanted = true
    const show = (drawn: Square | null) => isWanted && setSquare(drawn)
    squareOf(text).then(show, () => show(null))
    return () => {
      isWanted = false
    }
  }, [text])
  return square
}

export function SquareImage({ square, label }: { square: Square | null; label: string }) {
  if (square === null) return null
  const side = square.size + 4
  return (
    <svg className="code-square" viewBox={`-2 -2 ${side} ${side}`} role="img" aria-label={label}>
      <rect x="-2" y="-2" width={side} height={side} fill="#fff" />
      <path d={pathOf(square)} fill="#000" />
    </svg>
  )
}
