/** Rights of a person: those of a new invitation, or those of a colleague. */
import { useEffect, useState } from 'react'
import type { staff } from '../../../api/wire/public.ts'
import { Choice, Choices } from '../../parts/staff/Choices.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { Failure, TextField } from '../../parts/staff/Field.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { profileOf, profiles } from './profiles.ts'

type Props = {
  team: staff.Team
  /** Null for an invitation. */
  person: staff.Person | null
  onClose: () => void
  onInvited: (name: string, link: staff.Link) => void
  onChanged: () => void
}

export function RightsDialog({ team, person, onClose, onInvited, onChanged }: Props) {
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<staff.StaffRole[]>(person?.roles ?? [])
  const [isOneByOne, setIsOneByOne] = useState(roles.length > 0 && profileOf(roles) === null)
  const [only, setOnly] = useState<string[] | null>(person?.questionnaires ?? null)
  const [error, setError] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was wrong may be put right
  useEffect(() => setError(undefined), [name, roles, only])
  async function save() {
    if (!person && name.trim() === '') return setError('Indiquez le nom de la personne.')
    if (roles.length === 0) return setError('Dites ce que cette personne fera.')
    try {
      if (person) {
        await call('PUT /api/team/:login/rights', {
          params: { login: person.login },
          body: { roles, questionnaires: only },
        })
        onChanged()
      } else {
        const link = await call('POST /api/team/invitations', { body: { name, roles, questionnaires: only } })
        onInvited(name, link)
      }
    } catch (failure) {
      setError(sentenceOf(failure))
    }
  }
  return (
    <Dialog
      isOpen
      isWide
      title={person ? `Droits de ${person.name}` : 'Inviter quelqu’un'}
      closeText="Annuler"
      onClose={onClose}
      actions={<DialogButton onPress={save}>{person ? 'Changer les droits' : 'Créer le lien'}</DialogButton>}
    >
      <Failure text={error} />
      {!person && <TextField label="Prénom et nom" value={name} onChange={setName} />}
      <fieldset className="form-field">
        <legend>Ce que cette personne fera</legend>
        <p className="form-help">Seulement ce dont elle a besoin ; vous pourrez changer à tout moment.</p>
        <div className="choices">
          {profiles.map((profile) => (
            <Choice
              key={profile.name}
              type="radio"
              name="profile"
              checked={!isOneByOne && profileOf(roles) === profile}
              onChange={() => {
                setIsOneByOne(false)
                setRoles([...profile.roles])
              }}
              text={profile.name}
              help={profile.may}
            />
          ))}
          <Choice
            type="radio"
            name="profile"
            checked={isOneByOne}
            onChange={() => setIsOneByOne(true)}
            text="Plusieurs de ces tâches, ou d’autres"
            help={`Les ${team.roles.length} droits, un par un.`}
          />
        </div>
      </fieldset>
      {isOneByOne && (
        <Choices
          legend="Droits, un par un"
          choices={team.roles.map(({ role, name: text, may }) => ({ value: role, text, help: may }))}
          chosen={roles}
          onChange={(chosen) => setRoles(team.roles.map(({ role }) => role).filter((role) => chosen.includes(role)))}
        />
      )}
      <Choice
        checked={only === null}
        onChange={(isChosen) => setOnly(isChosen ? null : [])}
        text="Tous les questionnaires"
      />
      {only !== null && (
        <Choices
          legend="Seulement ceux-ci"
          choices={team.questionnaires.map(({ slug, title }) => ({ value: slug, text: title }))}
          chosen={only}
          onChange={setOnly}
        />
      )}
    </Dialog>
  )
}
