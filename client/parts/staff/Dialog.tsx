/** A window over the page: the browser's own dialog holds the keyboard inside and gives the focus back. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '../forms/Button.tsx'

type Props = {
  isOpen: boolean
  title: string
  onClose: () => void
  actions?: ReactNode
  /** Word on the button that closes. */
  closeText?: string
  /** Closing is what is advised: its button is the strong one, and comes first. */
  isCloseAdvised?: boolean
  isWide?: boolean
  children: ReactNode
}

export function Dialog({
  isOpen,
  title,
  onClose,
  actions,
  closeText = 'Fermer',
  isCloseAdvised,
  isWide,
  children,
}: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (isOpen && element && !element.open) {
      element.showModal()
      // what takes the focus may be longer than the window: it is read from its top
      element.scrollTop = 0
    }
    if (!isOpen && element?.open) element.close()
  }, [isOpen])
  if (!isOpen) return <dialog ref={dialog} aria-labelledby={id} />
  return (
    <dialog ref={dialog} className="dialog" data-wide={isWide || undefined} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      <div className="dialog-body">{children}</div>
      <div className="actions">
        {!isCloseAdvised && actions}
        <Button kind={isCloseAdvised ? 'main' : undefined} onClick={onClose}>
          {closeText}
        </Button>
        {isCloseAdvised && actions}
      </div>
    </dialog>
  )
}

type ButtonProps = { isDanger?: boolean; isDisabled?: boolean; onPress: () => void; children: ReactNode }

/** What the window is for, first among its actions. */
export const DialogButton = ({ isDanger = false, isDisabled = false, onPress, children }: ButtonProps) => (
  <Button kind={isDanger ? 'danger' : 'main'} disabled={isDisabled} onClick={() => onPress()}>
    {children}
  </Button>
)
