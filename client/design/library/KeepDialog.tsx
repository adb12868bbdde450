/** Questions put in the library of the authority, codes included. */
import { useState } from 'react'
import { takenOut } from '../../../surveys/edit/taken-out.ts'
import { frenchOf, listOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { TextField } from '../../parts/staff/Field.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { typeTitle } from '../page/types.ts'

type Props = { questionnaire: Questionnaire; path: string; onClose: () => void }

export function KeepDialog({ questionnaire, path, onClose }: Props) {
  const [{ elements, parameters, loosened }] = useState(() => takenOut(questionnaire, [path]))
  const [title, setTitle] = useState(() => frenchOf(elements[0]?.title).slice(0, 120))
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  async function keep() {
    setIsBusy(true)
    setProblem('')
    try {
      await call('POST /api/library', { body: { title, elements, parameters } })
      notify('C’est en bibliothèque : « Ajouter une question » l’y retrouve, dans chaque questionnaire.')
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error))
      setIsBusy(false)
    }
  }
  return (
    <Dialog
      isOpen
      title="Mettre en bibliothèque"
      closeText="Annuler"
      onClose={onClose}
      actions={
        <DialogButton isDisabled={isBusy || title.trim() === ''} onPress={() => void keep()}>
          Mettre en bibliothèque
        </DialogButton>
      }
    >
      <TextField
        label="Nom"
        help="Sous lequel vos collègues la retrouveront."
        error={problem || undefined}
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
      <ul>
        {elements.map((element) => (
          <li key={element.name}>
            {frenchOf(element.title) || typeTitle(element)} <code>{element.name}</code>
            {listOf(element.templateElements ?? element.elements).length > 0 &&
              ` et les ${listOf(element.templateElements ?? element.elements).length} questions qu’elle contient`}
          </li>
        ))}
      </ul>
      <p>
        Les codes restent les mêmes d’un questionnaire à l’autre : les réponses se comparent.
        {loosened.length > 0 &&
          ` ${loosened.length > 1 ? `${loosened.length} questions dépendaient` : 'Une question dépendait'} d’une réponse qui n’est pas gardée avec elle : ailleurs, plus de monde la verra.`}
      </p>
    </Dialog>
  )
}
