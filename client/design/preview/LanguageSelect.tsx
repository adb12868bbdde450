/** In which language it is read: each named in its own words. */
import { languageRows } from '../../../surveys/languages.ts'
import { type Language, languages } from '../../../surveys/questionnaire/questionnaire.ts'
import { Field } from '../../parts/staff/Field.tsx'

type Props = { label: string; language: Language; onChange: (language: Language) => void }

export function LanguageSelect({ label, language, onChange }: Props) {
  return (
    <Field label={label}>
      {(props) => (
        <select
          {...props}
          className="field"
          data-width="short"
          value={language}
          onChange={({ target }) => onChange(target.value as Language)}
        >
          {languages.map((each) => (
            <option key={each} value={each} lang={languageRows[each].tag}>
              {languageRows[each].name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
