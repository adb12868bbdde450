/** Undo and redo, by name. */
import type { DraftRoom } from './draft/useDraft.ts'

export function Steps({ room }: { room: DraftRoom }) {
  if (room.isReadOnly) return null
  return (
    <div className="design-steps">
      <button
        type="button"
        className="button"
        data-kind="quiet"
        disabled={!room.canUndo}
        onClick={room.undo}
        title={room.canUndo ? `Annuler\u202f: ${room.undoLabel} (Ctrl+Z)` : undefined}
      >
        Annuler{room.canUndo && <span className="visually-hidden">{`\u202f: ${room.undoLabel}`}</span>}
      </button>
      <button
        type="button"
        className="button"
        data-kind="quiet"
        disabled={!room.canRedo}
        onClick={room.redo}
        title={room.canRedo ? `Rétablir\u202f: ${room.redoLabel} (Ctrl+Maj+Z)` : undefined}
      >
        Rétablir{room.canRedo && <span className="visually-hidden">{`\u202f: ${room.redoLabel}`}</span>}
      </button>
    </div>
  )
}
