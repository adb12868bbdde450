/** Questions under the bottom of the screen: who points at « Suivant » without having come to one is shown it first. */
import { useEffect, useRef } from 'react'
import type { Question } from 'survey-core'

/**
 * @param questions of this screen
 * @returns shows the first one left blank that never was in sight, and says whether there was one: once for each, and never to a
 *   keyboard nor to a screen reader, which come to every question on their way
 */
export function useUnseen(questions: readonly Question[]): () => boolean {
  const seen = useRef(new Set<string>())
  const isPointed = useRef(false)
  const latest = useRef(questions)
  latest.current = questions
  const look = useRef(() => {
    const fold = document.querySelector('.navigation')?.getBoundingClientRect().top ?? innerHeight
    for (const { id } of latest.current) {
      const title = titleOf(id)
      if (title && title.getBoundingClientRect().bottom <= fold) seen.current.add(id)
    }
  }).current
  // each answer may move what stands under it
  useEffect(look)
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    addEventListener('scroll', look, { signal, passive: true })
    addEventListener('keydown', () => (isPointed.current = false), { signal, capture: true })
    addEventListener(
      'pointerdown',
      // the touches of a screen reader have no size
      ({ width, height }) => (isPointed.current = width + height > 0),
      { signal, capture: true },
    )
    return () => leaving.abort()
  }, [look])
  return () => {
    const next = latest.current.find((question) => question.isEmpty() && !seen.current.has(question.id))
    if (!isPointed.current || next === undefined) return false
    seen.current.add(next.id)
    const title = titleOf(next.id)
    if (!title) return false
    title.tabIndex = -1
    title.focus({ preventScroll: true })
    title.closest('.question')!.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
    return true
  }
}

const titleOf = (id: string) => document.getElementById(id)?.querySelector<HTMLElement>('.question-title')
