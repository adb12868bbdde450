// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { measureOf } from '../../../analysis/measures/catalogue.ts'
import type { DraftRoom } from '../../../client/design/draft/useDraft.ts'
import { IndicatorEditor } from '../../../client/design/plan/IndicatorEditor.tsx'
import { PlanSide } from '../../../client/design/plan/PlanSide.tsx'
import { leastClass } from '../../../surveys/thresholds.ts'
import { indicator, small } from '../../analysis/columns/study.ts'

afterEach(cleanup)

const measures = (['rating', 'share'] as const).map((name) => ({ ...measureOf(name), name }))
const legendOf = (own: ReturnType<typeof indicator>) => {
  cleanup()
  const room = { questionnaire: { ...small, languages: ['fr'] }, measures, isReadOnly: false } as unknown as DraftRoom
  const { container } = render(<IndicatorEditor room={room} indicator={own} onRemoved={() => {}} />)
  return [...container.querySelectorAll('fieldset')].find((one) => one.textContent!.startsWith('Comparer selon'))!
}

// means of groups were asked for a scale of eleven stops, and every one was empty
test('who compares means is told how many people they need, and nobody else', () => {
  const need = `ou ${leastClass} si les groupes viennent d’une autre question`
  const mean = { field: 'note', measure: 'rating', sentence: '{value}' }
  expect(legendOf(indicator({ ...mean, breakdowns: ['voiture'] })).textContent).toContain(need)
  expect(legendOf(indicator({ ...mean, breakdowns: [] })).textContent).not.toContain(need)
  const share = { field: 'garde', measure: 'share', wanted: ['oui'], breakdowns: ['voiture'] }
  expect(legendOf(indicator(share)).textContent).not.toContain(need)
})

// it was known once nothing came of the answers
test('an objective that questions serve and no indicator does is named beside the plan', () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => {}))
  const [page] = small.definition.pages
  const [first] = page!.elements
  const definition = { pages: [{ ...page!, elements: [{ ...first!, objectives: [3, 7] }] }] }
  const said = (objectives: number[]) => {
    cleanup()
    const indicators = objectives.map((objective) =>
      indicator({ objective, field: 'garde', measure: 'share', wanted: ['oui'] }),
    )
    const room = { slug: 'essai', questionnaire: { ...small, definition, indicators } } as unknown as DraftRoom
    return render(<PlanSide room={room} />).container.querySelector('.notice')?.textContent ?? null
  }
  expect(said([])).toContain('objectifs 3, 7.')
  expect(said([3])).toContain('objectif 7.')
  expect(said([3, 7])).toBeNull()
  vi.restoreAllMocks()
})
