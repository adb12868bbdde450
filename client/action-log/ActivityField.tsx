/** What the activity is called: asked first, or folded away when it is a usual one. */
import type { actionLog } from '../../api/wire/public.ts'
import { mostInEntry } from '../../surveys/action-log/problems.ts'
import { Field } from '../parts/staff/Field.tsx'

type Props = {
  entry: actionLog.Entry
  change: (part: Partial<actionLog.Entry>) => void
  errors: Partial<Record<string, string>>
}

export function ActivityField({ entry, change, errors }: Props) {
  return (
    <Field label="Qu’est-ce qui a eu lieu ?" error={errors.activity}>
      {(props) => (
        <input
          {...props}
          className="field"
          maxLength={mostInEntry.activity}
          value={entry.activity}
          onChange={(event) => change({ activity: event.target.value })}
        />
      )}
    </Field>
  )
}
