/** What an administrator may give, and to whom: never more than they work on themselves, and nothing to themselves. */
import { Problem } from '../http/problems.ts'
import type { Account } from './account.ts'
import type { StaffRole } from './roles.ts'

export type Rights = { roles: StaffRole[]; questionnaires: string[] | null }

type Reach = Pick<Rights, 'questionnaires'>

/** Whether somebody works on every questionnaire that these rights reach. */
export const reaches = ({ questionnaires: mine }: Reach, { questionnaires: theirs }: Reach): boolean =>
  mine === null || theirs?.every((slug) => mine.includes(slug)) === true

/** @throws Problem beyond-limits when these rights reach questionnaires that `by` does not work on */
export function withinLimits(by: Account, rights: Reach): void {
  if (!reaches(by, rights)) throw new Problem('beyond-limits')
}

/** @throws Problem own-rights when somebody gives themselves a role or a questionnaire they do not have */
export function notOwnRaise(by: Account, login: string, rights: Rights): void {
  if (by.login !== login) return
  const hasMore = rights.roles.some((role) => !by.roles.includes(role))
  const reachesMore =
    by.questionnaires !== null &&
    (rights.questionnaires === null || rights.questionnaires.some((slug) => !by.questionnaires?.includes(slug)))
  if (hasMore || reachesMore) throw new Problem('own-rights')
}
