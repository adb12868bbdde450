/** Where the plan is changed, for whoever may change it. */
import { Link } from 'wouter'
import { useMe } from '../../parts/staff/me.ts'
import { menuFor } from '../../parts/staff/menu.ts'

const home = '/gerer/collectivite'

export function ChangePlan() {
  const roles = useMe()?.account?.roles ?? []
  return menuFor(roles).some(({ path }) => path === home) ? <Link href={`${home}/plan`}>Changer le plan</Link> : null
}
