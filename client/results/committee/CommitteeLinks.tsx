/** Links for elected members: they open the committee's pages without an account, until a day, and can be closed. */
import { useCallback, useState } from 'react'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { useLinkOrigin } from '../../parts/staff/me.ts'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { submits } from '../../parts/staff/useSaving.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { day } from '../words.ts'

const durations = [7, 30, 90]

export function CommitteeLinks() {
  const [loaded, again, refresh] = useLoaded(useCallback(() => call('GET /api/analyse/committee/links'), []))
  const origin = useLinkOrigin()
  const [label, setLabel] = useState('')
  const [days, setDays] = useState(30)
  const [made, setMade] = useState('')
  const [failure, setFailure] = useState('')
  async function make() {
    if (label.trim().length < 2) return setFailure('Écrivez à qui ce lien est remis, par exemple « Élus du comité ».')
    try {
      const { path } = await call('POST /api/analyse/committee/links', { body: { label, days } })
      setMade(`${origin}${path}`)
      setLabel('')
      setFailure('')
      refresh()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  async function revoke(link: string) {
    try {
      await call('DELETE /api/analyse/committee/links/:link', { params: { link } })
      notify('Le lien est fermé.')
      refresh()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <details className="no-print">
      <summary>Un lien pour les élus</summary>
      <p className="muted">
        Il ouvre ces pages en lecture, sans compte, jusqu’à sa date. Qui a le lien peut lire : remettez-le aux personnes
        du comité, et fermez-le quand il ne sert plus.
      </p>
      <form className="stack" onSubmit={submits(make)} noValidate>
        <p className="form-field">
          <label htmlFor="link-label">À qui est-il remis ?</label>
          <input
            id="link-label"
            className="field"
            value={label}
            maxLength={120}
            aria-invalid={failure !== ''}
            aria-describedby={failure === '' ? undefined : 'link-failure'}
            onChange={({ target }) => setLabel(target.value)}
          />
        </p>
        <p className="form-field">
          <label htmlFor="link-days">Combien de temps sert-il ?</label>
          <select
            id="link-days"
            className="field"
            value={days}
            onChange={({ target }) => setDays(Number(target.value))}
          >
            {durations.map((one) => (
              <option key={one} value={one}>
                {one} jours
              </option>
            ))}
          </select>
        </p>
        {failure !== '' && (
          <p id="link-failure" className="form-error" role="alert">
            {failure}
          </p>
        )}
        <p>
          <Button type="submit">Faire un lien</Button>
        </p>
      </form>
      <div role="status">
        {made !== '' && (
          <div className="notice stack">
            <p>
              <b>Copiez ce lien maintenant :</b> il ne sera plus montré.
            </p>
            <p className="mono committee-link">{made}</p>
            <p>
              <Button onClick={() => void navigator.clipboard?.writeText(made)}>Copier le lien</Button>
            </p>
          </div>
        )}
      </div>
      <Loading loaded={loaded} again={again}>
        {({ links }) => (
          <DataTable
            caption="Liens remis"
            isCaptionShown
            rows={links}
            isCards
            empty="Aucun lien n’a été remis."
            columns={[
              { title: 'Remis à', isHeading: true, cell: (one) => one.label },
              { title: 'Fait le', cell: (one) => `${day(one.at)}, par ${one.by}` },
              {
                title: 'Sert jusqu’au',
                cell: (one) => (one.revokedAt ? `fermé le ${day(one.revokedAt)}` : day(one.until)),
              },
              {
                title: 'Fermer',
                cell: (one) =>
                  one.isOpen ? (
                    <button
                      type="button"
                      className="link"
                      aria-label={`Fermer le lien remis à ${one.label}`}
                      onClick={() => void revoke(one.id)}
                    >
                      Fermer
                    </button>
                  ) : null,
              },
            ]}
          />
        )}
      </Loading>
    </details>
  )
}
