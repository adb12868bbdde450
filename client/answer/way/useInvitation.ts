/** The invitation code of this visit: from the link or typed, and whether it has to be asked for. */
import { useEffect, useState } from 'react'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { invitationIn } from '../../../surveys/answers/invitation.ts'
import type { CodeTrouble } from './Invitation.tsx'
import { checkCode } from './visit.ts'

type Asking = { isAsked: boolean; trouble: CodeTrouble | null }

/** @param inAddress the code of the link, once; null when it has none */
export function useInvitation({ slug, invitation: mode }: PublishedQuestionnaire, inAddress: () => string | null) {
  const [typed] = useState(inAddress)
  const [code, setCode] = useState(() => (typed === null ? null : invitationIn(typed)))
  const [{ isAsked, trouble }, setAsking] = useState<Asking>(() => ({
    isAsked: mode !== 'none' && (typed === null ? mode === 'required' : code === null),
    trouble: typed !== null && code === null ? 'misspelt' : null,
  }))
  useEffect(() => {
    const linked = typed === null ? null : invitationIn(typed)
    if (mode === 'none' || linked === null) return
    // a spent code shows before eight minutes of answers, not after; without a network the server says so on arrival
    checkCode(slug, linked).then(
      ({ state }) => {
        if (state === 'free') return
        setCode(null)
        setAsking({ isAsked: true, trouble: state })
      },
      () => {},
    )
  }, [mode, slug, typed])
  return {
    /** What goes into the draft. */
    own: mode !== 'none' && code !== null ? { invitation: code } : {},
    isAsked,
    trouble,
    /** Nobody asks, but one may have a code. */
    mayGive: mode === 'optional' && code === null,
    ask: () => setAsking({ isAsked: true, trouble: null }),
    give: (given: string | undefined) => {
      setCode(given ?? null)
      setAsking({ isAsked: false, trouble: null })
    },
  }
}
