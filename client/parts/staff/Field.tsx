/** A labelled control with its help and its error, tied together for everyone. */
import { type ComponentProps, type ReactNode, useId } from 'react'

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

type TextProps = Omit<Props, 'children'> &
  Omit<ComponentProps<'input'>, 'onChange'> & { value: string | number; onChange: (text: string) => void }

/** A line to type into: whatever else an input takes goes to it. */
export function TextField({ label, help, error, isOptional, onChange, ...input }: TextProps) {
  return (
    <Field label={label} help={help} error={error} isOptional={isOptional}>
      {(props) => <input {...props} className="field" {...input} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  )
}

type ChoicesProps = {
  legend: string
  help?: string
  error?: string | undefined
  choices: { value: string; text: string; help?: string; isFixed?: boolean }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Several boxes to tick, under one legend. */
export function Choices({ legend, help, error, choices, chosen, onChange }: ChoicesProps) {
  const id = useId()
  return (
    <fieldset
      className="form-field"
      aria-describedby={[help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
    >
      <legend>{legend}</legend>
      {help && (
        <p className="form-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <div className="choices">
        {choices.map(({ value, text, help: more, isFixed }) => (
          <label key={value} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={isFixed}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
              }
            />
            <span>
              <b>{text}</b>
              {more && <small>{more}</small>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p className="form-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}

/** Why nothing was done; the place is there from the start, so that the sentence is read out when it comes. */
export const Failure = ({ text }: { text: string | undefined }) => (
  <div className="failure" role="alert">
    {text && <p className="form-error">{text}</p>}
  </div>
)
