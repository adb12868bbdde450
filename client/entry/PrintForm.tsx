/** What to print: which questionnaire, in which language, how many forms; and how far the printing has come. */
import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { PublishedQuestionnaire, QuestionnaireList } from '../../api/wire/public.ts'
import { type Language, languageRows, languages } from '../../surveys/languages.ts'
import { fieldsOf } from '../../surveys/questionnaire/fields.ts'
import { ask } from '../parts/api.ts'
import { Button } from '../parts/forms/Button.tsx'
import { SelectField, TextField } from '../parts/staff/Field.tsx'
import { sentenceOf } from '../parts/staff/staffApi.ts'
import { notify, notifyProblem } from '../parts/staff/Toasts.tsx'
import { submits } from '../parts/staff/useSaving.ts'
import { goOn, openRun, type Run, sample, save } from './printing.ts'

type Props = { questionnaires: QuestionnaireList['questionnaires']; onPrinted: () => void }

export function PrintForm({ questionnaires, onPrinted }: Props) {
  // in the address: whoever comes back, or prints again, finds the one chosen
  const [search, setSearch] = useSearchParams()
  const wanted = questionnaires.find((line) => line.slug === search.get('questionnaire')) ?? questionnaires[0]
  const slug = wanted?.slug ?? ''
  const setSlug = (questionnaire: string) => setSearch({ questionnaire }, { replace: true })
  const [language, setLanguage] = useState<Language>('fr')
  const [count, setCount] = useState('10')
  const [copies, setCopies] = useState('2')
  const [isBusy, setBusy] = useState(false)
  const [run, setRun] = useState<Run | null>(null)
  const [done, setDone] = useState(0)
  const [published, setPublished] = useState<PublishedQuestionnaire | null>(null)
  useEffect(() => {
    let isWanted = true
    setPublished(null)
    setLanguage('fr')
    if (slug !== '')
      ask('GET /api/questionnaires/:slug', { params: { slug } }).then(
        (found) => isWanted && setPublished(found),
        // printing it will say why it is not there
        () => {},
      )
    return () => {
      isWanted = false
    }
  }, [slug])
  const repeats = published !== null && fieldsOf(published.definition, published.assigned).some(({ parent }) => parent)
  useEffect(() => {
    if (run === null) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [run])

  async function busy(what: () => Promise<void>) {
    setBusy(true)
    try {
      await what()
    } catch (error) {
      notifyProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const print = (before: Run | null) =>
    busy(async () => {
      const now = before ?? (await openRun(slug, { language, count: Number(count), copies: Number(copies) }))
      setRun(now)
      setDone(now.done)
      save(await goOn(now, setDone))
      setRun(null)
      notify('Le lot est prêt : imprimez-le en recto verso, puis effacez le fichier. Il contient les codes.')
      onPrinted()
    })
  const stop = () => {
    setRun(null)
    onPrinted()
  }

  return (
    <form className="form section" onSubmit={submits(() => print(null))}>
      <h2>Imprimer un lot</h2>
      <SelectField
        label="Questionnaire"
        value={slug}
        choices={questionnaires.map((line) => ({
          value: line.slug,
          text: typeof line.title === 'string' ? line.title : line.title.default,
        }))}
        onChange={setSlug}
      />
      <SelectField
        label="Langue"
        value={language}
        choices={languages
          .filter((code) => published?.languages?.includes(code) ?? true)
          .map((code) => ({ value: code, text: languageRows[code].french }))}
        onChange={setLanguage}
      />
      <TextField
        label="Nombre de feuilles"
        help="300 au plus par lot. Comptez une seconde par feuille environ."
        data-width="short"
        type="number"
        min="1"
        max="300"
        required
        value={count}
        onChange={setCount}
      />
      {repeats && (
        <TextField
          label="Fiches par enfant"
          help="Le questionnaire pose des questions sur chaque enfant."
          data-width="short"
          type="number"
          min="1"
          max="8"
          required
          value={copies}
          onChange={setCopies}
        />
      )}
      {run === null ? (
        <div className="actions">
          <Button type="submit" kind="main" disabled={isBusy || slug === ''}>
            Préparer le lot
          </Button>
          <Button
            disabled={isBusy || slug === ''}
            onClick={() => void busy(async () => save(await sample(slug, language, Number(copies))))}
          >
            Voir un spécimen
          </Button>
        </div>
      ) : (
        <Progress run={run} done={done} isBusy={isBusy} goOn={() => void print(run)} stop={stop} />
      )}
      <p className="muted" role="status">
        {isBusy && run === null ? 'Le document se prépare…' : ''}
      </p>
    </form>
  )
}

type ProgressProps = { run: Run; done: number; isBusy: boolean; goOn: () => void; stop: () => void }

function Progress({ run: { id, count }, done, isBusy, goOn, stop }: ProgressProps) {
  return (
    <div className="stack print-progress">
      <p role="status">
        {isBusy
          ? `Lot ${id} : ${done} feuilles sur ${count}. Gardez cette page ouverte.`
          : `Le lot ${id} s’est arrêté à ${done} feuilles sur ${count}. Rien n’est perdu : continuez quand vous voulez, dans l’heure.`}
      </p>
      <progress className="progress-line" max={count} value={done} aria-label={`Feuilles du lot ${id}`} />
      {!isBusy && (
        <div className="actions">
          <Button kind="main" onClick={goOn}>
            Continuer le lot
          </Button>
          <Button onClick={stop}>Arrêter là</Button>
        </div>
      )}
    </div>
  )
}
