/** The logo: chosen from a file, sent as it is, taken away. */
import { type ChangeEvent, useState } from 'react'
import { Button } from '../../parts/forms/Button.tsx'
import { Field } from '../../parts/staff/Field.tsx'
import { call, fieldErrors, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'

export function Logo({ hasLogo, onSaved }: { hasLogo: boolean; onSaved: () => void }) {
  const [error, setError] = useState<string>()
  async function send(data: string, done: string) {
    setError(undefined)
    try {
      await call('PUT /api/settings/logo', { body: { data } })
      notify(done)
      onSaved()
    } catch (failure) {
      setError(fieldErrors(failure).logo ?? sentenceOf(failure))
    }
  }
  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    if (!file) return
    if (file.size > 150_000)
      return setError('Ce logo pèse plus de 150 Ko. Réduisez-le : 400 points de large suffisent.')
    const bytes = new Uint8Array(await file.arrayBuffer())
    await send(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')), 'Le logo est enregistré.')
  }
  return (
    <div className="form">
      <Field label="Logo" help="PNG ou JPEG, 150 Ko au plus. Il paraît en haut de chaque page." error={error}>
        {(props) => <input {...props} className="field" type="file" accept="image/png,image/jpeg" onChange={choose} />}
      </Field>
      {hasLogo && (
        <div className="actions">
          <Button kind="quiet" onClick={() => send('', 'Le logo est retiré.')}>
            Retirer le logo
          </Button>
        </div>
      )}
    </div>
  )
}
