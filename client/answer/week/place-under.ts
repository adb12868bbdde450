/** Where a finger stands on a ribbon that is painted. */
import { halfHoursADay } from '../../../surveys/questionnaire/week.ts'
import { painted } from '../../parts/Ribbon.tsx'

const { cell, gutter, head, line } = painted
const width = gutter + halfHoursADay * cell

/** @returns the day, 1 = Monday, and the half-hour since midnight; null beside the hours */
export function placeUnder(
  { clientX, clientY }: { clientX: number; clientY: number },
  box: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
  isMirrored: boolean,
): { day: number; half: number } | null {
  const across = ((clientX - box.left) / box.width) * width
  const x = (isMirrored ? width - across : across) - gutter
  const y = ((clientY - box.top) / box.height) * (head + 7 * line) - head
  if (x < 0 || y < 0 || y >= 7 * line) return null
  return { day: Math.floor(y / line) + 1, half: Math.min(halfHoursADay - 1, Math.floor(x / cell)) }
}
