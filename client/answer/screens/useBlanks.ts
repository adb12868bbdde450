/** On a detour, what is asked on its way and was left blank is come to, one after the other. */
import { useRef } from 'react'
import type { Question } from 'survey-core'
import { comeTo } from '../asking/come-to.ts'
import type { Unit } from '../asking/units.ts'
import { isLeftBlank } from './ReviewList.tsx'
import type { Screen } from './screens.ts'
import type { WayOn } from './useDetour.ts'

export type Blanks = {
  /** @param first at the top of the screen already @returns whether there was another one */
  comeToNext: (first?: Question) => boolean
  /** Those come to so far are come to again. */
  restart: () => void
}

/** @param units what the screen asks */
export function useBlanks(detour: WayOn, screen: Screen | undefined, units: readonly Unit[]): Blanks {
  const seen = useRef(new Set<Question>())
  return {
    comeToNext(first) {
      const next = units.find(
        ({ question }) => screen && detour.isNew(question) && isLeftBlank(question) && !seen.current.has(question),
      )
      if (!next) return false
      seen.current.add(next.question)
      if (next.question !== first) comeTo(next, 'focus', 'start')
      return true
    },
    restart: () => seen.current.clear(),
  }
}
