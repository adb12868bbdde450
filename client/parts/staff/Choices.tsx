/** Boxes to tick and circles to choose among, each with its help; several stand under one legend. */
import { type ComponentProps, type ReactNode, useId } from 'react'

type ChoiceProps = Omit<ComponentProps<'input'>, 'onChange'> & {
  text: ReactNode
  help?: ReactNode
  onChange: (isChosen: boolean) => void
}

/** One box to tick: whatever else an input takes goes to it. */
export const Choice = ({ text, help, onChange, ...input }: ChoiceProps) => (
  <label className="choice">
    <input type="checkbox" {...input} onChange={({ target }) => onChange(target.checked)} />
    <span>
      <b>{text}</b>
      {help && <small>{help}</small>}
    </span>
  </label>
)

type UnderLegend = { legend: string; help?: string | undefined; error?: string | undefined }

function UnderLegend({ legend, help, error, children }: UnderLegend & { children: ReactNode }) {
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
      <div className="choices">{children}</div>
      {error && (
        <p className="form-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}

type ChoicesProps = UnderLegend & {
  choices: { value: string; text: string; help?: string; isFixed?: boolean }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Several boxes to tick, under one legend. */
export const Choices = ({ choices, chosen, onChange, ...under }: ChoicesProps) => (
  <UnderLegend {...under}>
    {choices.map(({ value, text, help, isFixed }) => (
      <Choice
        key={value}
        checked={chosen.includes(value)}
        disabled={isFixed}
        text={text}
        help={help}
        onChange={(isChosen) => onChange(isChosen ? [...chosen, value] : chosen.filter((other) => other !== value))}
      />
    ))}
  </UnderLegend>
)

type OneOfProps<Value extends string> = UnderLegend & {
  choices: readonly { value: Value; text: string; help?: string | undefined }[]
  chosen: NoInfer<Value> | null
  onChange: (value: Value) => void
}

/** One of a few, each on its line, under one legend. */
export function OneOf<Value extends string>({ choices, chosen, onChange, ...under }: OneOfProps<Value>) {
  const name = useId()
  return (
    <UnderLegend {...under}>
      {choices.map(({ value, text, help }) => (
        <Choice
          key={value}
          type="radio"
          name={name}
          checked={chosen === value}
          text={text}
          help={help}
          onChange={() => onChange(value)}
        />
      ))}
    </UnderLegend>
  )
}
