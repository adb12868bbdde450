/** A form that is sent once at a time: a second press while it is on its way sends nothing. */
import { type FormEvent, useRef, useState } from 'react'

/** `failure`: why the last sending was refused; undefined = it was not. */
export function useForm(send: () => Promise<unknown>) {
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setIsBusy] = useState(false)
  const isOnItsWay = useRef(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isOnItsWay.current) return
    isOnItsWay.current = true
    setIsBusy(true)
    setFailure(undefined)
    try {
      await send()
    } catch (error) {
      setFailure(error)
    }
    isOnItsWay.current = false
    setIsBusy(false)
  }
  return { failure, isBusy, submit }
}
