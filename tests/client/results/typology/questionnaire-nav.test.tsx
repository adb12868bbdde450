// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { analyse } from '../../../../api/wire/public.ts'
import { QuestionnaireNav } from '../../../../client/results/QuestionnaireNav.tsx'

afterEach(cleanup)

const tabsWith = (complete: number | null) => {
  cleanup()
  const publication = complete === null ? null : ({ complete } as analyse.PublicationLine)
  render(<QuestionnaireNav slug="familles" publication={publication} />)
  return screen.getAllByRole('link').map((link) => link.textContent)
}

test('typologies have a tab from 300 complete answers on, and none before', () => {
  const others = ['Publications', 'Explorer les réponses']
  expect(tabsWith(null)).toEqual(others)
  expect(tabsWith(299)).toEqual(others)
  expect(tabsWith(300)).toEqual([...others, 'Typologie'])
})
