/** Reports how far people come and how long they take, as numbers tied to nothing; never from a shared tablet. */
import { useEffect, useRef } from 'react'
import { doorKey, shortDoor } from '../../../surveys/questionnaire/door.ts'
import { reportStep } from './visit.ts'

/** The last screen, where answers are sent. */
const endPage = '~end'
/** A visit longer than this was left and taken up again: it says nothing of the questionnaire. */
const mostMinutes = 90

type Answering = { slug: string; version: number; isNew: boolean; isByShort: boolean }

const doorOf = (isByShort: boolean) => (isByShort ? ({ [doorKey]: shortDoor } as const) : {})

/**
 * @param page the page being shown; null = the last screen
 * @param isReported false on a kiosk, when a response is corrected, and after the short door
 * @returns to be called when the answers are sent
 */
export function useSteps(
  { slug, version, isNew, isByShort }: Answering,
  page: string | null,
  isReported: boolean,
): () => void {
  const reported = useRef(new Set<string>())
  const startedAt = useRef(Date.now())
  const name = page ?? endPage
  useEffect(() => {
    // pages already behind a draft that is taken up again were reported when it was begun
    if (!isReported || !isNew || reported.current.has(name)) return
    reported.current.add(name)
    reportStep({ questionnaire: slug, version, page: name, ...doorOf(isByShort) })
  }, [isReported, isNew, slug, version, name, isByShort])
  return () => {
    const minutes = Math.max(1, Math.round((Date.now() - startedAt.current) / 60_000))
    if (isReported && isNew && minutes <= mostMinutes)
      reportStep({ questionnaire: slug, minutes, ...doorOf(isByShort) })
  }
}
