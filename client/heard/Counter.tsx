/** A small number, one tap up or down, or typed. */
import { useId } from 'react'
import { Button } from '../parts/forms/Button.tsx'

type Props = { label: string; value: number; least?: number; most?: number; onChange: (value: number) => void }

export function Counter({ label, value, least = 0, most = 500, onChange }: Props) {
  const id = useId()
  const within = (next: number) => Math.min(most, Math.max(least, Math.round(next)))
  return (
    <div className="counter">
      <label htmlFor={id}>{label}</label>
      <Button
        aria-label={`${label} : un de moins`}
        disabled={value <= least}
        onClick={() => onChange(within(value - 1))}
      >
        −
      </Button>
      <input
        id={id}
        className="field"
        inputMode="numeric"
        value={value}
        onFocus={(event) => event.target.select()}
        onChange={({ target }) => {
          const typed = within(Number(target.value.replace(/\D/g, '')))
          target.value = String(typed)
          onChange(typed)
        }}
      />
      <Button aria-label={`${label} : un de plus`} disabled={value >= most} onClick={() => onChange(within(value + 1))}>
        +
      </Button>
    </div>
  )
}
