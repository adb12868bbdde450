/** First start for another authority: its communes by its SIREN, then what no file holds. */
import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { authority } from '../../../api/wire/public.ts'
import { useDraft } from '../../parts/staff/draft.ts'
import { Field } from '../../parts/staff/Field.tsx'
import { takeAuthority } from '../../parts/staff/me.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { useSaving } from '../../parts/staff/useSaving.ts'

const fields = [
  {
    name: 'name',
    label: 'Nom de la collectivité',
    help: 'Tel que les habitants le connaissent : il paraît en haut de chaque page.',
  },
  {
    name: 'inSentence',
    label: 'Son nom au milieu d’une phrase',
    help: 'Avec son article, par exemple « la communauté de communes de l’Est ».',
  },
  {
    name: 'territory',
    label: 'Le territoire',
    help: 'Tel qu’il suit « dans une autre commune de », par exemple « l’Est ».',
  },
  { name: 'plan', label: 'Titre du plan d’actions', help: 'Vous collerez ses objectifs ensuite.' },
  {
    name: 'timeZone',
    label: 'Fuseau horaire',
    help: 'Europe/Paris en métropole ; Indian/Reunion, America/Martinique, America/Cayenne…',
  },
] as const
const blank = { siren: '', name: '', inSentence: '', territory: '', plan: '', timeZone: 'Europe/Paris' }
const counted = new Intl.NumberFormat('fr-FR')

export function OtherAuthority() {
  const [said, setSaid, drop] = useDraft('authority:new', blank)
  const [epci, setEpci] = useState<authority.FoundEpci | null>(null)
  const [errors, saving] = useSaving()
  const [, go] = useLocation()

  const look = (event: FormEvent) => {
    event.preventDefault()
    setEpci(null)
    return saving(async () => {
      const siren = said.siren.replace(/\s/g, '')
      const found = await call('POST /api/authority/epci', { body: { siren } })
      setEpci(found)
      setSaid({ ...said, siren, name: said.name || found.name })
    })
  }
  const choose = (event: FormEvent) => {
    event.preventDefault()
    return saving(async () => {
      await call('POST /api/authority/new', { body: said })
      await takeAuthority()
      drop(blank)
      notify('Le site travaille maintenant pour votre collectivité. Collez son plan d’actions.')
      go('/gerer/collectivite')
    })
  }
  return (
    <StaffFrame
      title="Une autre collectivité"
      lead="Tant que personne n’a répondu, ce site peut changer de collectivité. Ses communes viennent de son numéro SIREN ; le reste vous est demandé, rien n’est inventé."
    >
      <p>
        <Link href="/gerer/collectivite">Toute la collectivité</Link>
      </p>
      <form className="form" onSubmit={look}>
        <Field
          label="Numéro SIREN de l’intercommunalité"
          help="Neuf chiffres, sur ses délibérations ou sur son site."
          error={errors.siren}
        >
          {(props) => (
            <input
              {...props}
              className="field"
              data-width="short"
              inputMode="numeric"
              value={said.siren}
              onChange={({ target }) => setSaid({ ...said, siren: target.value })}
            />
          )}
        </Field>
        <div className="actions">
          <button type="submit" className="button" data-kind={epci ? 'quiet' : 'main'}>
            Chercher ses communes
          </button>
        </div>
      </form>
      <div role="status">{epci && <Communes epci={epci} />}</div>
      {epci && (
        <form className="form section" onSubmit={choose}>
          <h2>Ce qu’aucun fichier ne dit</h2>
          {fields.map(({ name, label, help }) => (
            <Field key={name} label={label} help={help} error={errors[name]}>
              {(props) => (
                <input
                  {...props}
                  className="field"
                  value={said[name]}
                  onChange={({ target }) => setSaid({ ...said, [name]: target.value })}
                />
              )}
            </Field>
          ))}
          <div className="actions">
            <button type="submit" className="button" data-kind="main">
              Choisir cette collectivité
            </button>
          </div>
        </form>
      )}
    </StaffFrame>
  )
}

function Communes({ epci: { name, communes, source } }: { epci: authority.FoundEpci }) {
  const people = communes.reduce((sum, { population }) => sum + population, 0)
  return (
    <section className="section">
      <h2>{name}</h2>
      <p>
        {communes.length} communes, {counted.format(people)} habitants :{' '}
        {communes.map((commune) => commune.name).join(', ')}.
      </p>
      <p className="muted small">{source}</p>
    </section>
  )
}
