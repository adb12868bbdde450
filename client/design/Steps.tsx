/** Undo and redo, by name. */
import { Button } from '../parts/forms/Button.tsx'
import type { DraftRoom } from './draft/useDraft.ts'

export function Steps({ room }: { room: DraftRoom }) {
  if (room.isReadOnly) return null
  return (
    <div className="design-steps">
      <Step text="Annuler" keys="Ctrl+Z" what={room.canUndo && room.undoLabel} take={room.undo} />
      <Step text="Rétablir" keys="Ctrl+Maj+Z" what={room.canRedo && room.redoLabel} take={room.redo} />
    </div>
  )
}

/** `what` it would change; none = nothing. */
type StepProps = { text: string; keys: string; what: string | false; take: () => void }

function Step({ text, keys, what, take }: StepProps) {
  const said = what === false ? '' : `\u202f: ${what}`
  return (
    <Button kind="quiet" disabled={what === false} onClick={take} title={said ? `${text}${said} (${keys})` : undefined}>
      {text}
      {said && <span className="visually-hidden">{said}</span>}
    </Button>
  )
}
