/** The routes that only somebody who answers calls: home does without their code. */
import type { fieldwork } from '../../../api/wire/public.ts'
import { ask } from '../../parts/api.ts'
import { isFramed } from '../../parts/framed.ts'

/** The page may close while it leaves. */
const leaving = { keepalive: true }

/** What shows, with the response, when its person began; without a network there is none. */
export const openVisit = async (questionnaire: string): Promise<string | undefined> =>
  (await ask('POST /api/visits', { body: { questionnaire } }, leaving).catch(() => undefined))?.visit

/** @throws Refusal, Cut */
export const checkCode = (questionnaire: string, code: string) =>
  ask('POST /api/invitations/check', { body: { questionnaire, code } }, leaving)

/** Lost without a network: nobody waits for it. */
export function reportStep(step: fieldwork.NewStep) {
  if (!isFramed) void ask('POST /api/steps', { body: step }, leaving).catch(() => {})
}
