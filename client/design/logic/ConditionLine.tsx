/** One line: which question, how it is compared, with what. */

import type { Operator, Test } from '../../../surveys/conditions/expression.ts'
import type { Readable } from '../../../surveys/edit/condition-lines.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Boxes } from '../plan/Ticks.tsx'

type Props = {
  /** Sets this line apart from the others for who hears it. */
  number: string
  test: Test
  offered: readonly Readable[]
  isReadOnly: boolean
  onChange: (test: Test) => void
  onRemove: () => void
}

export function ConditionLine({ number, test, offered, isReadOnly, onChange, onRemove }: Props) {
  const read = offered.find(({ name }) => name === test.name)
  const offer = read?.offers.find(({ operator }) => operator === test.operator)
  const label = (what: string) => `${what}, condition ${number}`
  function ask(name: string) {
    const next = offered.find((one) => one.name === name)
    onChange({ name, operator: next?.offers[0]?.operator ?? 'notempty', literal: null })
  }
  function compare(operator: Operator) {
    const next = read?.offers.find((one) => one.operator === operator)
    onChange({ ...test, operator, literal: next?.values === offer?.values ? test.literal : null })
  }
  return (
    <div className="condition-line">
      <select
        className="field"
        aria-label={label('Question')}
        value={read ? test.name : ''}
        disabled={isReadOnly}
        onChange={({ target }) => ask(target.value)}
      >
        {!read && <option value="">« {test.name} » n’est pas demandée avant</option>}
        {offered.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label={label('Comparaison')}
        value={test.operator}
        disabled={isReadOnly || !read}
        onChange={({ target }) => compare(target.value as Operator)}
      >
        {!offer && <option value={test.operator}>{test.operator}</option>}
        {read?.offers.map(({ operator, text }) => (
          <option key={operator} value={operator}>
            {text}
          </option>
        ))}
      </select>
      {offer?.values === 'several' && read && (
        <fieldset className="condition-values framed-ticks">
          <legend className="visually-hidden">{label('Valeurs')}</legend>
          <Boxes
            offered={read.choices}
            chosen={Array.isArray(test.literal) ? (test.literal as string[]) : []}
            isReadOnly={isReadOnly}
            onChange={(literal) => onChange({ ...test, literal })}
          />
        </fieldset>
      )}
      {offer?.values === 'boolean' && (
        <select
          className="field"
          aria-label={label('Valeur')}
          value={test.literal === null ? '' : String(test.literal)}
          disabled={isReadOnly}
          onChange={({ target }) =>
            onChange({ ...test, literal: target.value === '' ? null : target.value === 'true' })
          }
        >
          <option value="">Choisir…</option>
          <option value="true">oui</option>
          <option value="false">non</option>
        </select>
      )}
      {offer?.values === 'number' && (
        <input
          className="field"
          type="number"
          step={1}
          aria-label={label('Valeur')}
          value={typeof test.literal === 'number' ? test.literal : ''}
          readOnly={isReadOnly}
          onChange={({ target }) =>
            onChange({ ...test, literal: target.value === '' ? null : Math.trunc(Number(target.value)) })
          }
        />
      )}
      {offer?.values === 'day' && (
        <input
          className="field"
          type="date"
          aria-label={label('Valeur')}
          value={typeof test.literal === 'string' ? test.literal : ''}
          readOnly={isReadOnly}
          onChange={({ target }) => onChange({ ...test, literal: target.value === '' ? null : target.value })}
        />
      )}
      {!isReadOnly && (
        <Button kind="quiet" onClick={onRemove}>
          Retirer<span className="visually-hidden"> la condition {number}</span>
        </Button>
      )}
    </div>
  )
}
