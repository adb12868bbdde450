/** The team: who works here, with which rights; invitations and access taken away. */
import { useCallback, useState } from 'react'
import type { staff } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { dayText, momentText } from '../../parts/staff/dates.ts'
import { useMe } from '../../parts/staff/me.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify, notifyProblem, orNotify } from '../../parts/staff/Toasts.tsx'
import { useLoaded } from '../../parts/useLoaded.ts'
import { HandOverDialog } from './HandOverDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { RightsDialog } from './RightsDialog.tsx'
import { Unheld } from './Unheld.tsx'

type Open =
  | { kind: 'invite' }
  | { kind: 'rights'; person: staff.Person }
  | { kind: 'revoke'; person: staff.Person }
  | { kind: 'hand-over'; person: staff.Person }
  | { kind: 'link'; link: staff.Link; name: string }
  | null

export function Team() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/team'), []))
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  async function act(deed: Promise<unknown>, done: string): Promise<boolean> {
    try {
      await deed
      notify(done)
      again()
      return true
    } catch (error) {
      notifyProblem(sentenceOf(error))
      return false
    }
  }
  async function reset({ login, name }: staff.Person) {
    await orNotify(async () => {
      setOpen({ kind: 'link', name, link: await call('POST /api/team/:login/reset', { params: { login }, body: {} }) })
      again()
    })
  }
  return (
    <StaffFrame
      title="Équipe"
      lead="Le site n’envoie pas de message : vous remettez vous-même les liens d’invitation."
      actions={
        <Button kind="main" onClick={() => setOpen({ kind: 'invite' })}>
          Inviter quelqu’un
        </Button>
      }
    >
      <Loading loaded={loaded} again={again}>
        {(team) => (
          <>
            <People
              team={team}
              onRights={(person) => setOpen({ kind: 'rights', person })}
              onReset={reset}
              onRevoke={(person) => setOpen({ kind: 'revoke', person })}
              onHandOver={(person) => setOpen({ kind: 'hand-over', person })}
              onRestore={({ login, name }) =>
                act(
                  call('POST /api/team/:login/restore', { params: { login }, body: {} }),
                  `${name} a de nouveau accès.`,
                )
              }
            />
            <Unheld people={team.people} roles={team.roles} />
            <Invitations
              team={team}
              onWithdraw={(id) =>
                act(call('DELETE /api/team/invitations/:id', { params: { id } }), 'L’invitation est annulée.')
              }
            />
            {(open?.kind === 'invite' || open?.kind === 'rights') && (
              <RightsDialog
                team={team}
                person={open.kind === 'rights' ? open.person : null}
                onClose={close}
                onInvited={(name, link) => {
                  setOpen({ kind: 'link', name, link })
                  again()
                }}
                onChanged={() => {
                  close()
                  notify('Les droits sont changés : ils valent dès maintenant.')
                  again()
                }}
              />
            )}
            {open?.kind === 'hand-over' && (
              <HandOverDialog
                team={team}
                person={open.person}
                onClose={close}
                onDone={(sentence) => {
                  close()
                  notify(sentence)
                  again()
                }}
              />
            )}
          </>
        )}
      </Loading>
      {open?.kind === 'link' && <LinkDialog name={open.name} link={open.link} onClose={close} />}
      <Dialog
        isOpen={open?.kind === 'revoke'}
        title={open?.kind === 'revoke' ? `Retirer l’accès de ${open.person.name} ?` : ''}
        closeText="Annuler"
        onClose={close}
        actions={
          <DialogButton
            isDanger
            onPress={async () => {
              if (open?.kind !== 'revoke') return
              const { login, name } = open.person
              close()
              await act(
                call('POST /api/team/:login/revoke', { params: { login }, body: {} }),
                `${name} n’a plus accès.`,
              )
            }}
          >
            Retirer l’accès
          </DialogButton>
        }
      >
        <p>
          Ses sessions se ferment tout de suite, partout. Ce que cette personne a fait reste au journal. Vous pourrez
          lui rendre son accès.
        </p>
      </Dialog>
    </StaffFrame>
  )
}

type PeopleProps = {
  team: staff.Team
  onRights: (person: staff.Person) => void
  onReset: (person: staff.Person) => void
  onRevoke: (person: staff.Person) => void
  onHandOver: (person: staff.Person) => void
  onRestore: (person: staff.Person) => void
}

function People({ team, onRights, onReset, onRevoke, onHandOver, onRestore }: PeopleProps) {
  const me = useMe()?.account?.login
  const nameOf = (role: staff.StaffRole) => team.roles.find((each) => each.role === role)?.name ?? role
  const rightsOf = ({ roles, questionnaires }: staff.Person) =>
    roles.map(nameOf).join(', ') + (questionnaires === null ? '' : ` · seulement ${questionnaires.join(', ')}`)
  return (
    <DataTable
      caption="Comptes"
      rows={team.people}
      keyOf={({ login }) => login}
      isCards
      empty="Personne."
      columns={[
        {
          title: 'Personne',
          isHeading: true,
          cell: ({ name, login }) => (
            <>
              {name}
              <br />
              <small className="muted">{login}</small>
            </>
          ),
        },
        { title: 'Droits', cell: rightsOf },
        {
          title: 'État',
          cell: ({ state, hasFactor, isVisit, lastLoginAt }) =>
            state === 'revoked' ? (
              <span className="badge">accès retiré</span>
            ) : hasFactor || isVisit ? (
              <>
                <span className="badge" data-kind="good">
                  {isVisit ? 'visite par un lien' : 'actif'}
                </span>
                <br />
                <small className="muted">{lastLoginAt ? `vu le ${momentText(lastLoginAt)}` : 'jamais venu'}</small>
              </>
            ) : (
              <span className="badge" data-kind="warm">
                téléphone à régler
              </span>
            ),
        },
        {
          title: 'Actions',
          cell: (person) =>
            person.state === 'revoked' ? (
              <div className="actions">
                <Button kind="quiet" onClick={() => onRestore(person)}>
                  Rendre l’accès<span className="visually-hidden"> à {person.name}</span>
                </Button>
                <Button kind="quiet" onClick={() => onHandOver(person)}>
                  Départ<span className="visually-hidden"> de {person.name} : remettre son travail</span>
                </Button>
              </div>
            ) : (
              <div className="actions">
                <Button kind="quiet" onClick={() => onRights(person)}>
                  Droits<span className="visually-hidden"> de {person.name}</span>
                </Button>
                <Button kind="quiet" onClick={() => onReset(person)}>
                  Accès perdu<span className="visually-hidden"> : nouveau lien pour {person.name}</span>
                </Button>
                {person.login !== me && (
                  <>
                    <Button kind="quiet" onClick={() => onHandOver(person)}>
                      Départ<span className="visually-hidden"> de {person.name} : remettre son travail</span>
                    </Button>
                    <Button kind="quiet" onClick={() => onRevoke(person)}>
                      Retirer<span className="visually-hidden"> l’accès de {person.name}</span>
                    </Button>
                  </>
                )}
              </div>
            ),
        },
      ]}
    />
  )
}

function Invitations({ team, onWithdraw }: { team: staff.Team; onWithdraw: (id: string) => void }) {
  if (team.invitations.length === 0) return null
  const nameOf = (role: staff.StaffRole) => team.roles.find((each) => each.role === role)?.name ?? role
  return (
    <section className="section">
      <h2>Liens qui attendent</h2>
      <DataTable
        caption="Liens qui n’ont pas encore servi"
        rows={team.invitations}
        isCards
        columns={[
          {
            title: 'Pour',
            isHeading: true,
            cell: ({ name, kind }) => (kind === 'reset' ? `${name} (accès perdu)` : name),
          },
          { title: 'Droits', cell: ({ roles }) => roles.map(nameOf).join(', ') },
          { title: 'Par', cell: ({ invitedBy }) => invitedBy },
          { title: 'Valable jusqu’au', cell: ({ expiresAt }) => dayText(expiresAt) },
          {
            title: 'Actions',
            cell: ({ id, name }) => (
              <Button kind="quiet" onClick={() => onWithdraw(id)}>
                Annuler<span className="visually-hidden"> le lien de {name}</span>
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}
