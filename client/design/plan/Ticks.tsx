/** Several boxes close together, under one legend or in a line. */
type BoxesProps = {
  offered: readonly { value: string; text: string }[]
  chosen: readonly string[]
  isReadOnly: boolean
  onChange: (chosen: string[]) => void
}

export const Boxes = ({ offered, chosen, isReadOnly, onChange }: BoxesProps) =>
  offered.map(({ value, text }) => (
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
  ))

export function Ticks({ legend, help, ...boxes }: BoxesProps & { legend: string; help?: string }) {
  return (
    <fieldset className="ticks framed-ticks">
      <legend>{legend}</legend>
      {help && <p className="form-help">{help}</p>}
      <div>
        <Boxes {...boxes} />
        {boxes.offered.length === 0 && <p className="muted">Rien à choisir ici.</p>}
      </div>
    </fieldset>
  )
}
