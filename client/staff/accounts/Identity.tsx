/** What people prove who they are with, typed in a form: login, password, code of the phone; and what went wrong. */
import { TextField } from '../../parts/staff/Field.tsx'

type Props = {
  value: string
  onChange: (typed: string) => void
  label?: string
  help?: string
  error?: string | undefined
  isRequired?: boolean
}

export const LoginField = ({ label = 'Identifiant', isRequired, ...field }: Props) => (
  <TextField
    label={label}
    autoComplete="username"
    autoCapitalize="none"
    spellCheck={false}
    required={isRequired}
    {...field}
  />
)

/** @param isNew chosen now: the browser may propose one, and never fills in the present one */
export const PasswordField = ({
  label = 'Mot de passe',
  isRequired,
  isNew = false,
  ...field
}: Props & { isNew?: boolean }) => (
  <TextField
    label={label}
    type="password"
    autoComplete={isNew ? 'new-password' : 'current-password'}
    required={isRequired}
    {...field}
  />
)

type CodeProps = Props & { label: string; isWord?: boolean; isShort?: boolean; isNext?: boolean }

/** @param isWord a recovery code, of letters too; @param isNext the second step of one form: typing goes on here */
export const CodeField = ({ isRequired, isWord = false, isShort = false, isNext = false, ...field }: CodeProps) => (
  <TextField
    className="field mono"
    data-width={isShort ? 'short' : undefined}
    autoFocus={isNext}
    autoComplete="one-time-code"
    inputMode={isWord ? 'text' : 'numeric'}
    spellCheck={false}
    required={isRequired}
    {...field}
  />
)
