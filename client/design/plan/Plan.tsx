/** What this questionnaire brings to the plan: its indicators, the objectives it informs and those still bare. */

import { useState } from 'react'
import { capitalised, levelNumbers, levelSaid } from '../../../surveys/authority/levels.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { addIndicator, newIndicator } from '../../../surveys/edit/head.ts'
import { indicatorFields } from '../../../surveys/edit/indicator-fields.ts'
import { servedBy } from '../../../surveys/questionnaire/served.ts'
import { Button } from '../../parts/forms/Button.tsx'
import type { DraftRoom } from '../draft/useDraft.ts'
import { IndicatorEditor } from './IndicatorEditor.tsx'
import { PlanSide } from './PlanSide.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import './plan.css'

export function Plan({ room }: { room: DraftRoom }) {
  const { questionnaire, measures, isReadOnly } = room
  const { indicators } = questionnaire
  const [open, setOpen] = useState<string | null>(null)
  const [isProposing, setIsProposing] = useState(false)
  const fields = indicatorFields(questionnaire)
  const first = fields.find(({ kind }) => measures.some(({ kinds }) => kinds.includes(kind)))
  function insert() {
    const measure = measures.find(({ kinds }) => first && kinds.includes(first.kind))
    if (!first || !measure) return
    const made = newIndicator(questionnaire, {
      field: first.path,
      title: '',
      objective: first.objectives[0] ?? objectives()[0]!.number,
      measure: measure.name,
      sentence: measure.sentence,
    })
    room.change('Ajouter un indicateur', (draft) => addIndicator(draft, made))
    setOpen(made.id)
  }
  const faults = room.review.toFix.filter(({ path }) => path === 'indicators')
  return (
    <div className="plan-tab">
      <section className="plan-indicators" aria-labelledby="indicators-title">
        <div className="both-ends">
          <h2 id="indicators-title">Indicateurs</h2>
          {!isReadOnly && (
            <div className="actions">
              <Button disabled={!first} onClick={insert}>
                Ajouter un indicateur
              </Button>
              <Button disabled={!first} onClick={() => setIsProposing(true)}>
                Un par question…
              </Button>
            </div>
          )}
        </div>
        {faults.map(({ message }) => (
          <p key={message} className="notice" data-kind="warm">
            {message}
          </p>
        ))}
        {indicators.length === 0 && (
          <p className="muted">
            Un indicateur fait d’une question un résultat sous {levelSaid('a', 'objective')} du plan.
            {!first && ' Écrivez d’abord une question.'}
          </p>
        )}
        <ul className="indicator-list">
          {indicators.map((indicator) => (
            <li key={indicator.id}>
              <button
                type="button"
                className="indicator-line"
                aria-expanded={open === indicator.id}
                onClick={() => setOpen(open === indicator.id ? null : indicator.id)}
              >
                <b>{indicator.title || 'Sans titre'}</b>
                <small>
                  {capitalised(levelNumbers('objective', servedBy(indicator)))} ·{' '}
                  {measures.find(({ name }) => name === indicator.measure)?.title ?? indicator.measure} ·{' '}
                  {fields.find(({ path }) => path === indicator.field)?.title ??
                    `«\u202f${indicator.field}\u202f» n’existe plus`}
                </small>
              </button>
              {open === indicator.id && (
                <IndicatorEditor room={room} indicator={indicator} onRemoved={() => setOpen(null)} />
              )}
            </li>
          ))}
        </ul>
      </section>
      <PlanSide room={room} />
      {isProposing && <ProposeDialog room={room} onClose={() => setIsProposing(false)} />}
    </div>
  )
}
