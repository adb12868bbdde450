/** Rows taken out by the roles for it: protected, or whole by a role of its own; which questionnaire, which format, and why. */
import { useCallback, useState } from 'react'
import type { leaving } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { SelectField } from '../../parts/staff/Field.tsx'
import { save } from '../../parts/staff/leaving.ts'
import { NoteField } from '../../parts/staff/NoteField.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { submits } from '../../parts/staff/useSaving.ts'
import { useLoaded } from '../../parts/useLoaded.ts'

export function Export() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/export'), []))
  return (
    <StaffFrame title="Export" lead="Des lignes d’un questionnaire, pour un calcul que le site ne fait pas.">
      <Loading loaded={loaded} again={again}>
        {({ questionnaires, forms }) =>
          questionnaires.length === 0 ? (
            <p className="muted">Vous ne travaillez sur aucun questionnaire.</p>
          ) : (
            <Asking questionnaires={questionnaires} forms={forms} />
          )
        }
      </Loading>
    </StaffFrame>
  )
}

const formWords: Record<leaving.ExportPage['forms'][number], { choice: string; notice: string }> = {
  protected: {
    choice: 'Lignes protégées : personne n’y est une ligne',
    notice:
      'Une ligne n’est pas une personne : dans un groupe de cinq au moins, les réponses de chaque page changent de main. Les comptes par zone, âge ou foyer restent vrais, et les croisements d’une même page aussi. Pour un tableau à montrer, prenez plutôt les documents de « Résultats ».',
  },
  full: {
    choice: 'Réponses entières : une ligne par personne',
    notice:
      'Même sans nom, ces réponses restent des données personnelles, et certaines sont sensibles : ne les diffusez pas, gardez-les sur un poste protégé, effacez-les après usage.',
  },
}

function Asking({ questionnaires, forms }: leaving.ExportPage) {
  const [form, setForm] = useState(forms[0]!)
  const [slug, setSlug] = useState(questionnaires[0]!.slug)
  const [format, setFormat] = useState<'csv' | 'jsonl'>('csv')
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState('')
  const [measured, setMeasured] = useState<string[]>([])
  const take = async () => {
    setFailure('')
    setMeasured([])
    try {
      const wanted = { params: { slug }, body: { format, reason } }
      const made =
        form === 'full'
          ? await call('POST /api/export/:slug/full', wanted)
          : await call('POST /api/export/:slug', wanted)
      save(made.file, new Blob([made.text], { type: made.type }))
      setReason('')
      setMeasured(made.measured)
      const left = made.unreadable > 0 ? ` Illisibles, laissées de côté\u202f: ${made.unreadable}.` : ''
      notify(`${made.rows} lignes enregistrées dans ${made.file}. L’export est écrit au journal.${left}`)
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <form className="form staff-narrow" onSubmit={submits(take)}>
      {forms.length > 1 && (
        <SelectField
          label="Ce qui sort"
          value={form}
          choices={forms.map((one) => ({ value: one, text: formWords[one].choice }))}
          onChange={setForm}
        />
      )}
      <p className="notice" data-kind="warm">
        {formWords[form].notice}
      </p>
      <SelectField
        label="Questionnaire"
        value={slug}
        choices={questionnaires.map((one) => ({ value: one.slug, text: `${one.title} (${one.count} fiches)` }))}
        onChange={setSlug}
      />
      <SelectField
        label="Format"
        value={format}
        choices={[
          { value: 'csv', text: 'CSV : pour un tableur' },
          { value: 'jsonl', text: 'JSON Lines : pour un script' },
        ]}
        onChange={setFormat}
      />
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
        <Button type="submit" kind="main">
          Exporter
        </Button>
      </div>
      {measured.length > 0 && (
        <section aria-label="Mesuré sur cet export">
          <h2>Mesuré sur cet export</h2>
          <ul>
            {measured.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </form>
  )
}
