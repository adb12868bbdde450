/** Synthetic responses as a store gives them back: numbered ids, in the order they came. */
import type { Answers, Response } from '../answers/response.ts'

/**
 * @param row number of the response, from 0: ids sort in that order
 * @param about what is not usual: from the web on one day, in French, no longer on trial
 */
export const numberedResponse = (
  row: number,
  questionnaire: { slug: string; version: number },
  answers: Answers,
  about: Partial<Response> = {},
): Response => ({
  id: `00000000-0000-4000-8000-${String(row).padStart(12, '0')}`,
  questionnaire: questionnaire.slug,
  version: questionnaire.version,
  mode: 'web',
  channel: '',
  language: 'fr',
  trial: false,
  receivedAt: '2026-03-02T10:00:00.000Z',
  answers,
  ...about,
})
