/** Objectives of the plan that something is about: added from the list, taken away one by one. */
import { levelSaid } from '../../surveys/authority/levels.ts'
import { objectives, shortTitles } from '../../surveys/authority/plan.ts'
import { SelectField } from '../parts/staff/Field.tsx'

type Props = {
  label: string
  help?: string
  error?: string | undefined
  chosen: readonly number[]
  onChange: (chosen: number[]) => void
}

export function ObjectiveChoice({ label, help, error, chosen, onChange }: Props) {
  return (
    <div className="objective-choice">
      <SelectField<number | ''>
        label={label}
        help={help}
        error={error}
        value=""
        none={chosen.length === 0 ? `Choisir ${levelSaid('a', 'objective')}` : 'En ajouter un'}
        choices={objectives()
          .filter(({ number }) => !chosen.includes(number))
          .map(({ number }) => ({ value: number, text: `${number}. ${shortTitles()[number]}` }))}
        onChange={(value) => value !== '' && onChange([...chosen, value])}
      />
      {chosen.length > 0 && (
        <ul className="chosen" aria-label={`${label} : ce qui est choisi`}>
          {chosen.map((number) => (
            <li key={number}>
              <span>
                <b>{number}</b> {shortTitles()[number]}
              </span>
              <button
                type="button"
                className="cell-button"
                aria-label={`Retirer ${levelSaid('the', 'objective')} ${number}`}
                onClick={() => onChange(chosen.filter((one) => one !== number))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
