/** A few words for the record: why, what was done, what was decided. */
import { TextAreaField } from './Field.tsx'

const leastReason = 5

type Props = {
  label: string
  help: string
  /** What the api refused, '' = nothing. */
  failure: string
  least: number
  most: number
  lines?: number
  value: string
  onChange: (words: string) => void
}

export const NoteField = ({ label, help, failure, least, most, lines = 2, value, onChange }: Props) => (
  <TextAreaField
    label={label}
    help={help}
    error={failure || undefined}
    rows={lines}
    required
    minLength={least}
    maxLength={most}
    value={value}
    onChange={onChange}
  />
)

/** What the page says by itself, before anything is sent, of a reason that is too short. */
export const missingReason = (reason: string): Record<string, string> =>
  reason.trim().length < leastReason ? { reason: 'Écrivez pourquoi, en quelques mots.' } : {}

/** Why a person decided this of responses: written in the audit journal. */
export const ReasonField = (props: Pick<Props, 'failure' | 'value' | 'onChange'>) => (
  <NoteField label="Pourquoi ?" help="Écrit au journal, avec votre nom." least={leastReason} most={300} {...props} />
)
