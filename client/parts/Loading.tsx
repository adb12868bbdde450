/** A staff page that asks the api first: on its way, refused in words, or here. */
import type { ReactNode } from 'react'
import { Refusal } from './api.ts'
import { Skeleton } from './State.tsx'
import { sentenceOf } from './staff/staffApi.ts'
import type { Loaded } from './useLoaded.ts'

/** The same person would be refused again. */
const isRefused = (error: unknown) => error instanceof Refusal && error.code === 'not-allowed'

type Props<T> = { loaded: Loaded<T>; again: () => void; children: (value: T) => ReactNode }

export function Loading<T>({ loaded, again, children }: Props<T>) {
  if (!loaded) return <Skeleton />
  if ('value' in loaded) return children(loaded.value)
  return (
    <div className="form" role="alert">
      <p className="notice" data-kind="warm">
        {sentenceOf(loaded.error)}
      </p>
      {!isRefused(loaded.error) && (
        <div className="actions">
          <button type="button" className="button" onClick={again}>
            Réessayer
          </button>
        </div>
      )}
    </div>
  )
}
