/** A form that is sent once at a time: a second press while it is on its way sends nothing. */
import { type FormEvent, useRef, useState } from 'react'
import { keepPlace } from '../../parts/staff/useSaving.ts'

/** `failure`: why the last sending was refused; undefined = it was not. */
export function useForm(send: () => Promise<unknown>) {
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setIsBusy] = useState(false)
  const isOnItsWay = useRef(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isOnItsWay.current) return
    isOnItsWay.current = true
    const stay = keepPlace()
    let isRefused = false
    setIsBusy(true)
    setFailure(undefined)
    try {
      await send()
    } catch (error) {
      isRefused = true
      setFailure(error)
    }
    isOnItsWay.current = false
    setIsBusy(false)
    await stay(isRefused)
  }
  return { failure, isBusy, submit }
}
