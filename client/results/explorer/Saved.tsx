/** Explorations saved under a name: opened again, added, taken away with a way back. */
import { useCallback, useEffect, useId, useState } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify, notifyRemoved } from '../../parts/staff/Toasts.tsx'
import { submits } from '../../parts/staff/useSaving.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { addressOf, longestName, type Shown } from './addresses.ts'
import { quoted } from './explored-bars.ts'

export type SavedOnes = {
  all: analyse.SavedExploration[]
  failure: string
  /** False when it was refused, and `failure` says why. */
  save: (given: analyse.NewExploration, done: string) => Promise<boolean>
  remove: (one: analyse.SavedExploration) => Promise<void>
}

export function useSaved(slug: string): SavedOnes {
  const [loaded] = useLoaded(
    useCallback(() => call('GET /api/analyse/:slug/explorations', { params: { slug } }), [slug]),
  )
  const [all, setAll] = useState<analyse.SavedExploration[]>([])
  const [failure, setFailure] = useState('')
  useEffect(() => {
    if (loaded && 'value' in loaded) setAll(loaded.value.saved)
  }, [loaded])
  async function save(given: analyse.NewExploration, done: string): Promise<boolean> {
    try {
      setAll((await call('POST /api/analyse/:slug/explorations', { params: { slug }, body: given })).saved)
      setFailure('')
      notify(done)
      return true
    } catch (error) {
      setFailure(sentenceOf(error))
      return false
    }
  }
  async function remove({ id: exploration, by: _, at: __, ...given }: analyse.SavedExploration) {
    try {
      const params = { slug, exploration }
      setAll((await call('DELETE /api/analyse/:slug/explorations/:exploration', { params })).saved)
      notifyRemoved(`${quoted(given.name)} est retirée.`, () => void save(given, 'L’exploration est remise.'))
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return { all, failure, save, remove }
}

export function SavedList({ slug, saved: { all, remove } }: { slug: string; saved: SavedOnes }) {
  if (all.length === 0) return null
  return (
    <section className="saved-explorations no-print" aria-labelledby="saved">
      <h2 id="saved" tabIndex={-1}>
        Enregistrées par l’équipe
      </h2>
      <ul>
        {all.map((one) => (
          <li key={one.id}>
            <Link href={addressOf(slug, one)}>{one.name}</Link>
            {one.publication !== undefined && <small className="muted">publication n° {one.publication}</small>}
            <button type="button" className="link" aria-label={`Retirer ${one.name}`} onClick={() => void remove(one)}>
              Retirer
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** @param title a name to begin with: what is shown, in words */
export function Save({ saved, shown, title }: { saved: SavedOnes; shown: Shown; title: string }) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isShort, setIsShort] = useState(false)
  const name = typed ?? title
  const failure = isShort ? 'Donnez-lui un nom, par exemple « Horaires selon la zone ».' : saved.failure
  const submit = async () => {
    setIsShort(name.trim().length < 2)
    if (name.trim().length < 2) return
    const done = `${quoted(name.trim())} est enregistrée : elle se retrouve dans « Toutes les questions ».`
    if (await saved.save({ name, ...shown }, done)) setTyped(null)
  }
  return (
    <details className="saving no-print">
      <summary>Enregistrer cette exploration pour l’équipe</summary>
      <form onSubmit={submits(submit)} noValidate>
        <label htmlFor={id}>Nom de ce qui est montré</label>
        <input
          id={id}
          className="field"
          value={name}
          maxLength={longestName}
          aria-invalid={failure !== ''}
          aria-describedby={failure === '' ? undefined : `${id}-failure`}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit">Enregistrer</Button>
        {failure !== '' && (
          <p id={`${id}-failure`} className="form-error" role="alert">
            {failure}
          </p>
        )}
      </form>
    </details>
  )
}
