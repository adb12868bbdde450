/** Sheets taken out line by line, by the role for it: which questionnaire, which format, and why. */
import { type FormEvent, useCallback, useState } from 'react'
import type { leaving } from '../../../api/wire/public.ts'
import { Loading } from '../../parts/Loading.tsx'
import { Field } from '../../parts/staff/Field.tsx'
import { save } from '../../parts/staff/leaving.ts'
import { NoteField } from '../../parts/staff/NoteField.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { tell } from '../../parts/staff/Toasts.tsx'
import { useLoaded } from '../../parts/useLoaded.ts'

export function Export() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/export'), []))
  return (
    <StaffFrame
      title="Export"
      lead="Les fiches d’un questionnaire, une par une, pour un calcul que le site ne fait pas."
    >
      <Loading loaded={loaded} again={again}>
        {({ questionnaires }) =>
          questionnaires.length === 0 ? (
            <p className="muted">Vous ne travaillez sur aucun questionnaire.</p>
          ) : (
            <Asking questionnaires={questionnaires} />
          )
        }
      </Loading>
    </StaffFrame>
  )
}

function Asking({ questionnaires }: leaving.ExportPage) {
  const [slug, setSlug] = useState(questionnaires[0]!.slug)
  const [format, setFormat] = useState<'csv' | 'jsonl'>('csv')
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState('')
  const take = async (event: FormEvent) => {
    event.preventDefault()
    setFailure('')
    try {
      const { file, type, text, rows } = await call('POST /api/export/:slug', {
        params: { slug },
        body: { format, reason },
      })
      save(file, new Blob([text], { type }))
      setReason('')
      tell(`${rows} fiches enregistrées dans ${file}. L’export est écrit au journal.`)
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <form className="form staff-narrow" onSubmit={take}>
      <p className="notice" data-kind="warm">
        Même sans nom, ces fiches restent des données personnelles : ne les diffusez pas, gardez-les sur un poste
        protégé, effacez-les après usage. Pour un tableau à montrer, prenez plutôt les documents de « Résultats ».
      </p>
      <Field label="Questionnaire">
        {(props) => (
          <select {...props} className="field" value={slug} onChange={({ target }) => setSlug(target.value)}>
            {questionnaires.map((one) => (
              <option key={one.slug} value={one.slug}>
                {one.title} ({one.count} fiches)
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Format">
        {(props) => (
          <select
            {...props}
            className="field"
            value={format}
            onChange={({ target }) => setFormat(target.value === 'jsonl' ? 'jsonl' : 'csv')}
          >
            <option value="csv">CSV : une ligne par fiche, pour un tableur</option>
            <option value="jsonl">JSON Lines : un objet par fiche, pour un script</option>
          </select>
        )}
      </Field>
      <NoteField
        label="Pourquoi cet export"
        help="Une phrase, gardée au journal avec votre nom. Par exemple : « préparer l’étude des mobilités »."
        failure={failure}
        least={5}
        most={200}
        value={reason}
        onChange={setReason}
      />
      <div>
        <button type="submit" className="button" data-kind="main">
          Exporter
        </button>
      </div>
    </form>
  )
}
