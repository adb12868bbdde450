/** How a finger gives one answer, whatever its type. */
import type { Locator } from 'playwright-core'
import type { Finger } from './finger.ts'
import type { Given } from './personas.ts'

/** What was answered for the child before is taken over where the screen offers it. */
export async function giveAgain(finger: Finger, question: Locator): Promise<boolean> {
  const same = question.locator('.same')
  if (!(await same.isVisible())) return false
  await finger.tap(same)
  return true
}

const ticked = (question: Locator): Promise<string[]> =>
  question.locator('input:checked').evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value))

/** The answer stands already, taken over from the child before. */
export async function isThere(question: Locator, given: Given): Promise<boolean> {
  const there = await ticked(question)
  if (typeof given === 'string') return there.length === 1 && there[0] === given
  return Array.isArray(given) && there.length === given.length && given.every((value) => there.includes(value))
}

/** @returns false when the question does not offer this answer */
export async function give(finger: Finger, question: Locator, given: Given): Promise<boolean> {
  if (typeof given === 'string') return one(finger, question, given)
  if (Array.isArray(given)) {
    const there = await ticked(question)
    const wrong = there.filter((value) => !given.includes(value) && !given.some((one) => one.startsWith('#')))
    for (const value of [...wrong, ...given.filter((value) => !there.includes(value))])
      if (!(await one(finger, question, value))) return false
    return true
  }
  if ('typed' in given) await finger.type(question.locator('input, textarea').first(), given.typed)
  if ('rows' in given)
    // in easy French a line comes once the one before is answered
    for (let at = 0; at < (await question.locator('.matrix-row').count()); at++)
      await finger.tap(question.locator('.matrix-row').nth(at).locator(`label:has(input[value="${given.rows}"])`))
  if ('nights' in given) await nights(finger, question, given.nights)
  return true
}

async function one(finger: Finger, question: Locator, value: string): Promise<boolean> {
  const list = question.locator('select')
  const place = /^#(\d+)$/.exec(value)
  if (await list.isVisible()) {
    const option = place ? list.locator('option').nth(Number(place[1]) + 1) : list.locator(`option[value="${value}"]`)
    if ((await option.count()) === 0) return false
    await finger.pick(list, (await option.getAttribute('value'))!)
    return true
  }
  const choice = place
    ? question.locator('label.choice').nth(Number(place[1]))
    : question.locator(`label.choice:has(input[value="${value}"])`)
  if (!(await choice.first().isVisible())) return false
  await finger.tap(choice.first())
  return true
}

const weekdays: readonly number[] = [1, 2, 3, 4, 5]

/** Nights from 21 h to 6 h: ready hours from Monday to Friday, the days too many unticked, and said once how they are covered. */
async function nights(finger: Finger, question: Locator, days: readonly number[]): Promise<void> {
  await finger.tap(question.locator('.shapes button').nth(2))
  for (const day of weekdays.filter((one) => !days.includes(one)))
    await finger.tap(question.locator('.shapes .chip').nth(day - 1))
  await finger.tap(question.locator('.slot-cover[data-unsaid] label.choice:has(input[value="strained"])'))
}
