/** What only an open session sees; the page asked for is remembered. */
import { Redirect } from 'wouter'
import { Skeleton } from '../State.tsx'
import { comeBackTo, useMe } from './me.ts'
import { StaffFrame } from './StaffFrame.tsx'

export function Inside({ children }: { children: React.ReactNode }) {
  const me = useMe()
  if (!me) return <Moment />
  if (me.stage === 'open') return children
  comeBackTo(location.pathname)
  return <Redirect to="/connexion" replace />
}

/** While a page of the staff is on its way. */
export const Moment = () => (
  <StaffFrame title="Un instant…">
    <Skeleton />
  </StaffFrame>
)
