/** A button: one that sends a form says so by its type. */
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'button'>, 'className'> & {
  /** `main`: what the page is for; `quiet`: beside others; `danger`: what cannot be undone. */
  kind?: 'main' | 'quiet' | 'danger' | undefined
}

export const Button = ({ kind, ...given }: Props) => (
  <button type="button" className="button" data-kind={kind} {...given} />
)
