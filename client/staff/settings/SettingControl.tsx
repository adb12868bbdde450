/** One setting, drawn as its row says. */
import type { staff } from '../../../api/wire/public.ts'
import { Choice, Choices } from '../../parts/staff/Choices.tsx'
import { Field } from '../../parts/staff/Field.tsx'

type Value = staff.SettingsValues[keyof staff.SettingsValues]
type Props = {
  field: staff.SettingsField
  value: Value
  error: string | undefined
  onChange: (value: Value) => void
}

export function SettingControl({ field, value, error, onChange }: Props) {
  const { kind, label, help, choices = [], unit } = field
  if (kind === 'languages')
    return (
      <Choices
        legend={label}
        help={help}
        error={error}
        choices={choices.map((choice) => ({ ...choice, isFixed: choice.value === 'fr' }))}
        chosen={value as string[]}
        onChange={(chosen) => onChange(chosen as Value)}
      />
    )
  if (kind === 'switch')
    return <Choice checked={value === true} onChange={(isChosen) => onChange(isChosen)} text={label} help={help} />
  return (
    <Field label={label} help={help} error={error}>
      {(props) => {
        if (kind === 'text')
          return (
            <textarea
              {...props}
              className="field"
              rows={4}
              value={String(value)}
              onChange={(event) => onChange(event.target.value)}
            />
          )
        if (kind === 'choice')
          return (
            <select
              {...props}
              className="field"
              value={String(value)}
              onChange={(event) => onChange(event.target.value as Value)}
            >
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.text}
                </option>
              ))}
            </select>
          )
        if (kind === 'number')
          return (
            <span className="inline">
              <input
                {...props}
                className="field"
                data-width="short"
                type="number"
                value={String(value)}
                onChange={(event) => onChange(event.target.valueAsNumber || 0)}
              />
              {unit}
            </span>
          )
        if (kind === 'colour')
          return (
            <span className="inline">
              <input
                {...props}
                className="field mono"
                data-width="short"
                placeholder="#0b5d5e"
                spellCheck={false}
                value={String(value)}
                onChange={(event) => onChange(event.target.value)}
              />
              <input
                type="color"
                aria-label={`${label} : choisir sur une palette`}
                value={/^#[0-9a-f]{6}$/i.test(String(value)) ? String(value) : '#0b5d5e'}
                onChange={(event) => onChange(event.target.value)}
              />
            </span>
          )
        return (
          <input
            {...props}
            className="field"
            type={kind === 'date' ? 'date' : 'text'}
            data-width={kind === 'date' ? 'short' : undefined}
            value={String(value)}
            onChange={(event) => onChange(event.target.value)}
            onBlur={() => field.name === 'publicAddress' && onChange(withScheme(String(value)))}
          />
        )
      }}
    </Field>
  )
}

/** The name of a site typed alone gets what stands before it in an address. */
const withScheme = (typed: string): string => {
  const host = typed.trim().replace(/^http:\/\//i, '')
  return /^[\w-]+(\.[\w-]+)+(:\d+)?\/?$/.test(host) ? `https://${host}` : typed
}
