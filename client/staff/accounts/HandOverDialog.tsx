/** A colleague leaves: who takes their work over, and what goes to them. */
import { useState } from 'react'
import type { staff } from '../../../api/wire/public.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { Failure, SelectField } from '../../parts/staff/Field.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'

type Props = {
  team: staff.Team
  person: staff.Person
  onClose: () => void
  onDone: (sentence: string) => void
}

export function HandOverDialog({ team, person, onClose, onDone }: Props) {
  const others = team.people.filter(
    ({ login, state, hasFactor }) => login !== person.login && state === 'active' && hasFactor,
  )
  const [to, setTo] = useState('')
  const [error, setError] = useState<string>()
  async function handOver() {
    const heir = others.find(({ login }) => login === to)
    if (!heir) return setError('Choisissez la personne qui prend la suite.')
    try {
      const handed = await call('POST /api/team/:login/hand-over', { params: { login: person.login }, body: { to } })
      onDone(sentenceFor(person.name, heir.name, handed))
    } catch (failure) {
      setError(sentenceOf(failure))
    }
  }
  const names = person.roles.map((role) => team.roles.find((each) => each.role === role)?.name ?? role)
  return (
    <Dialog
      isOpen
      title={`Départ de ${person.name}`}
      closeText="Annuler"
      onClose={onClose}
      actions={
        <DialogButton isDanger onPress={handOver}>
          Remettre et fermer l’accès
        </DialogButton>
      }
    >
      <Failure text={error} />
      <SelectField
        label="Qui prend la suite"
        value={to}
        none="Choisissez…"
        choices={others.map(({ login, name }) => ({ value: login, text: `${name} (${login})` }))}
        onChange={setTo}
      />
      <p>
        {`Cette personne reçoit les droits de ${person.name} (${names.join(', ')}) en plus des siens, ses brouillons, ses demandes, ses bornes et ses lots de papier.`}
      </p>
      <p>
        {`Les sessions de ${person.name} se ferment tout de suite, et les liens d’invitation et de borne déjà remis ne valent plus. Ce qui a été fait reste au journal, sous son nom.`}
      </p>
    </Dialog>
  )
}

function sentenceFor(from: string, to: string, { drafts, requests, kiosks, batches, links }: staff.HandedOver): string {
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  const things = [
    'ses droits',
    ...counted(drafts, 'brouillon', 'brouillons'),
    ...counted(requests, 'demande', 'demandes'),
    ...counted(kiosks, 'borne', 'bornes'),
    ...counted(batches, 'lot de papier', 'lots de papier'),
  ]
  const cancelled = counted(links, 'lien est annulé', 'liens sont annulés').map(
    (words) => ` ${words}\u202f: refaites-les au besoin.`,
  )
  return `${from} n’a plus accès. ${to} reçoit ${things.join(', ')}.${cancelled.join('')}`
}
