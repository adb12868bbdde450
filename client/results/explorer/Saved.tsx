/** Explorations saved under a name: opened again, added, taken away with a way back. */
import { type FormEvent, useCallback, useEffect, useId, useState } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify, notifyRemoved } from '../../parts/staff/Toasts.tsx'
import { useLoaded } from '../../parts/useLoaded.ts'

type Shown = Omit<analyse.NewExploration, 'name'>
type Props = { slug: string; shown: Shown; title: string }

const addressOf = (slug: string, { question, dividedBy, answer, view }: Shown) => {
  const search = new URLSearchParams({ q: question })
  for (const [name, value] of [
    ['par', dividedBy],
    ['rep', answer],
    ['forme', view === 'graphique' ? '' : view],
  ] as const)
    if (value) search.set(name, value)
  return `/analyse/${slug}/questions?${search}`
}

export function Saved({ slug, shown, title }: Props) {
  const id = useId()
  const [loaded] = useLoaded(
    useCallback(() => call('GET /api/analyse/:slug/explorations', { params: { slug } }), [slug]),
  )
  const [saved, setSaved] = useState<analyse.SavedExploration[]>([])
  const [name, setName] = useState('')
  const [failure, setFailure] = useState('')
  useEffect(() => {
    if (loaded && 'value' in loaded) setSaved(loaded.value.saved)
  }, [loaded])
  async function save(given: analyse.NewExploration, done: string) {
    try {
      setSaved((await call('POST /api/analyse/:slug/explorations', { params: { slug }, body: given })).saved)
      setName('')
      setFailure('')
      notify(done)
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  async function remove({ id: exploration, by: _, at: __, ...given }: analyse.SavedExploration) {
    try {
      const params = { slug, exploration }
      setSaved((await call('DELETE /api/analyse/:slug/explorations/:exploration', { params })).saved)
      notifyRemoved(`« ${given.name} » est retirée.`, () => void save(given, 'L’exploration est remise.'))
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim().length < 2) return setFailure('Donnez-lui un nom, par exemple « Horaires selon la zone ».')
    void save({ name, ...shown }, 'L’exploration est enregistrée.')
  }
  return (
    <details className="saved-explorations no-print">
      <summary>
        {saved.length === 0 ? 'Enregistrer cette exploration' : `Explorations enregistrées (${saved.length})`}
      </summary>
      {saved.length > 0 && (
        <ul>
          {saved.map((one) => (
            <li key={one.id}>
              <Link href={addressOf(slug, one)}>{one.name}</Link>{' '}
              <button
                type="button"
                className="link"
                aria-label={`Retirer ${one.name}`}
                onClick={() => void remove(one)}
              >
                Retirer
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} noValidate>
        <label htmlFor={id}>Nom de ce qui est montré</label>
        <input
          id={id}
          className="field"
          value={name}
          maxLength={80}
          placeholder={title}
          aria-invalid={failure !== ''}
          aria-describedby={failure === '' ? undefined : `${id}-failure`}
          onChange={({ target }) => setName(target.value)}
        />
        <button type="submit" className="button">
          Enregistrer
        </button>
        {failure !== '' && (
          <p id={`${id}-failure`} className="form-error" role="alert">
            {failure}
          </p>
        )}
      </form>
    </details>
  )
}
