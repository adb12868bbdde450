/** The room of one questionnaire: its name, what is saved, who else is here, what it costs, its tabs. */
import { Suspense, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { remarksOf, sentBackText } from '../../surveys/review/sent-back.ts'
import { Skeleton } from '../parts/State.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { type TabName, tabHref, tabs } from './addresses.ts'
import { Conflict } from './draft/Conflict.tsx'
import { draftNote, Locked } from './draft/Locked.tsx'
import { SaveLine } from './draft/SaveLine.tsx'
import { type DraftRoom, useDraft } from './draft/useDraft.ts'
import { Found } from './Found.tsx'
import { Gauge } from './Gauge.tsx'
import { Steps } from './Steps.tsx'
import { views } from './views.ts'

type Props = { start: Parameters<typeof useDraft>[0]; tab: TabName; reload: () => void }

export function Room({ start, tab, reload }: Props) {
  const room = useDraft(start, reload)
  const { undo, redo, isReadOnly } = room
  useEffect(() => {
    if (isReadOnly) return
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
      event.preventDefault()
      if (event.shiftKey || key === 'y') redo()
      else undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [undo, redo, isReadOnly])
  const row = useRef<HTMLElement>(null)
  // on a narrow screen the row slides: the tab one is on is in sight
  useEffect(() => {
    row.current
      ?.querySelector(`[href$="${tabHref(room.slug, tab)}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [room.slug, tab])
  const View = views[tab]
  const remarks = remarksOf(room.draft)
  const title = frenchOf(room.questionnaire.title) || 'Questionnaire sans titre'
  return (
    <StaffFrame
      title={title}
      isWide
      questionnaire={{
        slug: room.slug,
        title,
        stage: tab === 'controle' || tab === 'versions' ? 'review' : 'write',
        note: draftNote(room),
      }}
      actions={
        <div className="design-line">
          <SaveLine room={room} />
          {remarks > 0 && tab !== 'controle' && (
            <Link className="design-returned" href={tabHref(room.slug, 'controle')}>
              {sentBackText(remarks)}
            </Link>
          )}
          <Gauge room={room} />
        </div>
      }
    >
      <div className="design">
        <div className="design-bar">
          <nav ref={row} className="design-tabs" aria-label="Parties du questionnaire">
            <ul>
              {tabs
                .filter(({ name }) => views[name])
                .map(({ name, title: label }) => (
                  <li key={name} data-tab={name}>
                    <Link href={tabHref(room.slug, name)} aria-current={name === tab ? 'page' : undefined}>
                      {label}
                      {name === 'controle' && <Waiting room={room} />}
                    </Link>
                  </li>
                ))}
            </ul>
            {/* on a phone it stands beside the row that slides */}
            <Link
              className="design-control"
              href={tabHref(room.slug, 'controle')}
              aria-current={tab === 'controle' ? 'page' : undefined}
            >
              Contrôle
              <Waiting room={room} />
            </Link>
          </nav>
          <Steps room={room} />
        </div>
        <Found room={room} />
        <Locked room={room} />
        {room.saving === 'conflict' || room.crossing ? (
          <Conflict room={room} />
        ) : (
          <Suspense fallback={<Skeleton />}>{View && <View room={room} />}</Suspense>
        )}
      </div>
    </StaffFrame>
  )
}

/** What is to be fixed, and what it was sent back for. */
function Waiting({ room: { review, draft } }: { room: DraftRoom }) {
  const toFix = review.toFix.length
  const remarks = remarksOf(draft)
  if (toFix + remarks === 0) return null
  return (
    <span className="design-count">
      {toFix + remarks}
      <span className="visually-hidden">{remarks === 0 ? ' à corriger' : ` à revoir, ${sentBackText(remarks)}`}</span>
    </span>
  )
}
