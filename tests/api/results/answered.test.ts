import { expect, test } from 'vitest'
import { answeredOf } from '../../../api/results/answered.ts'
import { everyDay } from '../../../api/results/fieldwork.ts'
import type { Head } from '../../../api/results/publications.ts'

// the follow-up opened on six empty weeks: the wave of the year before was out of its ninety days
test('the days begin at the first that has responses, ninety at most, and none is left out after', () => {
  const days = everyDay([
    { name: '2025-10-20', count: 20 },
    { name: '2026-10-15', count: 5 },
    { name: '2026-10-18', count: 10 },
  ])
  expect(days).toEqual([
    { name: '2026-10-15', count: 5 },
    { name: '2026-10-16', count: 0 },
    { name: '2026-10-17', count: 0 },
    { name: '2026-10-18', count: 10 },
  ])
  expect(everyDay([])).toEqual([])
  // a day of one or two people rounds to none: it stays, for want of better
  expect(everyDay([{ name: '2026-10-18', count: 0 }])).toEqual([{ name: '2026-10-18', count: 0 }])
})

test('what two waves found is told in words, and as the estimates that a picture draws', () => {
  const earlier = { value: 0.32, low: 0.22, high: 0.44, base: 90, effectiveBase: 80, unit: 'share', method: '' }
  const later = { ...earlier, value: 0.61, low: 0.55, high: 0.67, base: 310 }
  const change = {
    indicator: 'info',
    title: 'Information',
    earlier,
    later,
    established: true,
    sentence: '',
    limits: [],
  }
  const head = {
    surveyed: { slug: 'familles', responses: 400 },
    document: { digest: '', published: { tables: [] } },
    answered: { grids: [], sentences: [] },
    waves: {
      earlier: '2025',
      later: '2026',
      changes: [{ ...change, change: { change: 0.29, low: 0.14, high: 0.42 } }],
    },
  } as unknown as Head
  expect(answeredOf('familles', 'Familles', head).waves?.changes[0]).toMatchObject({
    earlier: { estimate: earlier, base: 90, text: expect.stringMatching(/^32.%$/) },
    later: { estimate: later, base: 310, text: expect.stringMatching(/^61.%$/) },
    change: { value: 29, low: 14, high: 42 },
  })
  // of « ≤ 14 % » there is no single change, in publications made before as well
  const none = { ...earlier, value: 0, low: 0, high: 0.14 }
  const changes = [{ ...change, earlier: none, change: { change: 0.61, low: 0.46, high: 0.68 } }]
  const found = answeredOf('familles', 'Familles', { ...head, waves: { ...head.waves!, changes } } as unknown as Head)
  expect(found.waves!.changes[0]!.change).toEqual({ value: null, low: 46, high: 68 })
})
