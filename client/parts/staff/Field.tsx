/** A labelled control with its help and its error, tied together for everyone. */
import { type ComponentProps, type ReactNode, useId } from 'react'
import { Button } from '../forms/Button.tsx'

export type ControlProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}
type Props = {
  label: string
  help?: ReactNode
  error?: string | undefined
  isOptional?: boolean | undefined
  /** Draws the control with the properties that tie it to its label. */
  children: (props: ControlProps) => ReactNode
}

export function Field({ label, help, error, isOptional, children }: Props) {
  const id = useId()
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="muted"> (facultatif)</span>}
      </label>
      {help && (
        <p className="form-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p className="form-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

/** What is asked in a field, and what ties it to the form: its value, and what is called with another. */
type Asked<Element extends 'input' | 'textarea' | 'select', Value> = Omit<Props, 'children'> &
  Omit<ComponentProps<Element>, 'value' | 'onChange' | 'children'> & { value: Value; onChange: (value: Value) => void }

/** A line to type into: whatever else an input takes goes to it. */
export function TextField({ label, help, error, isOptional, onChange, ...input }: Asked<'input', string>) {
  return (
    <Field label={label} help={help} error={error} isOptional={isOptional}>
      {(props) => <input {...props} className="field" {...input} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  )
}

/** A day, typed or chosen, in the browser's own order: ISO, '' = none. */
export const DayField = ({ isRequired, ...asked }: Asked<'input', string> & { isRequired?: boolean }) => (
  <TextField data-width="short" type="date" required={isRequired} {...asked} />
)

/** Several lines to type into: whatever else a text area takes goes to it. */
export function TextAreaField({ label, help, error, isOptional, onChange, ...area }: Asked<'textarea', string>) {
  return (
    <Field label={label} help={help} error={error} isOptional={isOptional}>
      {(props) => <textarea {...props} className="field" {...area} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  )
}

type SelectProps<Value extends string | number> = Asked<'select', Value> & {
  choices: readonly { value: NoInfer<Value>; text: string }[]
  /** Words of the choice of none of them, '', which comes first. */
  none?: string | undefined
}

/** One of a list that unfolds: whatever else a select takes goes to it. */
export function SelectField<Value extends string | number>(asked: SelectProps<Value>) {
  const { label, help, error, isOptional, choices, none, onChange, ...select } = asked
  const choose = (typed: string) =>
    onChange(choices.find(({ value }) => String(value) === typed)?.value ?? ('' as Value))
  return (
    <Field label={label} help={help} error={error} isOptional={isOptional}>
      {(props) => (
        <select {...props} className="field" {...select} onChange={({ target }) => choose(target.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Why nothing was done; the place is there from the start, so that the sentence is read out when it comes. */
export const Failure = ({ text }: { text: string | undefined }) => (
  <div className="failure" role="alert">
    {text && <p className="form-error">{text}</p>}
  </div>
)

/** The one button that sends a form. */
export const Submit = ({ isDisabled = false, children }: { isDisabled?: boolean; children: ReactNode }) => (
  <div className="actions">
    <Button type="submit" kind="main" disabled={isDisabled}>
      {children}
    </Button>
  </div>
)
