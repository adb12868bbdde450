/** What the server does by itself every hour. What destroys something waits for a clock that can be believed. */
import { sweep } from '../accounts/desk.ts'
import { contactsIn } from '../contacts.ts'
import type { House } from '../house.ts'
import { forgetPaperCodes } from '../paper/batches.ts'
import { withdrawalsIn } from '../withdrawals.ts'
import { clockOf } from './clock.ts'
import { noteFrozen } from './dates.ts'

/** @returns false when the clock was doubted, and nothing was destroyed */
export async function tidy(house: House): Promise<boolean> {
  await sweep(house.desk)
  await contactsIn(house).sweep()
  if (!(await clockOf(house).tick())) return false
  await withdrawalsIn(house).destroyFrozen()
  await forgetPaperCodes(house)
  await noteFrozen(house)
  return true
}
