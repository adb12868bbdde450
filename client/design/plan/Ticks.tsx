/** Several boxes under one legend, close together. */
type Props = {
  legend: string
  help?: string
  offered: { value: string; text: string }[]
  chosen: readonly string[]
  isReadOnly: boolean
  onChange: (chosen: string[]) => void
}

export function Ticks({ legend, help, offered, chosen, isReadOnly, onChange }: Props) {
  return (
    <fieldset className="ticks framed-ticks">
      <legend>{legend}</legend>
      {help && <p className="form-help">{help}</p>}
      <div>
        {offered.map(({ value, text }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={isReadOnly}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
              }
            />
            <span>{text}</span>
          </label>
        ))}
        {offered.length === 0 && <p className="muted">Rien à choisir ici.</p>}
      </div>
    </fieldset>
  )
}
