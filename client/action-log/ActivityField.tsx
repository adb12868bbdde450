/** What the activity is called: asked first, or folded away when it is a usual one. */
import type { actionLog } from '../../api/wire/public.ts'
import { mostInEntry } from '../../surveys/action-log/problems.ts'
import { TextField } from '../parts/staff/Field.tsx'
import { bindFields } from '../parts/staff/useSaving.ts'

type Props = {
  entry: actionLog.Entry
  change: (part: Partial<actionLog.Entry>) => void
  errors: Partial<Record<string, string>>
}

export function ActivityField({ entry, change, errors }: Props) {
  return (
    <TextField
      label="Qu’est-ce qui a eu lieu ?"
      maxLength={mostInEntry.activity}
      {...bindFields(entry, change, errors)('activity')}
    />
  )
}
