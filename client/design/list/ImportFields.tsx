/** A file to begin with, or its text. */
import { Field, TextAreaField } from '../../parts/staff/Field.tsx'

type Props = { text: string; error: string | undefined; onText: (text: string) => void }

export function ImportFields({ text, error, onText }: Props) {
  return (
    <>
      <Field label="Fichier .json" isOptional>
        {(props) => (
          <input
            {...props}
            className="field"
            type="file"
            accept=".json,application/json"
            onChange={async ({ target }) => {
              const file = target.files?.[0]
              if (file) onText(await file.text())
            }}
          />
        )}
      </Field>
      <TextAreaField
        label="Ou son texte, collé ici"
        error={error}
        className="field mono"
        rows={6}
        spellCheck={false}
        value={text}
        onChange={onText}
      />
    </>
  )
}
