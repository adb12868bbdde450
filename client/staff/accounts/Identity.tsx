/** What people prove who they are with, typed in a form: login, password, code of the phone; and what went wrong. */
import { Field, TextField } from '../../parts/staff/Field.tsx'

type Props = {
  value: string
  onChange: (typed: string) => void
  label?: string
  help?: string
  error?: string | undefined
  isRequired?: boolean
}

export function LoginField({ value, onChange, label = 'Identifiant', help, error, isRequired }: Props) {
  return (
    <TextField
      label={label}
      help={help}
      error={error}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required={isRequired}
      value={value}
      onChange={onChange}
    />
  )
}

/** @param isNew chosen now: the browser may propose one, and never fills in the present one */
export function PasswordField({
  value,
  onChange,
  label = 'Mot de passe',
  help,
  error,
  isRequired,
  isNew = false,
}: Props & { isNew?: boolean }) {
  return (
    <TextField
      label={label}
      help={help}
      error={error}
      type="password"
      autoComplete={isNew ? 'new-password' : 'current-password'}
      required={isRequired}
      value={value}
      onChange={onChange}
    />
  )
}

type CodeProps = Props & { isWord?: boolean; isShort?: boolean; isNext?: boolean }

/** @param isWord a recovery code, of letters too; @param isNext the second step of one form: typing goes on here */
export function CodeField({
  value,
  onChange,
  label,
  help,
  isRequired,
  isWord = false,
  isShort = false,
  isNext = false,
}: CodeProps & { label: string }) {
  return (
    <Field label={label} help={help}>
      {(props) => (
        <input
          {...props}
          className="field mono"
          data-width={isShort ? 'short' : undefined}
          // biome-ignore lint/a11y/noAutofocus: the second step of one form
          autoFocus={isNext}
          autoComplete="one-time-code"
          inputMode={isWord ? 'text' : 'numeric'}
          spellCheck={false}
          required={isRequired}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
