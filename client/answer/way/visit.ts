/** The routes that only somebody who answers calls: home does without their code. */
import type { fieldwork } from '../../../api/wire/public.ts'
import { ask } from '../../parts/api.ts'
import { isFramed } from '../../parts/framed.ts'

/** What shows, with the response, when its person began; without a network there is none. */
export const openVisit = async (questionnaire: string): Promise<string | undefined> =>
  (await ask('POST /api/visits', { body: { questionnaire } }).catch(() => undefined))?.visit

/** @throws Refusal, Cut */
export const checkCode = (questionnaire: string, code: string) =>
  ask('POST /api/invitations/check', { body: { questionnaire, code } })

/** Lost without a network: nobody waits for it. */
export function reportStep(step: fieldwork.NewStep) {
  if (!isFramed) void ask('POST /api/steps', { body: step }).catch(() => {})
}
