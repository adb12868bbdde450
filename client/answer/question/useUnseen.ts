/** What stands under the bottom of the screen: who points at « Suivant » without having come to it is shown it first. */
import { useEffect, useRef } from 'react'
import type { Question } from 'survey-core'

/**
 * @param questions of this screen
 * @returns shows the first question left blank, moment of a week nobody has spoken of, or name to take out, that never was in
 *   sight, and says whether there was one: once for each, and never to a keyboard nor to a screen reader, which come to everything on their way
 */
export function useUnseen(questions: readonly Question[]): () => boolean {
  const seen = useRef(new Set<string>())
  const isPointed = useRef(false)
  const latest = useRef(questions)
  latest.current = questions
  const look = useRef(() => {
    const fold = document.querySelector('.navigation')?.getBoundingClientRect().top ?? innerHeight
    for (const { key, title } of latest.current.flatMap(openOf))
      if (title.getBoundingClientRect().bottom <= fold) seen.current.add(key)
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
    const next = latest.current.flatMap(openOf).find(({ key }) => !seen.current.has(key))
    if (!isPointed.current || next === undefined) return false
    const { key, title } = next
    seen.current.add(key)
    title.tabIndex = -1
    title.focus({ preventScroll: true })
    title.closest('[data-unsaid], .question')!.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
    return true
  }
}

/** What a question still asks: itself, how the moments of its week are covered, whether a name is taken out. */
function openOf(question: Question): { key: string; title: HTMLElement }[] {
  const block = document.getElementById(question.id)
  const title = block?.querySelector<HTMLElement>(
    question.isEmpty() ? '.question-title' : '[data-unsaid] > :first-child',
  )
  return title ? [{ key: question.isEmpty() ? question.id : `${question.id}-unsaid`, title }] : []
}
