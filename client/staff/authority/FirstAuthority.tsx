/** Last step of the first start: whose site it is, the authority it came with or another by its SIREN. */

import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import type { authority } from '../../../api/wire/public.ts'
import { levelCount } from '../../../surveys/authority/levels.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { OneOf } from '../../parts/staff/Choices.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { NewAuthorityForm } from './NewAuthorityForm.tsx'
import './authority.css'

const counted = new Intl.NumberFormat('fr-FR')

export function FirstAuthority({ step }: { step: string }) {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/authority/page'), []))
  return (
    <StaffFrame title="Votre collectivité" lead={`${step} · le plan et les communes pour qui ce site travaille`}>
      <Loading loaded={loaded} again={again}>
        {(page) => <Choice page={page} />}
      </Loading>
    </StaffFrame>
  )
}

function Choice({ page }: { page: authority.AuthorityPage }) {
  const [chosen, setChosen] = useState<'this' | 'other' | null>(null)
  const [, go] = useLocation()
  const { name, plan, objectives, communes, inhabitants, isFresh } = page
  const own = `${plan} : ${levelCount('objective', objectives)}, ${communes} communes, ${counted.format(inhabitants)} habitants.`
  const goOn = (
    <div className="actions">
      <Button kind="main" onClick={() => go('/gerer')}>
        Continuer avec {name}
      </Button>
    </div>
  )
  // once people have answered there is nothing to choose
  if (!isFresh)
    return (
      <>
        <p>
          Ce site travaille pour <b>{name}</b>. {own}
        </p>
        {goOn}
      </>
    )
  return (
    <>
      <OneOf
        legend="Pour quelle collectivité travaillez-vous ?"
        choices={[
          { value: 'this', text: name, help: own },
          {
            value: 'other',
            text: 'Une autre collectivité',
            help: 'Il vous faut son SIREN, et son plan dans un tableur. Ce choix peut changer tant que personne n’a répondu.',
          },
        ]}
        chosen={chosen}
        onChange={setChosen}
      />
      {chosen === 'this' && goOn}
      {chosen === 'other' && <NewAuthorityForm onChosen={() => go('/gerer/collectivite')} />}
    </>
  )
}
