/** The status of an objective as a drawing: full, half, outlined, dashed; never a colour alone. */
import type { analyse } from '../../api/wire/public.ts'

export type Status = analyse.Overview['rows'][number]['status']

export function StatusMark({ status }: { status: Status }) {
  return (
    <svg className="mark" data-status={status} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <rect x="1.25" y="1.25" width="11.5" height="11.5" rx="2.5" className="mark-edge" />
      {status === 'measured' && <rect x="1.25" y="1.25" width="11.5" height="11.5" rx="2.5" className="mark-full" />}
      {status === 'partly' && <path d="M1.25 12.75V3.5a2.25 2.25 0 0 1 2.25-2.25h9.25z" className="mark-full" />}
      {status === 'other-source' && <circle cx="7" cy="7" r="1.6" className="mark-dot" />}
    </svg>
  )
}
