/** No questionnaire grows longer unseen: a way that costs more than these limits fails. */
import { expect, test } from 'vitest'
import { burdens } from './burden.ts'
import { personas } from './personas.ts'

/** What the longest of the tried ways costs; lower them when a way becomes shorter. */
const most: Record<string, { screens: number; taps: number }> = {
  'no-need': { screens: 9, taps: 20 },
  'night-shift': { screens: 32, taps: 75 },
  'loisirs-sud': { screens: 20, taps: 35 },
  '13': { screens: 16, taps: 35 },
  '19': { screens: 24, taps: 50 },
}

/** `BURDEN=all` walks all five. */
const tried = personas.filter(({ name }) => process.env.BURDEN === 'all' || name === 'no-need' || name === '13')

test(`${tried.length} people come to the receipt within what their way may cost`, async () => {
  const costs = await burdens('fr', undefined, tried)
  expect(costs.map(({ name }) => name)).toEqual(tried.map(({ name }) => name))
  const over = costs.filter(({ name, screens, taps }) => screens > most[name]!.screens || taps > most[name]!.taps)
  expect(over).toEqual([])
  for (const { screens, taps, characters, typed, minutes } of costs) {
    // a screen needs a touch at least, and nobody reads faster than 1,500 words a minute
    expect(taps).toBeGreaterThanOrEqual(screens - 1)
    expect(characters / 5 / minutes).toBeLessThan(1_500)
    expect(typed).toBeLessThan(20)
  }
}, 300_000)
