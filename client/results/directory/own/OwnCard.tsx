/** /ma-fiche: an actor proposes its card, or behind its secret address checks it, corrects it, leaves. In French, without an account. */
import { useState } from 'react'
import { Shell } from '../../../parts/Shell.tsx'
import { Spoken } from '../../../words/useSay.ts'
import { Checking } from './Checking.tsx'
import { Proposing } from './Proposing.tsx'
import '../../../parts/staff/styles/forms.css'
import '../directory.css'

export function OwnCard() {
  const [secret] = useState(() => location.hash.slice(1))
  return (
    <Spoken value="fr">
      <Shell title={secret === '' ? 'Figurer dans l’annuaire' : 'Ma fiche dans l’annuaire'}>
        {secret === '' ? <Proposing /> : <Checking secret={secret} />}
      </Shell>
    </Spoken>
  )
}
