/** A question over the whole screen; the first button has the focus. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '../parts/forms/Button.tsx'

type Props = { title: string; children: ReactNode; yes: string; no: string; onYes: () => void; onNo: () => void }

/** @param yes the answer that changes nothing, also given by Escape */
export function Ask({ title, children, yes, no, onYes, onNo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const main = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    dialog.current?.showModal()
    main.current?.focus()
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
