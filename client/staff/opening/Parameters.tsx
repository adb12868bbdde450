/** What one questionnaire asks the authority to say, and that no setting and no table says: filled in here. */
import { useCallback, useEffect } from 'react'
import { Link } from 'wouter'
import type { staff } from '../../../api/wire/public.ts'
import { Refusal } from '../../parts/api.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { useDraftOver } from '../../parts/staff/draft.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify, notifyProblem } from '../../parts/staff/Toasts.tsx'
import { useSaving } from '../../parts/staff/useSaving.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { ParameterControl } from './ParameterControl.tsx'
import { type Cells, cellsOf, isFilled, typedFrom } from './parameter-cells.ts'

export function Parameters({ slug }: { slug: string }) {
  const load = useCallback(() => call('GET /api/questionnaires/:slug/parameters', { params: { slug } }), [slug])
  const [loaded, again] = useLoaded(load)
  const page = loaded && 'value' in loaded ? loaded.value : null
  return (
    <StaffFrame
      title={page ? `Précisions\u202f: ${page.title}` : 'Précisions'}
      lead="Ce que ce questionnaire demande à la collectivité de préciser. Rien n’est supposé : tant qu’une précision manque, il ne s’ouvre pas."
    >
      <p>
        <Link href={`/gerer/questionnaires/${slug}`}>← Retour au questionnaire</Link>
      </p>
      <Loading loaded={loaded} again={again}>
        {(value) => <Form key={value.revision} page={value} onSaved={again} />}
      </Loading>
    </StaffFrame>
  )
}

function Form({ page, onSaved }: { page: staff.ParametersPage; onSaved: () => void }) {
  const { slug, parameters, revision, isLive } = page
  const saved: Record<string, Cells> = Object.fromEntries(parameters.map(({ name, value }) => [name, cellsOf(value)]))
  const { values: typed, set, drop, isFound, changedSince } = useDraftOver(`parameters:${slug}`, saved)
  const [errors, saving] = useSaving()
  const cells = (name: string) => typed[name] ?? []
  const titleOf = (name: string) => parameters.find((parameter) => parameter.name === name)?.title ?? name
  const left = parameters.filter(({ name }) => !isFilled(cells(name))).length
  // a link such as …/precisions#lieu leads to its field
  useEffect(() => {
    document.getElementById(`parameter-${location.hash.slice(1)}`)?.focus()
  }, [])
  const save = () => {
    const values = Object.fromEntries(parameters.map(({ name, kind }) => [name, typedFrom(kind, cells(name))]))
    return saving(async () => {
      try {
        await call('PUT /api/questionnaires/:slug/parameters', { params: { slug }, body: { revision, values } })
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'changed-meanwhile')) throw error
        onSaved()
        return notifyProblem(
          'Quelqu’un d’autre a enregistré entre-temps : ses précisions sont reprises ici, les vôtres sont restées. Vérifiez, puis enregistrez.',
        )
      }
      drop()
      notify('Les précisions sont enregistrées.')
      onSaved()
    })
  }
  if (parameters.length === 0)
    return <p className="muted">Ce questionnaire ne demande rien d’autre que les réglages et les tables.</p>
  return (
    <>
      {isLive && (
        <p className="notice">
          Ce questionnaire est ouvert : une phrase changée ici attend la prochaine version ; une liste de réponses reste
          comme à l’ouverture.
        </p>
      )}
      {isFound && (
        <div className="notice" data-kind="warm">
          <p>
            {changedSince.length > 0
              ? `Entre-temps, quelqu’un a aussi changé : ${changedSince.map(titleOf).join(', ')}. Ce que vous avez tapé est resté ici : comparez avant d’enregistrer.`
              : 'Nous avons retrouvé ce que vous tapiez : vérifiez, puis enregistrez.'}
          </p>
          <div className="actions">
            <Button kind="quiet" onClick={drop}>
              Revenir à ce qui est enregistré
            </Button>
          </div>
        </div>
      )}
      {parameters.map((parameter) => (
        <ParameterControl
          key={parameter.name}
          parameter={parameter}
          cells={cells(parameter.name)}
          error={errors[parameter.name]}
          onChange={(next) => set(parameter.name, next)}
        />
      ))}
      <div className="save-bar">
        <Button kind="main" onClick={save}>
          Enregistrer les précisions
        </Button>
        <p aria-live="polite">{left === 0 ? 'Tout est rempli.' : `Il en reste ${left} à remplir avant l’ouverture.`}</p>
      </div>
    </>
  )
}
