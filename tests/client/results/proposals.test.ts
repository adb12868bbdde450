import { expect, test } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { pictureOf } from '../../../client/results/explorer/Proposals.tsx'

const bars = (shares: number[]) =>
  shares.map((value) => ({
    label: String(value),
    estimate: { value, low: value - 0.05, high: value + 0.05, base: 300, effectiveBase: 300 },
    text: '',
    interval: '',
    isLead: true,
  })) as unknown as analyse.WorthALook['bars']

// 34 % was longer than the 60 % of the card beside it
test('the cards that are proposed side by side have one scale', () => {
  expect([bars([0.34, 0.1]), bars([0.9, 0.6])].map((own) => pictureOf(own).end)).toEqual([1, 1])
})
