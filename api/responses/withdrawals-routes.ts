/** Routes of one's own response: the proof travels in the body, never in an address that something might write down. */
import type { Request } from 'express'
import { networkOf } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Handlers } from '../http/serve.ts'
import { wrongCodes } from '../http/wrong-codes.ts'
import type { withdrawalContracts } from '../wire/contracts/respondent.ts'
import { withdrawalsIn } from './withdrawals.ts'

/** Longer than the work ever takes, too short to be felt. */
const paceMs = 60

export function withdrawalRoutes(context: AppContext): Handlers<typeof withdrawalContracts> {
  const withdrawals = withdrawalsIn(context)
  const wrong = wrongCodes()
  /** Every reply takes as long as any other: no clock distinguishes a known code from an unknown one. */
  const paced = async <T>(work: Promise<T>): Promise<T> => {
    await Promise.allSettled([work, new Promise((resolve) => setTimeout(resolve, paceMs))])
    return work
  }
  const noted = <T>(req: Request, isFound: boolean, answer: T): T => {
    if (!isFound) wrong.missed(networkOf(req.ip ?? ''))
    return answer
  }

  return {
    'POST /api/withdrawals': async ({ body, req, res }) => {
      const reread = await paced(withdrawals.read(body.proof))
      // compressed, its size would reveal a known code
      res.set('Cache-Control', 'no-store, no-transform')
      return noted(req, reread.sheet !== null || reread.waits, reread)
    },
    'POST /api/withdrawals/correct': async ({ body, req }) => {
      const outcome = await paced(withdrawals.correct(body))
      return noted(req, outcome.outcome === 'done', outcome)
    },
    'POST /api/withdrawals/withdraw': async ({ body, req }) => {
      const outcome = await paced(withdrawals.withdraw(body.proof))
      return noted(req, outcome.outcome === 'done', outcome)
    },
  }
}
