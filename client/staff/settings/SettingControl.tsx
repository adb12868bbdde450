/** One setting, drawn as its row says. */
import type { staff } from '../../../api/wire/public.ts'
import { Choice, Choices } from '../../parts/staff/Choices.tsx'
import { DayField, Field, SelectField, TextAreaField, TextField } from '../../parts/staff/Field.tsx'

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
  if (kind === 'switch') return <Choice checked={value === true} onChange={onChange} text={label} help={help} />
  const asked = { label, help, error }
  const typed = { ...asked, value: String(value), onChange }
  if (kind === 'text') return <TextAreaField {...typed} rows={4} />
  if (kind === 'choice') return <SelectField {...typed} choices={choices} />
  if (kind === 'date') return <DayField {...typed} />
  if (kind === 'number')
    return (
      <Field {...asked}>
        {(props) => (
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
        )}
      </Field>
    )
  if (kind === 'colour') return <ColourField {...typed} />
  return (
    <TextField
      {...typed}
      type="text"
      onBlur={() => field.name === 'publicAddress' && onChange(withScheme(String(value)))}
    />
  )
}

type Typed = {
  label: string
  help: string
  error: string | undefined
  value: string
  onChange: (typed: string) => void
}

const ColourField = ({ value, onChange, ...asked }: Typed) => (
  <Field {...asked}>
    {(props) => (
      <span className="inline">
        <input
          {...props}
          className="field mono"
          data-width="short"
          placeholder="#0b5d5e"
          spellCheck={false}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
        <input
          type="color"
          aria-label={`${asked.label}\u202f: choisir sur une palette`}
          value={/^#[0-9a-f]{6}$/i.test(value) ? value : '#0b5d5e'}
          onChange={({ target }) => onChange(target.value)}
        />
      </span>
    )}
  </Field>
)

/** The name of a site typed alone gets what stands before it in an address. */
const withScheme = (typed: string): string => {
  const host = typed.trim().replace(/^http:\/\//i, '')
  return /^[\w-]+(\.[\w-]+)+(:\d+)?\/?$/.test(host) ? `https://${host}` : typed
}
