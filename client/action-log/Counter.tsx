/** How many: − and + under the thumb, five at a time for a crowd, or typed. Blank is « not counted », which is not 0. */
import { useId } from 'react'
import { mostInEntry } from '../../surveys/action-log/problems.ts'

type Props = {
  label: string
  help?: string
  value: number | null
  set: (value: number | null) => void
  isWithFive?: boolean
}

export function Counter({ label, help, value, set, isWithFive }: Props) {
  const id = useId()
  const move = (by: number) => set(Math.min(mostInEntry.people, Math.max(0, (value ?? 0) + by)))
  return (
    <div className="counter" data-five={isWithFive || undefined}>
      <label htmlFor={id}>
        {label}
        {help && <small>{help}</small>}
      </label>
      <div className="counter-row">
        <button type="button" className="counter-step" aria-label={`${label} : un de moins`} onClick={() => move(-1)}>
          <span aria-hidden="true">−</span>
        </button>
        <input
          id={id}
          className="counter-value"
          inputMode="numeric"
          autoComplete="off"
          placeholder="–"
          value={value ?? ''}
          onFocus={(event) => event.target.select()}
          onChange={({ target }) => {
            const digits = target.value.replace(/\D/g, '').slice(0, 6)
            const typed = digits === '' ? null : Math.min(mostInEntry.people, Number(digits))
            target.value = String(typed ?? '')
            set(typed)
          }}
        />
        <button type="button" className="counter-step" aria-label={`${label} : un de plus`} onClick={() => move(1)}>
          <span aria-hidden="true">+</span>
        </button>
        {isWithFive && (
          <button type="button" className="counter-step" aria-label={`${label} : +5`} onClick={() => move(5)}>
            <span aria-hidden="true">+5</span>
          </button>
        )}
      </div>
    </div>
  )
}
