/** The focus leaves a part of the page by hand: not with what is taken away, or put elsewhere, while it is being drawn. */
import type { FocusEvent } from 'react'

type Left = Pick<FocusEvent, 'currentTarget' | 'relatedTarget'>

/** @param act what follows; not called when the focus goes on inside the part, or the part is gone */
export const left =
  (act: () => void) =>
  ({ currentTarget: part, relatedTarget: next }: Left) => {
    if (part.contains(next)) return
    queueMicrotask(() => {
      if (part.isConnected && !part.contains(document.activeElement)) act()
    })
  }
