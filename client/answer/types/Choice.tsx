/** One row to choose: the whole of it answers to the finger. */
import { Bold } from '../../parts/Bold.tsx'

type Props = {
  type: 'radio' | 'checkbox'
  name: string
  /** What the answer is stored as. */
  value: string
  text: string
  isChosen: boolean
  isEnabled?: boolean
  /** Set apart from the answers proper: « Je ne sais pas », « Je préfère ne pas répondre ». */
  isAside?: boolean
  isRequired?: boolean
  choose: (isChosen: boolean) => void
}

export function Choice({ type, name, value, text, isChosen, isEnabled = true, isAside, isRequired, choose }: Props) {
  return (
    <label className="choice" data-aside={isAside || undefined}>
      <input
        type={type}
        name={name}
        value={value}
        checked={isChosen}
        disabled={!isEnabled}
        required={isRequired && type === 'radio'}
        onChange={(event) => choose(event.target.checked)}
      />
      <span>
        <Bold text={text} />
      </span>
    </label>
  )
}
