/** Another authority, chosen while nobody has answered. */
import { Link, useLocation } from 'wouter'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { NewAuthorityForm } from './NewAuthorityForm.tsx'

export function OtherAuthority() {
  const [, go] = useLocation()
  return (
    <StaffFrame
      title="Une autre collectivité"
      lead="Tant que personne n’a répondu, ce site peut changer de collectivité. Ses communes viennent de son numéro SIREN ; le reste vous est demandé, rien n’est inventé."
    >
      <p>
        <Link href="/gerer/collectivite">Toute la collectivité</Link>
      </p>
      <NewAuthorityForm onChosen={() => go('/gerer/collectivite')} />
    </StaffFrame>
  )
}
