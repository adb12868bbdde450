/** Work found on this device that the server never had: taken up again, or let go. */
import { momentText } from '../parts/staff/dates.ts'
import type { DraftRoom } from './draft/useDraft.ts'

export function Found({ room }: { room: DraftRoom }) {
  const { found, revision } = room
  if (found === null || room.isReadOnly) return null
  const isBehind = found.revision !== revision
  return (
    <div className="notice" data-kind="warm" role="alert">
      <p>
        Des changements du {momentText(new Date(found.at).toISOString())} étaient restés sur cet appareil sans pouvoir
        être enregistrés.
        {isBehind && ' Le questionnaire a changé depuis\u202f: les reprendre remplace ce qui a été fait entre-temps.'}
      </p>
      <div className="actions">
        <button type="button" className="button" data-kind="main" onClick={room.useFound}>
          Les reprendre
        </button>
        <button type="button" className="button" data-kind="quiet" onClick={room.dropFound}>
          Les laisser
        </button>
      </div>
    </div>
  )
}
