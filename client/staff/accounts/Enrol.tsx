/** Setting the second factor up: scan, type the first code, save the recovery codes. */
import { useCallback, useState } from 'react'
import { Skeleton } from '../../parts/State.tsx'
import { Failure, Submit } from '../../parts/staff/Field.tsx'
import { refreshMe } from '../../parts/staff/me.ts'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { CodeField } from './Identity.tsx'
import { Codes } from './RecoveryCodes.tsx'
import { useForm } from './useForm.ts'

type Props = { onStart?: () => void; onDone: () => void }

export function Enrol({ onStart, onDone }: Props) {
  const [loaded] = useLoaded(useCallback(() => call('GET /api/me/factor'), []))
  const [code, setCode] = useState('')
  const [codes, setCodes] = useState<string[] | null>(null)
  const { failure, isBusy, submit } = useForm(async () => {
    const confirmed = await call('POST /api/me/factor', { body: { code } })
    onStart?.()
    setCodes(confirmed.codes)
  })
  if (codes)
    return (
      <Codes
        codes={codes}
        onDone={async () => {
          await refreshMe()
          onDone()
        }}
      />
    )
  if (!loaded) return <Skeleton />
  if ('error' in loaded) return <Failure text={sentenceOf(loaded.error)} />
  const { picture, secret } = loaded.value
  return (
    <form className="form" onSubmit={submit}>
      <ol className="form">
        <li>
          Installez une application d’authentification sur votre téléphone : FreeOTP, Aegis, Google Authenticator,
          Microsoft Authenticator… Toutes conviennent.
        </li>
        <li>
          Dans l’application, scannez ce carré :
          <img
            className="qr"
            src={`data:image/svg+xml;utf8,${encodeURIComponent(picture)}`}
            alt="Carré à scanner avec l’application d’authentification"
          />
          <details>
            <summary>Je ne peux pas scanner</summary>
            <p>Dans l’application, choisissez « saisir une clé », puis recopiez :</p>
            <p className="mono">{secret.match(/.{1,4}/g)?.join(' ')}</p>
          </details>
        </li>
        <li>
          <Failure text={failure ? sentenceOf(failure) : undefined} />
          <CodeField
            label="Code affiché par l’application"
            help="Six chiffres"
            isRequired
            isShort
            value={code}
            onChange={setCode}
          />
        </li>
      </ol>
      <Submit isDisabled={isBusy}>{isBusy ? 'Vérification…' : 'Valider ce téléphone'}</Submit>
    </form>
  )
}
