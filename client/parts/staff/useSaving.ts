/** A form that is sent: what the api refused stands beside its field, what it says of no field is said once. */
import { type FormEvent, useRef, useState } from 'react'
import { once } from '../forms/once.ts'
import { fieldErrors, sentenceOf } from './staffApi.ts'
import { notifyProblem } from './Toasts.tsx'

const typable = 'input:not([type="hidden"]), select, textarea'

/** What takes the focus for a control that is wrong: a group gives it to its first box. */
const takerOf = (wrong: HTMLElement) =>
  wrong.matches(`${typable}, button`) ? wrong : (wrong.querySelector<HTMLElement>(typable) ?? wrong)

/**
 * Where one is in a page once a form was sent: on the first field to put right, or where one pressed. Called when it is sent.
 *
 * @returns what to call with the answer, once its errors are to be drawn; gives how many fields say theirs
 */
export function keepPlace(): (isRefused: boolean) => Promise<number> {
  const pressed = document.activeElement
  const form = pressed?.closest('form, dialog, main') ?? document.body
  return (isRefused) =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const wrong = isRefused ? [...form.querySelectorAll<HTMLElement>('[aria-invalid="true"]')] : []
        const { activeElement, body } = document
        const isHere = activeElement === body || activeElement === pressed
        const fields = form.querySelectorAll<HTMLElement>(typable)
        // a form of one field needs no word of which is wrong
        const first = wrong[0] ? takerOf(wrong[0]) : isRefused && fields.length === 1 ? fields[0] : null
        if (isHere && first) first.focus()
        else if (activeElement === body && pressed instanceof HTMLElement) pressed.focus()
        resolve(wrong.length)
      }),
    )
}

type Errors = Record<string, string>

/** `wrong`: what the page sees by itself, field by field: then nothing is sent. */
type Saving = (send: () => Promise<void>, wrong?: Errors) => Promise<void>

/** `forget`: what was refused is being put right. */
export function useSaving(
  report = notifyProblem,
): [errors: Errors, saving: Saving, isSaving: boolean, forget: () => void] {
  const [errors, setErrors] = useState<Errors>({})
  const [isSaving, setSaving] = useState(false)
  const isOnItsWay = useRef(false)
  const saving: Saving = async (send, wrong = {}) => {
    // pressed twice, it is sent once
    if (isOnItsWay.current) return
    const stay = keepPlace()
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return void stay(true)
    setSaving(true)
    isOnItsWay.current = true
    try {
      await send()
      isOnItsWay.current = false
      setSaving(false)
      await stay(false)
    } catch (error) {
      const refused = fieldErrors(error)
      const { length } = Object.keys(refused)
      setErrors(refused)
      isOnItsWay.current = false
      setSaving(false)
      // what stands beside each field needs no other sentence
      if ((await stay(true)) < length || length === 0) report(sentenceOf(error))
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

/** What is typed in a form, and what puts down a part of it. */
export function useTyped<Typed>(blank: Typed | (() => Typed)): [Typed, (part: Partial<Typed>) => void] {
  const [typed, setTyped] = useState(blank)
  return [typed, (part) => setTyped((before) => ({ ...before, ...part }))]
}

/**
 * Ties the fields of a form to what is typed there, and to what the api refused of it.
 *
 * @example const field = bindFields(typed, change, errors)
 * // then, for each: <TextField label="Source" {...field('source')} />
 */
export const bindFields =
  <Typed>(typed: Typed, change: (part: Partial<Typed>) => void, errors: Partial<Errors>) =>
  <Name extends keyof Typed & string>(name: Name) => ({
    error: errors[name],
    value: typed[name],
    onChange: (value: Typed[Name]) => change({ [name]: value } as unknown as Partial<Typed>),
  })

/** What a form does when it is sent, in the place of loading the page anew; sent again while it is on its way, it does nothing. */
export const submits = (send: () => unknown) => (event: FormEvent) => {
  event.preventDefault()
  once(event.currentTarget, send)
}
