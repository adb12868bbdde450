/** Reads, corrects and withdraws one's own response through the api. */
import type { Answers } from '../../surveys/answers/response.ts'
import { ask } from '../parts/api.ts'

export const reread = (proof: string) => ask('POST /api/withdrawals', { body: { proof } })
export const correct = async (proof: string, answers: Answers) =>
  (await ask('POST /api/withdrawals/correct', { body: { proof, answers } })).outcome
export const withdraw = (proof: string) => ask('POST /api/withdrawals/withdraw', { body: { proof } })
