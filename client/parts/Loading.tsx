/** A staff page that asks the api first: on its way, refused in words, or here. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Refusal } from './api.ts'
import { Button } from './forms/Button.tsx'
import { Skeleton } from './State.tsx'
import { sentenceOf } from './staff/staffApi.ts'
import type { Loaded } from './useLoaded.ts'

/** The same person would be refused again. */
const isRefused = (error: unknown) => error instanceof Refusal && error.code === 'not-allowed'

/** Stands in the place of the page: its title, tabs and buttons are those of what is refused (`data-refused` of staff.css). */
export const Refused = ({ text }: { text: string }) => (
  <div className="staff-narrow" role="alert" data-refused>
    <h1>Cette page ne vous est pas ouverte</h1>
    <p>{text}</p>
    <div className="actions">
      <Link className="button" data-kind="main" href="/gerer">
        Revenir à « Aujourd’hui »
      </Link>
    </div>
  </div>
)

type Props<T> = { loaded: Loaded<T>; again: () => void; children: (value: T) => ReactNode }

export function Loading<T>({ loaded, again, children }: Props<T>) {
  if (!loaded) return <Skeleton />
  if ('value' in loaded) return children(loaded.value)
  if (isRefused(loaded.error)) return <Refused text={sentenceOf(loaded.error)} />
  return (
    <div className="form" role="alert">
      <p className="notice" data-kind="warm">
        {sentenceOf(loaded.error)}
      </p>
      <div className="actions">
        <Button onClick={again}>Réessayer</Button>
      </div>
    </div>
  )
}
