/** The plan beside the questionnaire: what it informs, what others inform, what is bare. */

import { useCallback, useState } from 'react'
import { levelCount, levelNumbers, levelTitle } from '../../../surveys/authority/levels.ts'
import { actions, axes, objectives, orientations } from '../../../surveys/authority/plan.ts'
import { openQuestionnaires, questionnaire as published } from '../../parts/api.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { type Coverage, coverageOf, type Elsewhere, elsewhereOf, unservedBy } from './coverage.ts'

const nowhere: Elsewhere = new Map()

/** The other questionnaires people can answer now. */
async function others(slug: string): Promise<Elsewhere> {
  const lines = (await openQuestionnaires()).filter((line) => line.slug !== slug)
  return elsewhereOf(await Promise.all(lines.map((line) => published(line.slug))))
}

export function PlanSide({ room }: { room: DraftRoom }) {
  const { slug, questionnaire } = room
  const [loaded] = useLoaded(useCallback(() => others(slug), [slug]))
  const elsewhere = loaded && 'value' in loaded ? loaded.value : nowhere
  const of = coverageOf(questionnaire, elsewhere)
  const unserved = unservedBy(questionnaire)
  const [isBareOnly, setIsBareOnly] = useState(false)
  const rows = objectives().map((objective) => ({ ...objective, ...of(objective.number) }))
  const informed = rows.filter(({ questions, indicators }) => questions + indicators > 0).length
  const bare = rows.filter((row) => stateOf(row) === 'bare').length
  const shown = isBareOnly ? rows.filter((row) => stateOf(row) === 'bare') : rows
  return (
    <section className="plan-side" aria-labelledby="plan-title">
      <h2 id="plan-title">Le plan d’action</h2>
      <p>
        Ce questionnaire éclaire {levelCount('objective', informed)} sur {objectives().length}.{' '}
        {loaded &&
          'value' in loaded &&
          (bare === 0 ? 'Chacun est éclairé quelque part.' : `${bare} ne le sont nulle part.`)}
      </p>
      {unserved.length > 0 && (
        <p className="notice" data-kind="warm">
          Pas encore d’indicateur{'\u202f'}: {levelNumbers('objective', unserved)}. Sans indicateur, les réponses aux
          questions qui s’y rapportent ne donneront aucun résultat.
        </p>
      )}
      <label className="tick">
        <input type="checkbox" checked={isBareOnly} onChange={({ target }) => setIsBareOnly(target.checked)} />
        Seulement ceux qu’aucun questionnaire n’éclaire
      </label>
      {axes().map((axis) => {
        const own = shown.filter(({ action }) => axisOf(action) === axis.number)
        if (own.length === 0) return null
        return (
          <section key={axis.number}>
            <h3>
              {levelTitle('axis', axis.number)} · {axis.title}
            </h3>
            <ul>
              {own.map((row) => (
                <li key={row.number} data-state={stateOf(row)}>
                  <span className="plan-number">{row.number}</span>
                  <span>
                    {row.title}
                    <small>{said(row)}</small>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </section>
  )
}

function axisOf(number: number): number | undefined {
  const action = actions().find((one) => one.number === number)
  return orientations().find((one) => one.number === action?.orientations[0])?.axis
}

function stateOf({ questions, indicators, elsewhere }: Coverage) {
  if (indicators > 0) return 'measured'
  if (questions > 0) return 'asked'
  return elsewhere.length > 0 ? 'elsewhere' : 'bare'
}

function said({ questions, indicators, elsewhere }: Coverage): string {
  if (questions + indicators > 0)
    return [
      `${questions} ${questions > 1 ? 'questions' : 'question'} ici`,
      indicators > 0 ? `${indicators} ${indicators > 1 ? 'indicateurs' : 'indicateur'}` : 'aucun indicateur',
    ].join(', ')
  return elsewhere.length > 0 ? `Dans ${elsewhere.map((title) => `«\u202f${title}\u202f»`).join(', ')}` : 'Nulle part'
}
