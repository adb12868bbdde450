/** « et » or « ou » between lines. */
import type { Join } from '../../../surveys/edit/condition-form.ts'

type Props = { join: Join; isReadOnly: boolean; onChange: (join: Join) => void }

export function JoinSelect({ join, isReadOnly, onChange }: Props) {
  return (
    <label className="condition-join">
      <span>Il faut</span>
      <select
        className="field"
        value={join}
        disabled={isReadOnly}
        onChange={({ target }) => onChange(target.value as Join)}
      >
        <option value="all">toutes ces conditions (et)</option>
        <option value="any">au moins une de ces conditions (ou)</option>
      </select>
    </label>
  )
}
