/** The frame of what the staff see before and behind the kiosk: in French, with the keyboard on the screen. */
import { type ReactNode, useEffect, useRef } from 'react'
import { Keyboard } from './visit/Keyboard.tsx'

export function Outside({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title
    heading.current?.focus()
  }, [title])
  return (
    <main className="outside stack" lang="fr" dir="ltr">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
      <Keyboard />
    </main>
  )
}
