/** A form that is sent: what the api refused stands beside each field, and is said once. */
import { type FormEvent, useState } from 'react'
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

/** What a form does when it is sent, in the place of loading the page anew. */
export const submits = (send: () => unknown) => (event: FormEvent) => {
  event.preventDefault()
  void send()
}
