/** The paths through a questionnaire: a map in words, the condition of each place, and a path tried step by step. */
import { useState } from 'react'
import { findElement, pagesOf } from '../../../surveys/edit/places.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { DefinitionElement } from '../../../surveys/questionnaire/questionnaire.ts'
import { isAsked } from '../../../surveys/types/catalogue.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Spoken } from '../../words/useSay.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { useSelection } from '../page/selection.ts'
import { ConditionEditor } from './ConditionEditor.tsx'
import { Draws } from './Draws.tsx'
import { PathMap } from './PathMap.tsx'
import { TryPath } from './TryPath.tsx'
import '../../answer/answer.css'
import '../../answer/question/questions.css'
import '../../answer/week/week.css'

export function Logic({ room }: { room: DraftRoom }) {
  const { questionnaire } = room
  const [{ page, path }, select] = useSelection(questionnaire)
  const [isTrying, setIsTrying] = useState(false)
  const found = path === null ? null : findElement(questionnaire, path)
  const holder = found?.element ?? pagesOf(questionnaire).find(({ name }) => name === page)
  const here = path ?? page
  const condition = typeof holder?.visibleIf === 'string' ? holder.visibleIf : ''
  const stops = room.review.toFix.filter(({ code }) => code === 'unreachable' || code === 'condition')
  if (isTrying)
    return (
      <Spoken value="fr">
        <TryPath room={room} onClose={() => setIsTrying(false)} />
      </Spoken>
    )
  if (!holder) return <p className="muted">Ce questionnaire n’a pas encore de question.</p>
  return (
    <div className="logic">
      <section className="logic-map" aria-labelledby="logic-map">
        <div className="both-ends">
          <h2 id="logic-map">Qui voit quoi</h2>
          <Button onClick={() => setIsTrying(true)}>Tester un parcours</Button>
        </div>
        <p role="status" data-stops={stops.length > 0 || undefined}>
          {stops.length === 0
            ? 'Chaque question peut être rencontrée\u202f: aucune condition ne se contredit.'
            : `${stops.length} ${stops.length > 1 ? 'conditions sont' : 'condition est'} à corriger.`}
        </p>
        <PathMap room={room} chosen={here} onChoose={select} />
      </section>
      <section className="logic-editor boxed" aria-labelledby="logic-editor">
        <h2 id="logic-editor">
          {found ? 'Question' : 'Page'} « {frenchOf(holder.title) || 'sans titre'} »
        </h2>
        {stops
          .filter((finding) => finding.path === here)
          .map(({ message }) => (
            <p key={message} className="notice" data-kind="warm">
              {message}
            </p>
          ))}
        <ConditionEditor key={here} room={room} path={here} condition={condition} parent={found?.parent ?? null} />
        {found && mayBeRequired(found.element) && (
          <details className="logic-required" open={typeof found.element.requiredIf === 'string' || undefined}>
            <summary>Obligatoire selon une réponse</summary>
            <ConditionEditor
              key={here}
              room={room}
              path={here}
              rule="requiredIf"
              condition={typeof found.element.requiredIf === 'string' ? found.element.requiredIf : ''}
              parent={found.parent}
            />
          </details>
        )}
        <Draws room={room} found={found} select={select} />
      </section>
    </div>
  )
}

/** A sensitive question stays free; a group or a text asks nothing itself. */
const mayBeRequired = (element: DefinitionElement) => isAsked(element) && element.sensitivity !== 'sensitive'
