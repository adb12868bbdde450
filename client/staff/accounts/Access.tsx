/** My own access: sessions, password, recovery codes; for an administrator, everybody's sessions too. */
import { useCallback, useState } from 'react'
import type { staff } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { momentText } from '../../parts/staff/dates.ts'
import { Failure, Submit } from '../../parts/staff/Field.tsx'
import { refreshMe, useMe } from '../../parts/staff/me.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, fieldErrors, sentenceOf } from '../../parts/staff/staffApi.ts'
import { Tabs } from '../../parts/staff/Tabs.tsx'
import { notify, orNotify } from '../../parts/staff/Toasts.tsx'
import { bindFields, submits, useTyped } from '../../parts/staff/useSaving.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { CodeField, PasswordField } from './Identity.tsx'
import { Codes } from './RecoveryCodes.tsx'

export function Access() {
  const isAdministrator = useMe()?.account?.roles.includes('admin') ?? false
  const [tab, setTab] = useState('mine')
  const tabs = [
    { name: 'mine', title: 'Mes sessions' },
    { name: 'password', title: 'Mot de passe' },
    { name: 'codes', title: 'Codes de secours' },
    ...(isAdministrator ? [{ name: 'all', title: 'Sessions de l’équipe' }] : []),
  ]
  return (
    <StaffFrame title="Mon accès">
      <Tabs label="Mon accès" tabs={tabs} chosen={tab} onChoose={setTab}>
        {tab === 'mine' && <Sessions key="mine" whose="me/sessions" />}
        {tab === 'all' && <Sessions key="all" whose="sessions" hasNames />}
        {tab === 'password' && <Password />}
        {tab === 'codes' && <Recovery />}
      </Tabs>
    </StaffFrame>
  )
}

function Sessions({ whose, hasNames = false }: { whose: 'me/sessions' | 'sessions'; hasNames?: boolean }) {
  const [loaded, again] = useLoaded(useCallback(() => call(`GET /api/${whose}`), [whose]))
  async function close(id: string) {
    await orNotify(async () => {
      await call(`DELETE /api/${whose}/:id`, { params: { id } })
      notify('La session est fermée.')
    })
    again()
  }
  return (
    <Loading loaded={loaded} again={again}>
      {({ sessions }) => (
        <>
          <p className="muted">
            Une session s’arrête seule après 30 minutes sans activité, et au plus tard après 8 heures.
          </p>
          <DataTable
            caption="Sessions ouvertes"
            rows={sessions}
            empty="Aucune session."
            columns={[
              ...(hasNames
                ? [{ title: 'Personne', cell: ({ login }: staff.SessionList['sessions'][number]) => login }]
                : []),
              { title: 'Appareil', isHeading: true, cell: ({ device }) => device },
              { title: 'Ouverte le', cell: ({ startedAt }) => momentText(startedAt) },
              { title: 'Active le', cell: ({ seenAt }) => momentText(seenAt) },
              {
                title: 'Actions',
                cell: ({ id, isMine, device }) =>
                  isMine ? (
                    <span className="badge" data-kind="good">
                      celle-ci
                    </span>
                  ) : (
                    <Button kind="quiet" onClick={() => close(id)}>
                      Fermer<span className="visually-hidden"> la session {device}</span>
                    </Button>
                  ),
              },
            ]}
          />
        </>
      )}
    </Loading>
  )
}

function Password() {
  const [typed, change] = useTyped({ current: '', password: '' })
  const [failure, setFailure] = useState<unknown>()
  const errors = fieldErrors(failure)
  const field = bindFields(typed, change, errors)
  const submit = async () => {
    setFailure(undefined)
    try {
      await call('PUT /api/me/password', { body: typed })
      change({ current: '', password: '' })
      notify('Le mot de passe est changé. Vos autres sessions sont fermées.')
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <form className="form" onSubmit={submits(submit)} noValidate>
      <Failure text={failure && !errors.current && !errors.password ? sentenceOf(failure) : undefined} />
      <PasswordField label="Mot de passe actuel" {...field('current')} />
      <PasswordField
        isNew
        label="Nouveau mot de passe"
        help="Au moins 12 caractères. Une phrase courte se retient bien."
        {...field('password')}
      />
      <Submit>Changer le mot de passe</Submit>
    </form>
  )
}

function Recovery() {
  const left = useMe()?.account?.recoveryLeft ?? 0
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const [codes, setCodes] = useState<string[] | null>(null)
  const submit = async () => {
    setError(undefined)
    try {
      setCodes((await call('POST /api/me/recovery', { body: { code } })).codes)
    } catch (failure) {
      setError(sentenceOf(failure))
    }
  }
  if (codes)
    return (
      <Codes
        codes={codes}
        onDone={async () => {
          setCodes(null)
          setCode('')
          await refreshMe()
        }}
      />
    )
  return (
    <form className="form" onSubmit={submits(submit)}>
      <p>
        Il vous reste {left} code{left > 1 ? 's' : ''} de secours. En faire dix nouveaux annule les anciens.
      </p>
      <Failure text={error} />
      <CodeField
        label="Code de votre téléphone"
        help="Six chiffres, pour confirmer que c’est bien vous."
        isShort
        value={code}
        onChange={setCode}
      />
      <Submit>Faire dix nouveaux codes</Submit>
    </form>
  )
}
