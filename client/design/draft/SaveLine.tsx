/** « Enregistré à 14 h 05 » and who else is here; what is safe when it cannot be saved. */
import { hourText } from '../../../surveys/days.ts'
import type { DraftRoom, Saving } from './useDraft.ts'

export function SaveLine({ room }: { room: DraftRoom }) {
  const { saving, isSaved, savedAt, others, problem, isReadOnly } = room
  return (
    <div className="design-save" data-saved={isSaved || undefined}>
      <p role="status" data-kind={kinds[saving]}>
        {isReadOnly ? '' : saving === 'refused' ? `Pas enregistré\u202f: ${problem}` : words(saving, savedAt)}
      </p>
      {others.length > 0 && (
        <p className="design-others">
          {others.map(({ name }) => name).join(', ')} {others.length > 1 ? 'ont' : 'a'} aussi ce questionnaire ouvert.
        </p>
      )}
    </div>
  )
}

const kinds: Record<Saving, string> = {
  saved: 'good',
  saving: 'good',
  offline: 'warm',
  conflict: 'warm',
  'session-over': 'warm',
  refused: 'bad',
}

function words(saving: Exclude<Saving, 'refused'>, savedAt: Date | null): string {
  switch (saving) {
    case 'saved':
      return savedAt ? `Enregistré à ${hourText(savedAt)}` : 'Rien à enregistrer'
    case 'saving':
      return 'Enregistrement…'
    case 'offline':
      return 'Le réseau est coupé\u202f: votre travail est gardé sur cet appareil et partira tout seul.'
    case 'conflict':
      return 'Ce questionnaire a changé ailleurs\u202f: votre travail est gardé sur cet appareil.'
    case 'session-over':
      return 'Session terminée\u202f: votre travail est gardé sur cet appareil. Reconnectez-vous dans un autre onglet, puis revenez ici.'
  }
}
