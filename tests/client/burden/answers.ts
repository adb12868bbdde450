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

/** @returns false when the question does not offer this answer */
export async function give(finger: Finger, question: Locator, given: Given): Promise<boolean> {
  if (typeof given === 'string') return one(finger, question, given)
  if (Array.isArray(given)) {
    for (const value of given) if (!(await one(finger, question, value))) return false
    return true
  }
  if ('typed' in given) await finger.type(question.locator('input, textarea').first(), given.typed)
  if ('rows' in given)
    for (const row of await question.locator('.matrix-row').all())
      await finger.tap(row.locator(`label:has(input[value="${given.rows}"])`))
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

/** Nights from 21 h to 6 h: one set by the half-hours, then copied on the other days. */
async function nights(finger: Finger, question: Locator, days: readonly number[]): Promise<void> {
  const [first, ...others] = days
  await finger.tap(question.locator('.chip').nth(first! - 1))
  await finger.tap(question.locator('.week-actions .add'))
  const hours = question.getByRole('spinbutton')
  await setHour(finger, hours.first(), 42)
  await setHour(finger, hours.nth(1), 60)
  await finger.tap(question.locator('label.choice:has(input[value="strained"])').last())
  if (others.length === 0) return
  await finger.tap(question.locator('.week-actions .button').last())
  for (const day of others) await finger.tap(question.locator(`.copy label.choice:has(input[value="${day}"])`))
  await finger.tap(question.locator('.copy .actions .button').first())
}

/** What is far is held down, the rest touched half-hour by half-hour. @param halfHours since midnight */
async function setHour(finger: Finger, hour: Locator, halfHours: number): Promise<void> {
  const left = async () => halfHours - Number(await hour.getAttribute('aria-valuenow'))
  const step = hour.locator('..').locator('.stepper-step')
  const towards = (distance: number) => (distance > 0 ? step.last() : step.first())
  const far = await left()
  if (Math.abs(far) > 4) await finger.hold(towards(far), async () => Math.abs(await left()) <= 2)
  for (let distance = await left(); distance !== 0; distance = await left()) await finger.tap(towards(distance))
}
