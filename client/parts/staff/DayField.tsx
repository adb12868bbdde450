/** A day, typed or chosen, in the browser's own order. */
import { TextField } from './Field.tsx'

type Props = {
  label: string
  help?: string
  error?: string | undefined
  isRequired?: boolean
  isOptional?: boolean
  /** ISO day, '' = none. */
  value: string
  onChange: (day: string) => void
}

export const DayField = ({ label, help, error, isRequired, isOptional, value, onChange }: Props) => (
  <TextField
    label={label}
    help={help}
    error={error}
    isOptional={isOptional}
    data-width="short"
    type="date"
    required={isRequired}
    value={value}
    onChange={onChange}
  />
)
