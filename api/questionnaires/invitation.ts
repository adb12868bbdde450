/** Who needs an invitation code: as the staff chose it, and whoever answers a census that counts. */
import { isCensus } from '../../surveys/questionnaire/audiences.ts'
import type { Standing } from './collections.ts'

export type InvitationAsked = NonNullable<Standing['invitation']>

/** A census asks a code in every channel, whatever was stored before it had to: its answers are counted by name. */
export const isCodedCensus = ({ status }: Pick<Standing, 'status'>, audience: string): boolean =>
  isCensus(audience) && status !== 'trial'

/** What is asked of whoever comes. */
export const invitationAsked = (
  standing: Pick<Standing, 'status' | 'invitation'>,
  audience: string,
): InvitationAsked => (isCodedCensus(standing, audience) ? 'required' : (standing.invitation ?? 'none'))
