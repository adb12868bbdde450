/** Commands that are seldom used: side by side where there is room, else under « Plus ». */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../parts/forms/Button.tsx'

export function More({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const elsewhere = ({ target }: Event) => {
      if (!box.current?.contains(target as Node)) setIsOpen(false)
    }
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setIsOpen(false)
      opener.current?.focus()
    }
    addEventListener('pointerdown', elsewhere)
    addEventListener('focusin', elsewhere)
    addEventListener('keydown', press)
    return () => {
      removeEventListener('pointerdown', elsewhere)
      removeEventListener('focusin', elsewhere)
      removeEventListener('keydown', press)
    }
  }, [isOpen])
  return (
    <div className="texts-more" ref={box} data-open={isOpen || undefined}>
      <Button ref={opener} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        Plus
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a command closes its list, whichever way it is pressed */}
      <div className="texts-commands" onClick={() => setIsOpen(false)}>
        {children}
      </div>
    </div>
  )
}
