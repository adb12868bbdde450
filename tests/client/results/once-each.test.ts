import { expect, test } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { onceEach } from '../../../client/results/finding/once-each.ts'

test('a finding of two objectives is read once, under the first, with the other', () => {
  const line = (indicator: string, objective: number) => ({ indicator, objective }) as unknown as analyse.FindingLine
  const once = onceEach([line('guide', 5), line('bus', 16), line('guide', 35)])
  expect(once.map(({ indicator, objective, serves }) => [indicator, objective, serves])).toEqual([
    ['guide', 5, [35]],
    ['bus', 16, []],
  ])
})
