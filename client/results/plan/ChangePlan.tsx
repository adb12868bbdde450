/** Where the plan is changed, for whoever may change it. */
import { Link } from 'wouter'
import { useMe } from '../../parts/staff/me.ts'
import { opensTo } from '../../parts/staff/menu.ts'

const home = '/gerer/collectivite'

export function ChangePlan() {
  const roles = useMe()?.account?.roles ?? []
  return opensTo(home, roles) ? <Link href={`${home}/plan`}>Changer le plan</Link> : null
}
