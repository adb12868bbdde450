/** Before something leaves: who reads it, and what leaves with it. */

import { allElements, findElement, pagesOf } from '../../../surveys/edit/places.ts'
import { type Reader, readersOf } from '../../../surveys/edit/readers.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'

export type Removing = { kind: 'page' | 'element'; path: string }

type Props = {
  questionnaire: Questionnaire
  removing: Removing
  onClose: () => void
  onRemove: () => void
}

const consequences: Record<Reader['how'], (title: string) => string> = {
  visibleIf: (title) => `«\u202f${title}\u202f» ne dépendra plus de cette réponse.`,
  requiredIf: (title) => `«\u202f${title}\u202f» ne sera plus obligatoire selon cette réponse.`,
  choicesFromQuestion: (title) =>
    `«\u202f${title}\u202f» en reprenait les réponses\u202f: elle en gardera une copie à elle.`,
  indicator: (title) => `L’indicateur «\u202f${title}\u202f» la lit\u202f: il s’arrête ou perd cette ventilation.`,
  orders: (title) => `L’ordre tiré au sort «\u202f${title}\u202f» ne la mélange plus.`,
}

export function RemoveDialog({ questionnaire, removing, onClose, onRemove }: Props) {
  const inside = allElements(questionnaire).filter((found) =>
    removing.kind === 'page'
      ? found.page === removing.path
      : [found.path, found.holder.kind === 'page' ? null : found.holder.path, found.parent].includes(removing.path),
  )
  const own = new Set(inside.map((found) => found.path))
  const readers = inside
    .flatMap((found) => readersOf(questionnaire, found.path))
    .filter(
      (reader, at, all) =>
        !own.has(reader.path) && all.findIndex((one) => one.path === reader.path && one.how === reader.how) === at,
    )
  const others = removing.kind === 'page' ? inside.length : inside.length - 1
  return (
    <Dialog
      isOpen
      title={`Supprimer ${nameOf(questionnaire, removing)}\u202f?`}
      closeText="Garder"
      onClose={onClose}
      actions={
        <DialogButton isDanger onPress={onRemove}>
          Supprimer
        </DialogButton>
      }
    >
      {others > 0 && (
        <p>
          {others > 1
            ? `Les ${others} questions qu’elle contient partent avec elle.`
            : 'La question qu’elle contient part avec elle.'}
        </p>
      )}
      {readers.length === 0 ? (
        <p>Aucune autre question ni aucun indicateur n’en dépend. Ctrl+Z la fait revenir.</p>
      ) : (
        <>
          <p>D’autres en dépendent :</p>
          <ul>
            {readers.map(({ path: reader, how, title: name }) => (
              <li key={`${reader}-${how}`}>{consequences[how](name)}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

function nameOf(questionnaire: Questionnaire, { kind, path }: Removing): string {
  const title =
    kind === 'page'
      ? frenchOf(pagesOf(questionnaire).find(({ name }) => name === path)?.title) || 'cette page'
      : frenchOf(findElement(questionnaire, path)?.element.title) || 'cette question'
  return `«\u202f${title}\u202f»`
}
