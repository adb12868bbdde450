/** One indicator for each question that has none, read before any is added. */
import { useState } from 'react'
import { addIndicator } from '../../../surveys/edit/head.ts'
import { proposedIndicators } from '../../../surveys/edit/proposals.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { notify } from '../../parts/staff/Toasts.tsx'
import type { DraftRoom } from '../draft/useDraft.ts'
import './plan.css'

type Props = { room: DraftRoom; onClose: () => void }

export function ProposeDialog({ room, onClose }: Props) {
  const { questionnaire, measures } = room
  const [proposals] = useState(() => proposedIndicators(questionnaire, measures))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const aimless = new Set(
    fieldsOf(questionnaire.definition, questionnaire.assigned)
      .filter(({ semantic, objectives }) => semantic === null && objectives.length === 0)
      .map(({ parent, question }) => `${parent}.${question}`),
  ).size
  const taken = proposals.filter(({ indicator }) => !left.has(indicator.id))
  const count = `${taken.length} ${taken.length > 1 ? 'indicateurs' : 'indicateur'}`
  function use() {
    room.change(`Ajouter ${count}`, (draft) =>
      taken.reduce((written, { indicator }) => addIndicator(written, indicator), draft),
    )
    notify(`${count} de plus. « Annuler » ${taken.length > 1 ? 'les' : 'le'} retire.`)
    onClose()
  }
  return (
    <Dialog
      isOpen
      isWide
      title="Un indicateur par question"
      closeText={proposals.length === 0 ? 'Fermer' : 'Annuler'}
      onClose={onClose}
      actions={
        proposals.length > 0 && (
          <DialogButton isDisabled={taken.length === 0} onPress={use}>
            Ajouter {count}
          </DialogButton>
        )
      }
    >
      {proposals.length === 0 ? (
        <p>
          {aimless > 0
            ? `Rien à proposer : ${aimless > 1 ? `${aimless} questions ne servent` : 'une question ne sert'} encore aucun objectif. Choisissez-en un sous « À quoi elle sert », puis revenez ici.`
            : 'Rien à proposer : chaque question qui sert un objectif a déjà son indicateur, ou sa réponse ne se mesure pas seule.'}
        </p>
      ) : (
        <>
          <p>La mesure suit le genre de réponse. Chaque indicateur se change ensuite sous « Plan et indicateurs ».</p>
          <ul className="proposals">
            {proposals.map(({ indicator }) => (
              <li key={indicator.id}>
                <label className="tick">
                  <input
                    type="checkbox"
                    checked={!left.has(indicator.id)}
                    onChange={({ target }) => {
                      const next = new Set(left)
                      if (target.checked) next.delete(indicator.id)
                      else next.add(indicator.id)
                      setLeft(next)
                    }}
                  />
                  <span>
                    <b>{indicator.title}</b>
                    <small>
                      Objectif {indicator.objective} ·{' '}
                      {measures.find(({ name }) => name === indicator.measure)?.title ?? indicator.measure}
                    </small>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
