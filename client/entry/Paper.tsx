/** /gerer/papier: forms to print by batches, and what has come back of each. */
import { useCallback, useState } from 'react'
import type { paper, QuestionnaireList } from '../../api/wire.ts'
import type { Language } from '../../surveys/questionnaire.ts'
import { Loading } from '../admin/Loading.tsx'
import { ask, Refusal } from '../api.ts'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { dayText } from '../parts/staff/dates.ts'
import { Field } from '../parts/staff/Field.tsx'
import { useMe } from '../parts/staff/me.ts'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../parts/staff/staffApi.ts'
import { tell, tellBad } from '../parts/staff/Toasts.tsx'
import { useLoaded } from '../parts/useLoaded.ts'

const names: Record<Language, string> = {
  fr: 'français',
  'fr-facile': 'français simplifié',
  en: 'anglais',
  ar: 'arabe',
}

type Page = { batches: paper.Batch[]; questionnaires: QuestionnaireList['questionnaires'] }

async function load(): Promise<Page> {
  const [{ batches }, { questionnaires }] = await Promise.all([
    call<paper.Batches>('GET', '/api/paper'),
    ask<QuestionnaireList>('/api/questionnaires'),
  ])
  return { batches, questionnaires }
}

export function Paper() {
  const [loaded, again] = useLoaded(useCallback(load, []))
  const roles = useMe()?.account?.roles ?? []
  const mayPrint = roles.includes('admin') || roles.includes('publisher')
  return (
    <StaffFrame title="Papier" lead="Chaque feuille porte un numéro, pour la saisie, et un code que la personne garde.">
      <Loading loaded={loaded} again={again}>
        {({ batches, questionnaires }) => (
          <>
            {mayPrint && <PrintForm questionnaires={questionnaires} onPrinted={again} />}
            <BatchTable batches={batches} />
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

type FormProps = { questionnaires: Page['questionnaires']; onPrinted: () => void }

function PrintForm({ questionnaires, onPrinted }: FormProps) {
  const [slug, setSlug] = useState(questionnaires[0]?.slug ?? '')
  const [language, setLanguage] = useState<Language>('fr')
  const [count, setCount] = useState('10')
  const [copies, setCopies] = useState('2')
  const [isBusy, setBusy] = useState(false)
  const address = `/api/questionnaires/${slug}/paper`

  async function print(isSample: boolean) {
    setBusy(true)
    try {
      if (isSample) await download(`${address}?language=${language}&copies=${copies}`, `${slug}-${language}.pdf`)
      else {
        await download(address, `${slug}-${language}-lot.pdf`, {
          language,
          count: Number(count),
          copies: Number(copies),
        })
        tell('Le lot est prêt : imprimez-le en recto verso, puis effacez le fichier. Il contient les codes.')
        onPrinted()
      }
    } catch (error) {
      tellBad(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="form section"
      onSubmit={(event) => {
        event.preventDefault()
        print(false)
      }}
    >
      <h2>Imprimer un lot</h2>
      <Field label="Questionnaire">
        {(props) => (
          <select {...props} value={slug} onChange={(event) => setSlug(event.target.value)}>
            {questionnaires.map((line) => (
              <option key={line.slug} value={line.slug}>
                {typeof line.title === 'string' ? line.title : line.title.default}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Langue">
        {(props) => (
          <select {...props} value={language} onChange={(event) => setLanguage(event.target.value as Language)}>
            {Object.entries(names).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Nombre de feuilles" help="10 au plus par lot.">
        {(props) => (
          <input {...props} type="number" min="1" max="10" value={count} onChange={(e) => setCount(e.target.value)} />
        )}
      </Field>
      <Field label="Fiches par enfant" help="Pour les questionnaires qui posent des questions sur chaque enfant.">
        {(props) => (
          <input {...props} type="number" min="1" max="8" value={copies} onChange={(e) => setCopies(e.target.value)} />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button" data-kind="main" disabled={isBusy || slug === ''}>
          Préparer le lot
        </button>
        <button type="button" className="button" disabled={isBusy || slug === ''} onClick={() => print(true)}>
          Voir un spécimen
        </button>
      </div>
      <p className="muted" role="status">
        {isBusy ? 'Le document se prépare…' : ''}
      </p>
    </form>
  )
}

/** @throws Refusal as the api tells it */
async function download(path: string, name: string, body?: paper.NewBatch): Promise<void> {
  const sent = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(path, { method: body ? 'POST' : 'GET', credentials: 'same-origin', ...sent })
  if (!response.ok) throw new Refusal(response.status, await response.json().catch(() => ({})))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 })

function BatchTable({ batches }: { batches: paper.Batch[] }) {
  return (
    <section className="section">
      <h2>Lots imprimés</h2>
      <DataTable
        caption="Lots imprimés"
        isCaptionHidden
        rows={batches}
        keyOf={({ id }) => id}
        empty="Aucun lot n’a encore été imprimé."
        columns={[
          { title: 'Lot', isHeading: true, cell: ({ id }) => id },
          { title: 'Questionnaire', cell: ({ title, language }) => `${title} · ${names[language]}` },
          { title: 'Imprimé', cell: ({ at, by }) => `${dayText(at)}, ${by}` },
          { title: 'Saisies', cell: ({ entered, count }) => `${entered} sur ${count}` },
          { title: 'Secondes saisies', cell: ({ again, waiting }) => `${again} faites, ${waiting} à faire` },
          {
            title: 'Écarts',
            cell: ({ compared, different }) =>
              compared === 0 ? '—' : `${percent.format(different / compared)} (${different} sur ${compared} réponses)`,
          },
        ]}
      />
    </section>
  )
}
