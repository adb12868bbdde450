/** Six figures, hidden as they are typed; no browser offers to save them. */
import { useId } from 'react'
import { pinLength } from './pin.ts'

type Props = { label: string; value: string; isBad?: boolean; problemId?: string; onChange: (value: string) => void }

export function PinField({ label, value, isBad, problemId, onChange }: Props) {
  const id = useId()
  return (
    <div className="stack pin">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        data-width="short"
        data-figures
        type="text"
        inputMode="none"
        autoComplete="off"
        maxLength={pinLength}
        value={value}
        aria-invalid={isBad}
        aria-describedby={isBad ? problemId : undefined}
        onChange={({ target }) => {
          target.value = target.value.replace(/\D/g, '')
          onChange(target.value)
        }}
      />
    </div>
  )
}
