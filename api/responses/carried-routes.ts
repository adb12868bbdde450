/** Routes of answers carried to another device: the proof travels in the body, never in an address that something might write down. */
import { networkOf } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Handlers } from '../http/serve.ts'
import { wrongCodes } from '../http/wrong-codes.ts'
import type { carriedContracts } from '../wire/contracts/respondent.ts'
import { carriedIn } from './carried.ts'

export function carriedRoutes(context: AppContext): Handlers<typeof carriedContracts> {
  const carried = carriedIn(context)
  const wrong = wrongCodes()

  return {
    'POST /api/carried': async ({ body }) => ({ until: await carried.save(body.proof, body.sealed) }),
    'POST /api/carried/read': async ({ body, req }) => {
      const found = await carried.read(body.proof)
      if (!found) wrong.missed(networkOf(req.ip ?? ''))
      return { carried: found }
    },
    'POST /api/carried/erase': async ({ body }) => {
      await carried.erase(body.proof)
      return {}
    },
  }
}
