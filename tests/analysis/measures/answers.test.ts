import { expect, test } from 'vitest'
import { answersOf } from '../../../analysis/measures/answers.ts'
import type { Subject } from '../../../analysis/measures/measure.ts'

// « Autre chose, précise » is said to whoever answers: a chart repeated it as the name of an answer
test('what an answer asks of whoever gives it is no part of its name in results', () => {
  const texts = {
    a: 'Autre chose, précise',
    b: 'Un autre, précisez sa commune',
    c: 'Des horaires précis',
    d: 'Une aide, précisément chiffrée',
  }
  const values = Object.keys(texts)
  const subject = {
    indicator: { measure: 'shares' },
    field: { kind: 'choice', choices: Object.entries(texts).map(([value, text]) => ({ value, text })) },
    column: { kind: 'choice', values, codes: new Int16Array([0, 1]) },
    table: { rows: 2 },
  } as unknown as Subject
  expect(answersOf(subject).map(({ label }) => label)).toEqual(['Autre chose', 'Un autre', texts.c, texts.d])
})
