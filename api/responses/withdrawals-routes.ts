/** Routes of one's own sheet: the proof travels in the body, never in an address that something might write down. */
import type { Request } from 'express'
import { networkOf } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import { guesses } from '../http/guesses.ts'
import { fewWrites } from '../http/rate-limit.ts'
import * as wire from '../wire/public.ts'
import { withdrawalsIn } from './withdrawals.ts'

/** Longer than the work ever takes, too short to be felt. */
const paceMs = 60

export function withdrawalRoutes(api: Routes, context: AppContext): void {
  const withdrawals = withdrawalsIn(context)
  const wrong = guesses()
  // each is a line of the journal
  const write = fewWrites()
  /** Every reply takes as long as any other: a known code cannot be told from an unknown one by a clock. */
  const paced = async <T>(work: Promise<T>): Promise<T> => {
    await Promise.allSettled([work, new Promise((resolve) => setTimeout(resolve, paceMs))])
    return work
  }
  const noted = <T>(req: Request, isFound: boolean, answer: T): T => {
    if (!isFound) wrong.missed(networkOf(req.ip ?? ''))
    return answer
  }

  api.post('/api/withdrawals', ...body(wire.Proof), async (req, res) => {
    const reread = await paced(withdrawals.read(res.locals.body.proof))
    // compressed, its size would tell a known code from an unknown one
    res.set('Cache-Control', 'no-store, no-transform')
    res.json(noted(req, reread.sheet !== null, wire.Reread.parse(reread)))
  })
  api.post('/api/withdrawals/correct', write, ...body(wire.Correction), async (req, res) => {
    const told = await paced(withdrawals.correct(res.locals.body))
    res.json(noted(req, told.outcome === 'done', wire.Outcome.parse(told)))
  })
  api.post('/api/withdrawals/withdraw', write, ...body(wire.Proof), async (req, res) => {
    const told = await paced(withdrawals.withdraw(res.locals.body.proof))
    res.json(noted(req, told.outcome === 'done', wire.Outcome.parse(told)))
  })
}
