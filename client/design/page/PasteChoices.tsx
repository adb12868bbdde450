/** Answers copied from a spreadsheet; a mistake shows and the pasted text stays. */
import { useMemo, useState } from 'react'
import { type ChoiceList, choicesIn, pastedChoices } from '../../../surveys/edit/choices.ts'
import { setProperty } from '../../../surveys/edit/elements.ts'
import type { Found } from '../../../surveys/edit/places.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { TextAreaField } from '../../parts/staff/Field.tsx'
import { named } from '../draft/named.ts'
import type { DraftRoom } from '../draft/useDraft.ts'

type Props = { room: DraftRoom; found: Found; list: ChoiceList; start: string; onClose: () => void }

export function PasteChoices({ room, found, list, start, onClose }: Props) {
  const [text, setText] = useState(start)
  const [hasTried, setHasTried] = useState(false)
  const before = choicesIn(found.element[list])
  const isEmpty = before.every(({ text: words }) => words === '')
  const [isReplacing, setIsReplacing] = useState(true)
  const read = useMemo(() => pastedChoices(isEmpty ? [] : before, text, list), [isEmpty, before, text, list])
  function use() {
    setHasTried(true)
    if ('problem' in read) return
    const fresh = read.choices.filter(({ value }) => !before.some((choice) => choice.value === value))
    const next = isEmpty || isReplacing ? read.choices : [...before, ...fresh]
    room.change(`Coller des réponses dans ${named(room.questionnaire, found.path)}`, (questionnaire) =>
      setProperty(questionnaire, found.path, list, next),
    )
    onClose()
  }
  return (
    <Dialog
      isOpen
      isWide
      title="Coller depuis un tableur"
      closeText="Annuler"
      onClose={onClose}
      actions={
        <DialogButton onPress={use}>
          {'problem' in read ? 'Utiliser' : `Utiliser ces ${read.choices.length} lignes`}
        </DialogButton>
      }
    >
      <TextAreaField
        label="Lignes copiées"
        help="Une colonne de textes suffit. Avec des titres (Code, Français, Français simplifié, Anglais, Arabe), les traductions viennent aussi."
        error={(hasTried || text !== '') && 'problem' in read ? read.problem : undefined}
        className="field mono"
        rows={8}
        value={text}
        onChange={setText}
      />
      {!isEmpty && (
        <label className="tick">
          <input type="checkbox" checked={isReplacing} onChange={({ target }) => setIsReplacing(target.checked)} />
          Remplacer la liste actuelle. Une réponse de même texte garde son code et ses traductions.
        </label>
      )}
      {!('problem' in read) && (
        <p role="status">
          {read.added} {read.added > 1 ? 'nouvelles' : 'nouvelle'}, {read.matched} déjà là.
        </p>
      )}
    </Dialog>
  )
}
