/** A form of everybody's on its way: asked, being sent, done; or what is wrong with it. */
import { useState } from 'react'

/** @param failed what is said when it could not be sent */
export function useSending(failed: string) {
  const [problem, setProblem] = useState('')
  const [state, setState] = useState<'asking' | 'sending' | 'done'>('asking')
  async function sending(send: () => Promise<unknown>) {
    setState('sending')
    setProblem('')
    try {
      await send()
      setState('done')
    } catch {
      setProblem(failed)
      setState('asking')
    }
  }
  return { problem, setProblem, state, sending, again: () => setState('asking') }
}
