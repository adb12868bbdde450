/** Something asked of the api about a draft: what is typed is saved first, and the room is read again after. */
import { useState } from 'react'
import { call, sentenceOf } from '../parts/staff/staffApi.ts'
import { tell, tellBad } from '../parts/staff/Toasts.tsx'
import type { DraftRoom } from './useDraft.ts'

type Deed = {
  method?: 'POST' | 'PUT'
  /** Under `/api/design/:slug`. */
  place: string
  body?: unknown
  done: string
}

/** @returns whether one is under way, and the way to do one: true when it was done */
export function useDeed(room: DraftRoom): [boolean, (deed: Deed) => Promise<boolean>] {
  const [isBusy, setIsBusy] = useState(false)
  async function act({ method = 'POST', place, body = {}, done }: Deed): Promise<boolean> {
    setIsBusy(true)
    try {
      if (!room.isReadOnly && !(await room.flush())) {
        tellBad('Vos derniers changements ne sont pas encore enregistrés : réessayez quand le réseau est revenu.')
        return false
      }
      await call(method, `/api/design/${room.slug}/${place}`, body)
      tell(done)
      room.reload()
      return true
    } catch (error) {
      tellBad(sentenceOf(error))
      return false
    } finally {
      setIsBusy(false)
    }
  }
  return [isBusy, act]
}
