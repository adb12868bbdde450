/** Where a questionnaire stands, in the same words and the same colour on every page. */
import type { staff } from '../../../api/wire/public.ts'

export type Status = staff.Stages['questionnaires'][number]['status']

const words: Record<Status, [text: string, kind: 'good' | 'warm' | undefined]> = {
  draft: ['brouillon', undefined],
  review: ['en relecture', 'warm'],
  trial: ['à l’essai', 'warm'],
  soon: ['ouvre bientôt', 'warm'],
  open: ['ouvert', 'good'],
  closed: ['clos', undefined],
  archived: ['archivé', undefined],
}

export function StatusBadge({ status }: { status: Status }) {
  const [text, kind] = words[status]
  return (
    <span className="badge" data-kind={kind}>
      {text}
    </span>
  )
}
