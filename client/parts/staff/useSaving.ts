/** A form that is sent: what the api refused stands beside each field, and is said once. */
import { type FormEvent, useState } from 'react'
import { fieldErrors, sentenceOf } from './staffApi.ts'
import { notifyProblem } from './Toasts.tsx'

type Errors = Record<string, string>

/** `wrong`: what the page sees by itself, field by field: then nothing is sent. */
type Saving = (send: () => Promise<void>, wrong?: Errors) => Promise<void>

/** `forget`: what was refused is being put right. */
export function useSaving(
  report = notifyProblem,
): [errors: Errors, saving: Saving, isSaving: boolean, forget: () => void] {
  const [errors, setErrors] = useState<Errors>({})
  const [isSaving, setSaving] = useState(false)
  const saving: Saving = async (send, wrong = {}) => {
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    setSaving(true)
    try {
      await send()
    } catch (error) {
      setErrors(fieldErrors(error))
      report(sentenceOf(error))
    } finally {
      setSaving(false)
    }
  }
  return [errors, saving, isSaving, () => setErrors({})]
}

/** The same, where the sentence stays on the page: `failure`, '' where there is none. */
export function useSavingHere() {
  const [failure, setFailure] = useState('')
  const [errors, saving, isSaving, forgetErrors] = useSaving(setFailure)
  const savingHere: Saving = (send, wrong) => {
    setFailure('')
    return saving(send, wrong)
  }
  const forget = () => {
    setFailure('')
    forgetErrors()
  }
  return { errors, failure, saving: savingHere, isSaving, setFailure, forget }
}

/** What a form does when it is sent, in the place of loading the page anew. */
export const submits = (send: () => unknown) => (event: FormEvent) => {
  event.preventDefault()
  void send()
}
