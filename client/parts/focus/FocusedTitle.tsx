/** The title of what has just come: it takes the focus, so that it is heard first. */
import { type ReactNode, useEffect, useRef } from 'react'

export function FocusedTitle({ children }: { children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  )
}
