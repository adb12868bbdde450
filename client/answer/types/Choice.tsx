/** One row to choose: the whole of it answers to the finger. */
import type { ReactNode } from 'react'
import { Bold } from '../../parts/Bold.tsx'

type Props = {
  type: 'radio' | 'checkbox'
  name: string
  /** What the answer is stored as. */
  value: string
  text: string
  /** Before the words, or above them. */
  picture?: ReactNode
  isChosen: boolean
  isEnabled?: boolean
  /** Set apart from the answers proper: « Je ne sais pas », « Je préfère ne pas répondre ». */
  isAside?: boolean
  choose: (isChosen: boolean) => void
}

export function Choice(props: Props) {
  const { type, name, value, text, picture, isChosen, isEnabled = true, isAside, choose } = props
  return (
    <label className="choice" data-aside={isAside || undefined}>
      <input
        type={type}
        name={name}
        value={value}
        checked={isChosen}
        disabled={!isEnabled}
        onChange={(event) => choose(event.target.checked)}
      />
      {picture}
      <span>
        <Bold text={text} />
      </span>
    </label>
  )
}
