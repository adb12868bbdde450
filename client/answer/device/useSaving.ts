/** Saves the answers on the device a moment after each change. */
import { useCallback, useEffect, useRef } from 'react'
import { plain } from '../screens/plain.ts'
import { type Draft, drafts } from './outbox.ts'

const saveAfterMs = 250

/**
 * @param isStored false where nothing may stay on the device
 * @param now what there is to save, asked at the last moment
 * @returns `stop` lets a response leave without its draft coming back, `again` undoes it; `flush` resolves once it is saved
 */
export function useSaving(
  session: Omit<Draft, 'data' | 'screen' | 'left' | 'savedAt'>,
  isStored: boolean,
  now: () => Pick<Draft, 'data' | 'screen' | 'left'>,
) {
  const latest = useRef(now)
  latest.current = now
  const isOver = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    if (!isStored || isOver.current) return
    const { data, ...place } = latest.current()
    await drafts.save({ ...session, data: plain(data), ...place, savedAt: Date.now() })
  }, [session, isStored])
  const save = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), saveAfterMs)
  }, [flush])
  // a page put aside (other application, back to another site) may never run its timers again
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void flush()
    }
    document.addEventListener('visibilitychange', hidden)
    return () => document.removeEventListener('visibilitychange', hidden)
  }, [flush])
  const stop = useCallback(() => {
    isOver.current = true
    clearTimeout(timer.current)
  }, [])
  const again = useCallback(() => {
    isOver.current = false
  }, [])
  return { save, flush, stop, again }
}
