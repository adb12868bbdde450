/** What can be set on several questions at once, beside their list. */
import { type RefObject, useId, useState } from 'react'
import { levelSaid } from '../../../surveys/authority/levels.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import {
  movable,
  moveToPage,
  objectivesAmong,
  outermost,
  removeAll,
  requirable,
  setObjective,
  setRequired,
} from '../../../surveys/edit/bulk.ts'
import { allElements, pagesOf } from '../../../surveys/edit/places.ts'
import { brokenBy } from '../../../surveys/edit/readers.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { isAsked } from '../../../surveys/types/catalogue.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { notifyRemoved } from '../../parts/staff/Toasts.tsx'
import type { DraftRoom } from '../draft/useDraft.ts'
import { KeepDialog } from '../library/KeepDialog.tsx'
import { ConditionEditor } from '../logic/ConditionEditor.tsx'
import { RemoveDialog } from '../page/RemoveDialog.tsx'
import { ProposeDialog } from '../plan/ProposeDialog.tsx'
import { ObjectiveSearch } from '../props/Purpose.tsx'
import { chosenText } from './ChosenBar.tsx'
import '../logic/logic.css'

type Props = {
  room: DraftRoom
  picked: ReadonlySet<string>
  /** Where the focus comes when it takes the place of the list. */
  heading: RefObject<HTMLHeadingElement | null>
  /** Shows a question on the page beside. */
  select: (path: string) => void
  onDone: () => void
}

export function Bulk({ room, picked, heading, select, onDone }: Props) {
  const { questionnaire } = room
  const [open, setOpen] = useState<'propose' | 'keep' | 'remove' | null>(null)
  const chosen = allElements(questionnaire).filter(({ path }) => picked.has(path))
  const paths = chosen.map(({ path }) => path)
  const asked = chosen.filter(({ element }) => isAsked(element))
  const served = objectivesAmong(questionnaire, paths)
  const free = requirable(questionnaire, paths)
  const required = free.filter(({ element }) => element.isRequired === true).length
  const sensitive = asked.length - free.length
  const whole = outermost(questionnaire, paths)
  // what one question reads, another one elsewhere cannot: rows of a repeated panel are set apart from the rest
  const isOnePlace = whole.every(({ parent }) => parent === whole[0]?.parent)
  const conditions = new Set(whole.map(({ element }) => String(element.visibleIf ?? '')))
  const change = (label: string, edit: Parameters<DraftRoom['change']>[1]) =>
    room.change(`${label} de ${asked.length} questions`, edit)
  const move = (page: string, number: number) => {
    const going = movable(questionnaire, paths, page)
    const moved = going.length
    const next = moveToPage(questionnaire, paths, page)
    const broken = brokenBy(questionnaire, next)
    room.change(`Déplacer ${moved > 1 ? `${moved} questions` : 'une question'}`, () => next)
    if (going[0]) select(going[0].path)
    const said = `${moved > 1 ? `${moved} questions sont` : 'Une question est'} maintenant à la fin de la page ${number}.`
    const [first] = broken
    const others = broken.length - 1
    // one is told; the review holds them all
    const more =
      others === 0 ? '' : ` Et ${others > 1 ? `${others} autres remarques` : 'une autre remarque'}, dans « Contrôle ».`
    notifyRemoved(first === undefined ? said : `${said} ${first}${more}`, room.undo)
  }
  const remove = () => {
    room.change(`Supprimer ${asked.length > 1 ? `${asked.length} questions` : 'une question'}`, (draft) =>
      removeAll(draft, paths),
    )
    setOpen(null)
    onDone()
    notifyRemoved(
      asked.length > 1 ? `${asked.length} questions sont supprimées.` : 'La question est supprimée.',
      room.undo,
    )
  }
  return (
    <aside className="properties" aria-label="Réglages des questions choisies">
      <h2 aria-live="polite" tabIndex={-1} ref={heading}>
        {chosenText(asked.length)}
      </h2>
      <Button onClick={onDone}>Revenir à une question à la fois</Button>
      {asked.length === 0 ? (
        <p>Cochez des questions dans la liste : leurs réglages communs viennent ici.</p>
      ) : (
        <>
          <section aria-label="À quoi elles servent">
            <h3>À quoi elles servent</h3>
            <ul className="chosen-list" aria-label="Objectifs des questions choisies">
              {[...served].map(([number, count]) => (
                <li key={number}>
                  <span>
                    <b>{number}</b> {objectives().find((one) => one.number === number)?.title}
                    {count < asked.length && <small> {`(${count} sur ${asked.length})`}</small>}
                  </span>
                  <span className="bulk-either">
                    {count < asked.length && (
                      <button
                        type="button"
                        onClick={() => change('Objectif', (draft) => setObjective(draft, paths, number, true))}
                      >
                        À toutes
                        <span className="visually-hidden">{`, ${levelSaid('the', 'objective')} ${number}`}</span>
                      </button>
                    )}
                    <button
                      type="button"
                      onClick={() => change('Objectif', (draft) => setObjective(draft, paths, number, false))}
                    >
                      Retirer
                      <span className="visually-hidden">{` ${levelSaid('the', 'objective')} ${number}`}</span>
                    </button>
                  </span>
                </li>
              ))}
            </ul>
            <ObjectiveSearch
              chosen={[...served].filter(([, count]) => count === asked.length).map(([number]) => number)}
              onChoose={(number) => change('Objectif', (draft) => setObjective(draft, paths, number, true))}
            />
          </section>
          <section aria-label="Indicateurs">
            <h3>Indicateurs</h3>
            <Button onClick={() => setOpen('propose')}>Proposer un indicateur par question…</Button>
          </section>
          <section aria-label="Réponses obligatoires">
            <h3>Réponses obligatoires</h3>
            <p>
              {required === 0 ? 'Aucune ne l’est.' : `${required} sur ${asked.length}.`}
              {sensitive > 0 &&
                ` ${sensitive > 1 ? `${sensitive} sont sensibles : elles restent` : 'Une est sensible : elle reste'} sans obligation.`}
            </p>
            <div className="actions">
              <Button
                disabled={required === free.length}
                onClick={() => change('Obligation', (draft) => setRequired(draft, paths, true))}
              >
                Toutes obligatoires
              </Button>
              <Button
                disabled={required === 0}
                onClick={() => change('Obligation', (draft) => setRequired(draft, paths, false))}
              >
                Aucune obligatoire
              </Button>
            </div>
          </section>
          <section aria-label="Quand elles s’affichent">
            <h3>Quand elles s’affichent</h3>
            {isOnePlace ? (
              <ConditionEditor
                key={paths.join()}
                room={room}
                path={whole[0]!.path}
                paths={whole.map(({ path }) => path)}
                condition={conditions.size === 1 ? [...conditions][0]! : ''}
                none={
                  conditions.size > 1
                    ? 'Leurs conditions diffèrent. Ce que vous choisissez ici les remplace toutes.'
                    : undefined
                }
                parent={whole[0]!.parent}
              />
            ) : (
              <p>Les questions d’une fiche répétée ont leurs propres conditions : choisissez-les à part des autres.</p>
            )}
          </section>
          <MoveTo room={room} paths={paths} onMove={move} />
          <section aria-label="Les reprendre ailleurs, ou les supprimer">
            <h3>Les reprendre ailleurs, ou les supprimer</h3>
            <div className="actions">
              <Button onClick={() => setOpen('keep')}>Mettre en bibliothèque…</Button>
              <Button kind="danger" onClick={() => setOpen('remove')}>
                Supprimer…
              </Button>
            </div>
          </section>
        </>
      )}
      {open === 'propose' && <ProposeDialog room={room} paths={paths} onClose={() => setOpen(null)} />}
      {open === 'remove' && (
        <RemoveDialog
          questionnaire={questionnaire}
          removing={{ kind: 'several', paths }}
          onClose={() => setOpen(null)}
          onRemove={remove}
        />
      )}
      {open === 'keep' && <KeepDialog questionnaire={questionnaire} paths={paths} onClose={() => setOpen(null)} />}
    </aside>
  )
}

type MoveProps = { room: DraftRoom; paths: readonly string[]; onMove: (page: string, number: number) => void }

/** The page they go to; what stands in a repeated panel stays there. */
function MoveTo({ room: { questionnaire }, paths, onMove }: MoveProps) {
  const [chosen, setChosen] = useState('')
  const id = useId()
  const pages = pagesOf(questionnaire)
  const mayMove = pages.filter(({ name }) => movable(questionnaire, paths, name).length > 0)
  const to = mayMove.some(({ name }) => name === chosen) ? chosen : (mayMove[0]?.name ?? '')
  return (
    <section aria-label="Leur page">
      <h3>Leur page</h3>
      {mayMove.length === 0 ? (
        <p>
          {pages.length < 2
            ? 'Il n’y a pas d’autre page.'
            : 'Les questions d’une fiche répétée restent dans leur fiche.'}
        </p>
      ) : (
        <div className="bulk-move">
          <label htmlFor={id} className="visually-hidden">
            Page où les déplacer
          </label>
          <select id={id} className="field" value={to} onChange={({ target }) => setChosen(target.value)}>
            {pages.map(({ name, title }, at) =>
              mayMove.some((page) => page.name === name) ? (
                <option key={name} value={name}>
                  Page {at + 1}
                  {frenchOf(title) && ` · ${frenchOf(title)}`}
                </option>
              ) : null,
            )}
          </select>
          <Button onClick={() => onMove(to, pages.findIndex(({ name }) => name === to) + 1)}>Y déplacer</Button>
        </div>
      )}
    </section>
  )
}
