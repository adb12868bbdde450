/** What a matter of the day is: whom it waits for, and the lines it has for them. */
import type { Account } from '../../accounts/account.ts'
import type { StaffRole } from '../../accounts/roles.ts'
import type { AppContext } from '../../context.ts'
import type { livePage } from '../../questionnaires/live.ts'
import type { Publications } from '../../results/publications.ts'
import type * as wire from '../../wire/staff.ts'

export type Line = wire.Today['lines'][number]
/** `live`: the questionnaires and where they stand, read once for all matters. */
export type Shared = { live(): ReturnType<typeof livePage>; publications: Publications }
export type Matter = {
  /** A step of the first questionnaire says it, as long as there are steps. */
  isStep?: true
  roles: readonly (StaffRole | 'staff')[]
  lines(context: AppContext, me: Account, shared: Shared): Promise<Line[]>
}

/** One line that says how many wait; none when nobody does. */
export const counted = (count: number, one: string, many: string, rest: Omit<Line, 'text'>): Line[] =>
  count === 0 ? [] : [{ text: count === 1 ? one : many, ...rest }]

export const isMine = ({ questionnaires }: Account, slug: string): boolean =>
  questionnaires === null || questionnaires.includes(slug)
