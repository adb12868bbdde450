/** Which texts the person of that role reads before anybody: those that may reveal a distress, and all that children under 16 write. */
import { concernsOf } from '../../../analysis/text/distress.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

const ofAChild = 'Écrit par un jeune de moins de 16 ans'

/** @returns why it is read first: ids of `concerns`, or a sentence in French; empty when it need not be */
export function concernsIn({ audience }: Pick<Questionnaire, 'audience'>, text: string): string[] {
  const found = concernsOf(text)
  return found.length === 0 && audience === 'young-11-15' && text.trim() !== '' ? [ofAChild] : found
}
