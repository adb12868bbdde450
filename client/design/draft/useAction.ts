/** Something asked of the api about a draft: what is typed is saved first, and a message says what came of it. */
import { useState } from 'react'
import { sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify, notifyProblem } from '../../parts/staff/Toasts.tsx'
import type { DraftRoom } from './useDraft.ts'

type Deed = {
  /** What is asked; the room's own ways (`note`, `refresh`) or a call. */
  do: () => Promise<unknown>
  /** Said once it is done; a way that learns it meanwhile is asked then. */
  done: string | (() => string)
}

/** @returns whether one is under way, and the way to do one: true when it was done */
export function useDeed({ isReadOnly, flush }: DraftRoom): [boolean, (deed: Deed) => Promise<boolean>] {
  const [isBusy, setIsBusy] = useState(false)
  async function act({ do: ask, done }: Deed): Promise<boolean> {
    setIsBusy(true)
    try {
      if (!isReadOnly && !(await flush())) {
        notifyProblem('Vos derniers changements ne sont pas encore enregistrés : réessayez quand le réseau est revenu.')
        return false
      }
      await ask()
      notify(typeof done === 'string' ? done : done())
      return true
    } catch (error) {
      notifyProblem(sentenceOf(error))
      return false
    } finally {
      setIsBusy(false)
    }
  }
  return [isBusy, act]
}
