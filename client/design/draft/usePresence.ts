/** Says now and then that this editor is open, and hears who else has it open. */
import { useEffect, useRef, useState } from 'react'
import type { design } from '../../../api/wire/public.ts'
import { call } from '../../parts/staff/staffApi.ts'

type Others = design.DesignRoom['others']
export const hereMs = 15_000

/** What is being written is not to leave the screen. */
export const isTyping = () => document.activeElement?.matches('input, textarea, select, [contenteditable]') ?? false

/**
 * @param isSilent asked before each call: nothing is said while the session is over
 * @param hear told the edition that the site has now
 */
export function useHere(
  slug: string,
  first: Others,
  isSilent: () => boolean,
  hear: (revision: number) => void,
): Others {
  const [others, setOthers] = useState(first)
  const asked = useRef(isSilent)
  asked.current = isSilent
  const heard = useRef(hear)
  heard.current = hear
  useEffect(() => {
    let isHere = true
    const announceHere = async () => {
      if (document.visibilityState === 'hidden' || asked.current()) return
      const here = await call('POST /api/design/:slug/here', { params: { slug }, body: {} }).catch(() => null)
      if (!isHere || here === null) return
      setOthers(here.others)
      heard.current(here.revision)
    }
    void announceHere()
    const timer = setInterval(announceHere, hereMs)
    return () => {
      isHere = false
      clearInterval(timer)
    }
  }, [slug])
  return others
}
