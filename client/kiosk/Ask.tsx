/** A question over the whole screen; the first button has the focus. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Button } from '../parts/forms/Button.tsx'

type Props = { title: string; children: ReactNode; yes: string; no: string; onYes: () => void; onNo: () => void }

/** @param yes the answer that changes nothing, also given by Escape */
export function Ask({ title, children, yes, no, onYes, onNo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const main = useRef<HTMLButtonElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    main.current?.focus()
    // what had the focus before has it again, as long as it is still there
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="ask"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault()
        onYes()
      }}
    >
      <h1 id={`${id}-title`}>{title}</h1>
      <div id={`${id}-text`}>{children}</div>
      <div className="ask-actions">
        <Button ref={main} kind="main" onClick={onYes}>
          {yes}
        </Button>
        <Button onClick={onNo}>{no}</Button>
      </div>
    </dialog>
  )
}
