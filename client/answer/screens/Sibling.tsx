/** On the first screen of a child: all the answers of the one before, then only what differs; the other answers of one looked at again. */
import type { ReactNode } from 'react'
import { useHeldFocus } from '../../parts/focus/useHeldFocus.ts'
import { useSay } from '../../words/useSay.ts'
import { childTitle } from './childTitle.ts'
import type { Screen } from './screens.ts'
import { isUntouched, shared } from './sibling.ts'

type Props = {
  child: NonNullable<Screen['child']>
  /** Answers are listed: those taken over from the child before, or this child's own. */
  listed: 'taken' | 'own' | null
  take: () => void
  /** The answers, each with a way to change it. */
  children: ReactNode
}

export function Sibling({ child, listed, take, children }: Props) {
  const say = useSay()
  const part = useHeldFocus<HTMLDivElement>(listed)
  const title = childTitle(child.group, child.index - 1)
  if (listed !== null) {
    const name = say(listed === 'taken' ? 'children.taken' : 'children.rest', { title })
    return (
      <section className="sibling" aria-label={name} ref={part}>
        <p role="status">
          <b>{name}</b> {say(listed === 'taken' ? 'children.except' : 'children.change')}
        </p>
        {children}
      </section>
    )
  }
  if (child.index === 0 || !isUntouched(child) || shared(child).length < 2) return null
  return (
    <button type="button" className="button same-all" onClick={take}>
      {say('children.sameAll', { title })}
    </button>
  )
}
