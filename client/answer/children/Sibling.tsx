/** On the first screen of a child: all the answers of the one before, then only what differs; or the other answers of one looked at again. */
import type { ReactNode } from 'react'
import { useHeldFocus } from '../../parts/focus/useHeldFocus.ts'
import { useSay } from '../../words/useSay.ts'
import type { Screen } from '../screens/screens.ts'
import { childTitle } from './childTitle.ts'
import { isUntouched, shared } from './sibling.ts'

type Props = {
  child: NonNullable<Screen['child']>
  /** Answers were taken over since this child was opened. */
  isTaken: boolean
  take: () => void
  /** The answers taken over, each with a way to change it. */
  children: ReactNode
}

export function Sibling({ child, isTaken, take, children }: Props) {
  const say = useSay()
  const part = useHeldFocus<HTMLDivElement>(isTaken)
  const title = childTitle(child.group, child.index - 1)
  if (isTaken)
    return (
      <section className="sibling" aria-label={say('children.taken', { title })} ref={part}>
        <p role="status">
          <b>{say('children.taken', { title })}</b> {say('children.except')}
        </p>
        {children}
      </section>
    )
  if (child.index === 0 || !isUntouched(child) || shared(child).length < 2) return null
  return (
    <button type="button" className="button same-all" onClick={take}>
      {say('children.sameAll', { title })}
    </button>
  )
}

/** Of a child looked at again: what stands on the screens behind the first. @param children the answers, each with a way to change it */
export function OwnAnswers({ children }: Pick<Props, 'children'>) {
  const say = useSay()
  return (
    <section className="sibling" aria-label={say('children.rest')}>
      <p>
        <b>{say('children.rest')}</b> {say('children.change')}
      </p>
      {children}
    </section>
  )
}
