/** How many answers are hoped for: in all, by zone, by profile. Guidance, never a limit. */
import { useState } from 'react'
import type { fieldwork } from '../../api/wire/public.ts'
import { Failure, SelectField, Submit, TextField } from '../parts/staff/Field.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { submits, useSavingHere } from '../parts/staff/useSaving.ts'

type Props = { page: fieldwork.FieldworkPage; refresh: () => void }
type Typed = Record<string, string>

const typedOf = (targets: fieldwork.Target[]): Typed =>
  Object.fromEntries(targets.map(({ name, wanted }) => [name, String(wanted)]))
const targetsIn = (typed: Typed, names: string[]): fieldwork.Target[] =>
  names.flatMap((name) => (typed[name] ? [{ name, wanted: Number(typed[name]) }] : []))

const most = 1_000_000
/** What is wrong with a number that is typed, said under it; '' = nothing. */
function wrongIn(typed = ''): string {
  const wanted = Number(typed)
  if (typed === '' || (Number.isInteger(wanted) && wanted >= 1 && wanted <= most)) return ''
  return wanted > most ? 'Au plus 1\u202f000\u202f000.' : 'Un nombre entier, d’au moins 1, ou rien.'
}
/** By the name of each field. */
const wrongAmong = (fields: Typed): Typed =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, typed]) => (wrongIn(typed) ? [[name, wrongIn(typed)]] : [])),
  )
const zoneField = (name: string) => `zone ${name}`
const profileField = (name: string) => `profil ${name}`
const fieldsOf = (typed: Typed, names: string[], fieldOf: (name: string) => string): Typed =>
  Object.fromEntries(names.map((name) => [fieldOf(name), typed[name] ?? '']))

export function Targets({ page: { slug, targets, zones, profiles }, refresh }: Props) {
  const [total, setTotal] = useState(targets.total === null ? '' : String(targets.total))
  const [byZone, setByZone] = useState(() => typedOf(targets.zones))
  const [profile, setProfile] = useState(targets.profile)
  const [byProfile, setByProfile] = useState(() => typedOf(targets.profiles))
  const zoneNames = zones.map(({ name }) => name)
  const values = profiles.find(({ path }) => path === profile)?.values ?? []
  const { errors, failure, saving } = useSavingHere()
  const [isSaved, setSaved] = useState(false)
  const wrong = wrongAmong({
    total,
    ...fieldsOf(byZone, zoneNames, zoneField),
    ...fieldsOf(byProfile, values, profileField),
  })
  const save = () =>
    saving(async () => {
      setSaved(false)
      await call('PUT /api/fieldwork/:slug/targets', {
        params: { slug },
        body: {
          revision: targets.revision,
          total: total === '' ? null : Number(total),
          zones: targetsIn(byZone, zoneNames),
          profile,
          profiles: targetsIn(byProfile, values),
        },
      })
      setSaved(true)
      refresh()
    }, wrong)
  return (
    <details className="section">
      <summary>Repères : combien de réponses espérez-vous ?</summary>
      <form className="form" noValidate onSubmit={submits(save)} onChange={() => setSaved(false)}>
        <p className="muted">Des repères pour vous, affichés à côté des nombres. Ils n’arrêtent personne.</p>
        <Amount label="En tout" error={errors.total} value={total} onChange={setTotal} />
        <fieldset className="fieldwork-amounts">
          <legend>Par zone</legend>
          {zoneNames.map((name) => (
            <Amount
              key={name}
              label={name}
              error={errors[zoneField(name)]}
              value={byZone[name] ?? ''}
              onChange={(value) => setByZone({ ...byZone, [name]: value })}
            />
          ))}
        </fieldset>
        <SelectField
          label="Profil"
          help="Une question fermée, et jamais un sujet sensible."
          value={profile}
          none="Aucun"
          choices={profiles.map(({ path, title }) => ({ value: path, text: title }))}
          onChange={setProfile}
        />
        {values.length > 0 && (
          <fieldset className="fieldwork-amounts">
            <legend>Par profil</legend>
            {values.map((name) => (
              <Amount
                key={name}
                label={name}
                error={errors[profileField(name)]}
                value={byProfile[name] ?? ''}
                onChange={(value) => setByProfile({ ...byProfile, [name]: value })}
              />
            ))}
          </fieldset>
        )}
        <Failure text={failure} />
        <Submit>Enregistrer les repères</Submit>
        <p role="status">{isSaved && 'Les repères sont enregistrés\u202f: ils se lisent à côté des nombres.'}</p>
      </form>
    </details>
  )
}

type AmountProps = { label: string; error?: string | undefined; value: string; onChange: (value: string) => void }

const Amount = ({ label, error, value, onChange }: AmountProps) => (
  <TextField label={label} error={error} data-width="short" type="number" min="1" value={value} onChange={onChange} />
)
