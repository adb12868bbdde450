/** One card: corrected with its history, its consent, its link; erased for good when the actor leaves. */
import { useCallback, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { directory } from '../../../api/wire/public.ts'
import { dayText, momentText } from '../../../surveys/days.ts'
import { newId } from '../../answer/way/chance.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { Choice } from '../../parts/staff/Choices.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { useDraft } from '../../parts/staff/draft.ts'
import { DayField, SelectField, TextField } from '../../parts/staff/Field.tsx'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { useSaving } from '../../parts/staff/useSaving.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { DraftNotice } from '../../staff/tables/DraftNotice.tsx'
import { CardForm } from './CardForm.tsx'
import './directory.css'

type Page = directory.ActorPage
type Consent = NonNullable<Page['consent']>
type Draft = Pick<Page, 'card' | 'revision'> & { hasConsent: boolean; consent: Consent }

const noConsent: Consent = { by: '', day: '', way: 'phone' }
const ways: { value: Consent['way']; text: string }[] = [
  { value: 'phone', text: 'Par téléphone' },
  { value: 'email', text: 'Par courriel' },
  { value: 'paper', text: 'Par écrit' },
  { value: 'meeting', text: 'En réunion' },
  { value: 'online', text: 'En ligne, par la structure' },
]

export function ActorPage({ id }: { id: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/directory/:actor', { params: { actor: id } }), [id]),
  )
  const page = loaded && 'value' in loaded ? loaded.value : null
  return (
    <StaffFrame title={page?.card.name || 'Ajouter une fiche'}>
      <nav aria-label="Retour" className="rooms room-nav">
        <Link href="/gerer/annuaire">← Annuaire des acteurs</Link>
      </nav>
      <Loading loaded={loaded} again={again}>
        {(value) => <Content key={value.revision} page={value} again={again} />}
      </Loading>
    </StaffFrame>
  )
}

function Content({ page, again }: { page: Page; again: () => void }) {
  return (
    <>
      {page.revision !== null && <Standing page={page} again={again} />}
      {page.canWrite && <Form page={page} again={again} />}
      {page.history.length > 0 && <History history={page.history} />}
    </>
  )
}

const stateWords: Record<Page['state'], string> = {
  shown: 'Cette fiche a l’accord de la structure : elle paraît dans l’annuaire ouvert.',
  unasked: 'Personne n’a encore donné son accord : cette fiche n’est pas publique.',
  proposed: 'La structure a écrit ou corrigé cette fiche elle-même. Lisez-la : elle paraîtra quand vous l’accepterez.',
}

function Standing({ page, again }: { page: Page; again: () => void }) {
  const { id: actor, revision, canWrite, state, checkedAt, isStale } = page
  const [, saving] = useSaving()
  const [link, setLink] = useState('')
  const [isErasing, setIsErasing] = useState(false)
  const [, navigate] = useLocation()
  const act = (work: () => Promise<unknown>, said: string) =>
    saving(async () => {
      await work()
      notify(said)
      again()
    })
  const makeLink = () =>
    saving(async () => {
      const { path } = await call('POST /api/directory/:actor/link', { params: { actor } })
      setLink(`${location.origin}${path}`)
    })
  const erase = () =>
    saving(async () => {
      await call('DELETE /api/directory/:actor', { params: { actor } })
      notify('La fiche est effacée.')
      navigate('/gerer/annuaire')
    })
  return (
    <section className="stack" aria-label="Où en est cette fiche">
      <p className="notice" data-kind={state === 'shown' && !isStale ? undefined : 'warm'}>
        {stateWords[state]}{' '}
        {checkedAt &&
          `Vérifiée le ${dayText(checkedAt)}${isStale ? ', il y a plus d’un an : appelez la structure' : ''}.`}
      </p>
      {canWrite && (
        <div className="actions">
          {state === 'proposed' && revision !== null && (
            <Button
              kind="main"
              onClick={() =>
                act(
                  () => call('POST /api/directory/:actor/accept', { params: { actor }, body: { revision } }),
                  'La fiche est acceptée.',
                )
              }
            >
              Accepter la fiche
            </Button>
          )}
          {state === 'shown' && (
            <Button
              onClick={() =>
                act(() => call('POST /api/directory/:actor/check', { params: { actor } }), 'La fiche est vérifiée.')
              }
            >
              Tout est encore juste
            </Button>
          )}
          {state === 'shown' && <Button onClick={makeLink}>Faire son lien</Button>}
          <Button kind="danger" onClick={() => setIsErasing(true)}>
            Effacer la fiche…
          </Button>
        </div>
      )}
      {page.link && link === '' && (
        <p className="muted">
          La structure a un lien depuis le {dayText(page.link.madeAt)} ; il sert jusqu’au {dayText(page.link.until)}. Un
          nouveau lien le remplace.
        </p>
      )}
      <div role="status">
        {link !== '' && (
          <div className="notice stack">
            <p>
              <b>Copiez ce lien maintenant :</b> il ne sera plus montré. Envoyez-le à la structure, et à elle seule.
            </p>
            <p className="mono own-link">{link}</p>
            <p>
              <Button onClick={() => void navigator.clipboard?.writeText(link)}>Copier le lien</Button>
            </p>
          </div>
        )}
      </div>
      <Dialog
        isOpen={isErasing}
        title="Effacer cette fiche ?"
        closeText="Annuler"
        onClose={() => setIsErasing(false)}
        actions={
          <DialogButton isDanger onPress={erase}>
            Effacer pour de bon
          </DialogButton>
        }
      >
        <p>
          Elle disparaît tout de suite de toutes les pages, avec son historique ; une sauvegarde restaurée ne la remet
          pas. Le journal garde que vous l’avez effacée, pas son nom.
        </p>
      </Dialog>
    </section>
  )
}

function Form({ page, again }: { page: Page; again: () => void }) {
  const { id, revision, card, consent } = page
  const initial: Draft = { card, revision, hasConsent: consent !== null, consent: consent ?? noConsent }
  const [draft, setDraft, dropDraft, isDraft] = useDraft<Draft>(`actor:${id}`, initial)
  const [errors, saving] = useSaving()
  const [, navigate] = useLocation()
  const isBehind = isDraft && draft.revision !== revision
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const setConsent = (change: Partial<Consent>) => set({ consent: { ...draft.consent, ...change } })
  const save = () =>
    saving(async () => {
      const actor = revision === null ? newId() : id
      const body = { card: draft.card, consent: draft.hasConsent ? draft.consent : null, revision: draft.revision }
      await call('PUT /api/directory/:actor', { params: { actor }, body })
      dropDraft(initial)
      notify('La fiche est enregistrée.')
      if (revision === null) navigate(`/gerer/annuaire/${actor}`)
      else again()
    })
  return (
    <div className="form">
      {isDraft && (
        <DraftNotice
          isBehind={isBehind}
          behind={{
            text: 'Quelqu’un a enregistré cette fiche depuis que vous avez commencé : comparez avant d’enregistrer.',
            keep: 'Mon brouillon remplacera la fiche',
          }}
          onKeep={() => set({ revision })}
          onDrop={() => dropDraft(initial)}
        />
      )}
      <CardForm
        card={draft.card}
        errors={errors}
        communes={page.communes}
        actions={page.actions}
        onChange={(next) => set({ card: next })}
      />
      <h2>L’accord</h2>
      <Choice
        checked={draft.hasConsent}
        onChange={(hasConsent) => set({ hasConsent })}
        text="La structure est d’accord pour que cette fiche soit publiée"
        help="Sans accord, la fiche reste entre collègues."
      />
      {draft.hasConsent && (
        <>
          <TextField
            label="Qui a donné son accord"
            help="Sa fonction, pas son nom : « la directrice »."
            error={errors['consent.by']}
            maxLength={160}
            value={draft.consent.by}
            onChange={(text) => setConsent({ by: text })}
          />
          <DayField
            label="Quand"
            error={errors['consent.day']}
            value={draft.consent.day}
            onChange={(day) => setConsent({ day })}
          />
          <SelectField
            label="Comment"
            value={draft.consent.way}
            choices={ways}
            onChange={(way) => setConsent({ way })}
          />
        </>
      )}
      <div className="actions">
        <Button kind="main" onClick={save}>
          Enregistrer la fiche
        </Button>
      </div>
    </div>
  )
}

const History = ({ history }: Pick<Page, 'history'>) => (
  <Section id="history-title" title="Historique">
    <ol reversed>
      {history.map(({ at, by, changes }) => (
        <li key={at}>
          <p>
            <b>{momentText(at)}</b>, {by === '' ? 'par la structure elle-même' : `par ${by}`}
          </p>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  </Section>
)
