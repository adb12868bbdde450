// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { createRef } from 'react'
import type { Question } from 'survey-core'
import { afterEach, expect, test } from 'vitest'
import { ProblemSummary } from '../../../../client/answer/screens/ProblemSummary.tsx'

afterEach(cleanup)

test('a title with a word in bold reads as it does above its question, without its stars', () => {
  const question = { id: 'q1', locTitle: { textOrHtml: 'Et la **nuit** ?' } } as Question
  render(<ProblemSummary ref={createRef()} problems={new Map([['q1', 'À dire']])} questions={[question]} />)
  expect(screen.getByRole('link', { name: 'Et la nuit ?' }).querySelector('strong')?.textContent).toBe('nuit')
})
