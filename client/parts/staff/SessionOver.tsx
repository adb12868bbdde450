/** Says that the session is over without taking anything away: the page and its drafts stay. */
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { Dialog, DialogButton } from './Dialog.tsx'
import { comeBackTo, refreshMe } from './me.ts'
import { onSessionOver } from './staffApi.ts'

export function SessionOver() {
  const [isOver, setIsOver] = useState(false)
  const [path, go] = useLocation()
  useEffect(() => onSessionOver(() => setIsOver(true)), [])
  return (
    <Dialog
      isOpen={isOver}
      title="Votre session est terminée"
      onClose={() => setIsOver(false)}
      actions={
        <DialogButton
          onPress={async () => {
            comeBackTo(path)
            await refreshMe().catch(() => {})
            go('/connexion')
          }}
        >
          Me reconnecter
        </DialogButton>
      }
    >
      <p>
        Une session s’arrête après 30 minutes sans activité, ou quand un accès change. Ce que vous avez tapé dans une
        table, un réglage ou une feuille de papier est resté ici : vous le retrouverez après votre connexion.
      </p>
    </Dialog>
  )
}
