/** How the saving of a draft stands, and what an error means for it. */
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { ask, Refusal } from '../../parts/api.ts'

export type Saving = 'saved' | 'saving' | 'offline' | 'conflict' | 'session-over' | 'refused'

/** Once the window has said that the session is over, trying again does not open it again. */
export const putQuietly = (slug: string, body: { revision: number; questionnaire: Questionnaire }) =>
  ask('PUT /api/design/:slug', { params: { slug }, body })

export function failureOf(error: unknown): { saving: Saving; problem: string } {
  if (!(error instanceof Refusal)) return { saving: 'offline', problem: '' }
  if (error.code === 'session-over') return { saving: 'session-over', problem: '' }
  if (error.code === 'changed-meanwhile')
    return { saving: 'conflict', problem: error.problems[0]?.message ?? error.message }
  return error.isPassing
    ? { saving: 'offline', problem: '' }
    : { saving: 'refused', problem: [error.message, ...error.problems.map(({ message }) => message)].join(' ') }
}
