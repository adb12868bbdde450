/** A button: one that sends a form says so by its type. Pressed again while it is at work, it does nothing. */
import { type ComponentProps, type MouseEvent, useRef } from 'react'
import { once } from './once.ts'

type Props = Omit<ComponentProps<'button'>, 'className'> & {
  /** `main`: what the page is for; `quiet`: beside others; `danger`: what cannot be undone. */
  kind?: 'main' | 'quiet' | 'danger' | undefined
}

export function Button({ kind, onClick, ...given }: Props) {
  const place = useRef({})
  const press = onClick && ((event: MouseEvent<HTMLButtonElement>) => once(place.current, () => onClick(event)))
  return <button type="button" className="button" data-kind={kind} {...given} onClick={press} />
}
