/** Work found on this device that the server never had: joined with what is there now, or let go. */
import { Button } from '../parts/forms/Button.tsx'
import { momentText } from '../parts/staff/dates.ts'
import { Changes } from './changes/Changes.tsx'
import type { DraftRoom } from './draft/useDraft.ts'

export function Found({ room }: { room: DraftRoom }) {
  const { found, revision } = room
  if (found === null || room.isReadOnly || room.crossing) return null
  const isBehind = found.revision !== revision
  /** Older copies do not say what both started from. */
  const isReplacing = isBehind && found.base === undefined
  return (
    <div className="notice" data-kind="warm" role="alert">
      <p>
        Des changements du {momentText(new Date(found.at).toISOString())} étaient restés sur cet appareil sans pouvoir
        être enregistrés.
        {isReplacing
          ? ' Le questionnaire a changé depuis\u202f: les reprendre remplace ce qui a été fait entre-temps. Voici ce qui diffère.'
          : isBehind && ' Le questionnaire a changé depuis\u202f: les deux seront réunis.'}
      </p>
      {isReplacing && (
        <Changes
          before={room.questionnaire}
          after={found.questionnaire}
          titles={['Le questionnaire, maintenant', 'Sur cet appareil']}
        />
      )}
      <div className="actions">
        <Button kind={isReplacing ? undefined : 'main'} onClick={room.useFound}>
          Les reprendre
        </Button>
        <Button kind="quiet" onClick={room.dropFound}>
          Les laisser
        </Button>
      </div>
    </div>
  )
}
