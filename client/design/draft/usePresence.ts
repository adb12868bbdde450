/** Says now and then that this editor is open, and hears who else has it open. */
import { useEffect, useRef, useState } from 'react'
import type { design } from '../../../api/wire/public.ts'
import { call } from '../../parts/staff/staffApi.ts'

type Others = design.DesignRoom['others']
const hereMs = 30_000

/** @param isSilent asked before each call: nothing is said while the session is over */
export function useHere(slug: string, first: Others, isSilent: () => boolean): Others {
  const [others, setOthers] = useState(first)
  const asked = useRef(isSilent)
  asked.current = isSilent
  useEffect(() => {
    let isHere = true
    const announceHere = async () => {
      if (document.visibilityState === 'hidden' || asked.current()) return
      const here = await call('POST /api/design/:slug/here', { params: { slug }, body: {} }).catch(() => null)
      if (isHere && here !== null) setOthers(here.others)
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
