/** The drawing of the first screens: an ordinary week of early shifts, a Wednesday, a Friday night. */
import type { RibbonSpan } from './Ribbon.tsx'

export const weekMotif: RibbonSpan[] = [
  ...[1, 2, 4, 5].flatMap((day): RibbonSpan[] => [
    { day, from: 11, to: 17, cover: 'covered' },
    { day, from: 33, to: 39, cover: 'covered' },
  ]),
  { day: 3, from: 14, to: 36, cover: 'strained' },
  { day: 5, from: 40, to: 48, cover: 'none' },
  { day: 6, from: 0, to: 12, cover: 'none' },
]
