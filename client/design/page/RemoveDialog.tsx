/** Before something leaves: who reads it, and what leaves with it. */

import { allElements, findElement, pagesOf } from '../../../surveys/edit/places.ts'
import { type Reader, readersOf } from '../../../surveys/edit/readers.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'

type Props = {
  questionnaire: Questionnaire
  removing: { kind: 'page' | 'element'; path: string }
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

export function RemoveDialog({ questionnaire, removing: { kind, path }, onClose, onRemove }: Props) {
  const inside = allElements(questionnaire).filter((found) =>
    kind === 'page' ? found.page === path : found.path === path || found.holder.path === path || found.parent === path,
  )
  const own = new Set(inside.map((found) => found.path))
  const readers = inside
    .flatMap((found) => readersOf(questionnaire, found.path))
    .filter(
      (reader, at, all) =>
        !own.has(reader.path) && all.findIndex((one) => one.path === reader.path && one.how === reader.how) === at,
    )
  const title =
    kind === 'page'
      ? frenchOf(pagesOf(questionnaire).find(({ name }) => name === path)?.title) || 'cette page'
      : frenchOf(findElement(questionnaire, path)?.element.title) || 'cette question'
  const others = kind === 'page' ? inside.length : inside.length - 1
  return (
    <Dialog
      isOpen
      title={`Supprimer «\u202f${title}\u202f»\u202f?`}
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
