/** What is needed to note: from the server, else what the device held of it. */
import { useCallback } from 'react'
import type { actionLog } from '../../../api/wire/public.ts'
import { isWorthRetrying } from '../../parts/api.ts'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { heldDesk } from './held.ts'

async function freshDesk(): Promise<actionLog.Desk> {
  try {
    const desk = await call('GET /api/action-log/desk')
    heldDesk.set(desk)
    return desk
  } catch (error) {
    const held = heldDesk.get()
    if (held && isWorthRetrying(error)) return held
    throw error
  }
}

export const useDesk = () => useLoaded(useCallback(freshDesk, []))
