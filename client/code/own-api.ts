/** The way of one's own sheet through the api. */
import type { Outcome, Reread } from '../../api/wire/public.ts'
import type { Answers } from '../../surveys/answers/response.ts'
import { ask } from '../parts/api.ts'

const post = <T>(path: string, sent: object) =>
  ask<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) })

export const reread = async (proof: string) => (await post<Reread>('/api/withdrawals', { proof })).sheet
export const correct = async (proof: string, answers: Answers) =>
  (await post<Outcome>('/api/withdrawals/correct', { proof, answers })).outcome
export const withdraw = (proof: string) => post<Outcome>('/api/withdrawals/withdraw', { proof })
