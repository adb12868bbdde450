/** Keeps the answers on the device a moment after each change. */
import { useCallback, useEffect, useRef } from 'react'
import { type Draft, drafts } from '../outbox.ts'
import { plain } from './plain.ts'

const saveAfterMs = 250

/** @param now what there is to keep, asked at the last moment; `stop` lets a sheet leave without its draft coming back */
export function useSaving(
  session: Omit<Draft, 'data' | 'screen' | 'savedAt'>,
  now: () => Pick<Draft, 'data' | 'screen'>,
) {
  const latest = useRef(now)
  latest.current = now
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const save = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const { data, screen } = latest.current()
      void drafts.keep({ ...session, data: plain(data), screen, savedAt: Date.now() })
    }, saveAfterMs)
  }, [session])
  const stop = useCallback(() => clearTimeout(timer.current), [])
  return { save, stop }
}
