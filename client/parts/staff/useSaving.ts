/** A form that is sent: what the api refused stands beside each field, and is said once. */
import { useState } from 'react'
import { fieldErrors, sentenceOf } from './staffApi.ts'
import { notifyProblem } from './Toasts.tsx'

export function useSaving(): [Record<string, string>, (send: () => Promise<void>) => Promise<void>] {
  const [errors, setErrors] = useState<Record<string, string>>({})
  async function saving(send: () => Promise<void>) {
    setErrors({})
    try {
      await send()
    } catch (error) {
      setErrors(fieldErrors(error))
      notifyProblem(sentenceOf(error))
    }
  }
  return [errors, saving]
}
