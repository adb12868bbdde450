/** One encounter: what it was, what was agreed, the notes by question, the quotes chosen in them. */
import { useCallback, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { heard } from '../../api/wire/public.ts'
import { dayOf } from '../../surveys/days.ts'
import { encounterKinds, textOf } from '../../surveys/heard/encounter.ts'
import { guides } from '../../surveys/heard/guide.ts'
import { newId } from '../answer/way/chance.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Dialog, DialogButton } from '../parts/staff/Dialog.tsx'
import { dayText } from '../parts/staff/dates.ts'
import { useDraft } from '../parts/staff/draft.ts'
import { Submit } from '../parts/staff/Field.tsx'
import { Section } from '../parts/staff/Section.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { notify, orNotify } from '../parts/staff/Toasts.tsx'
import { submits, useSaving } from '../parts/staff/useSaving.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { type EncounterDraft, EncounterForm } from './EncounterForm.tsx'
import { HeardFrame } from './HeardFrame.tsx'
import { Notes } from './Notes.tsx'
import { QuoteDialog } from './QuoteDialog.tsx'
import { Quotes } from './Quotes.tsx'

const blank = (): EncounterDraft => ({
  kind: 'interview',
  day: dayOf(new Date()),
  place: '',
  facilitator: '',
  people: 1,
  voices: [],
  bands: [],
  mediation: '',
  guide: 'general',
  objectives: [],
  consent: { form: 'oral', scope: 'staff' },
  notes: guides[0]!.questions.map(({ id }) => ({ question: id, text: '' })),
  revision: null,
})

export function NewEncounter() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/heard'), []))
  const [, go] = useLocation()
  const first = useRef<EncounterDraft & { id: string }>(null)
  first.current ??= { ...blank(), id: newId() }
  const [draft, setDraft, dropDraft] = useDraft('encounter', first.current)
  const [errors, saving] = useSaving()
  const { id, ...encounter } = draft
  const save = () =>
    saving(async () => {
      await call('PUT /api/heard/encounters/:id', { params: { id }, body: encounter })
      dropDraft({ ...blank(), id: newId() })
      go(`/ecoute/rencontre/${id}`)
      notify('La rencontre est enregistrée, chiffrée. Vous pouvez y choisir des citations.')
    })
  return (
    <HeardFrame title="Noter une rencontre" lead="Des fonctions et des zones, jamais de noms.">
      <Loading loaded={loaded} again={again}>
        {({ places }) => (
          <form className="form" noValidate onSubmit={submits(save)}>
            <EncounterForm
              places={places}
              draft={draft}
              errors={errors}
              onChange={(next) => setDraft({ ...next, id })}
            />
            <Notes
              guide={draft.guide}
              notes={draft.notes}
              error={errors.notes}
              onChange={(notes) => setDraft({ ...draft, notes })}
            />
            <Submit>Enregistrer la rencontre</Submit>
          </form>
        )}
      </Loading>
    </HeardFrame>
  )
}

export function EncounterPage({ id }: { id: string }) {
  const [loaded, again] = useLoaded(
    useCallback(
      () => Promise.all([call('GET /api/heard/encounters/:id', { params: { id } }), call('GET /api/heard')]),
      [id],
    ),
  )
  const page = loaded && 'value' in loaded ? loaded.value[0] : null
  const title = page ? `${textOf(encounterKinds, page.encounter.kind)} du ${dayText(page.encounter.day)}` : 'Rencontre'
  return (
    <HeardFrame title={title} {...(page ? { lead: `Notes prises par ${page.encounter.byName}.` } : {})}>
      <Loading loaded={loaded} again={again}>
        {([known, { places }]) => <Known key={known.encounter.revision} page={known} places={places} again={again} />}
      </Loading>
    </HeardFrame>
  )
}

type KnownProps = { page: heard.EncounterPage; places: heard.HeardPage['places']; again: () => void }

function Known({ page, places, again }: KnownProps) {
  const { encounter, themes, uses } = page
  const { id, quotes, byName: _, ...stored } = encounter
  const [draft, setDraft, dropDraft, isDraft] = useDraft<EncounterDraft>(`encounter:${id}`, stored)
  const [errors, saving] = useSaving()
  const [chosen, setChosen] = useState('')
  const [isWithdrawing, setWithdrawing] = useState(false)
  const [, go] = useLocation()
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored)
  const isBehind = isDraft && draft.revision !== stored.revision
  const canQuote = stored.consent.scope !== 'notes'

  const save = () =>
    saving(async () => {
      await call('PUT /api/heard/encounters/:id', { params: { id }, body: draft })
      dropDraft(stored)
      notify('C’est enregistré.')
      again()
    })
  async function withdraw() {
    setWithdrawing(false)
    await orNotify(async () => {
      await call('POST /api/heard/encounters/:id/withdraw', { params: { id }, body: {} })
      dropDraft(stored)
      go('/ecoute')
      notify('L’accord est retiré : les notes et les citations sont effacées.')
    })
  }
  return (
    <>
      {isBehind && (
        <div className="notice" data-kind="warm">
          <p>
            Quelqu’un a enregistré cette rencontre depuis que vous avez commencé à la changer. Votre texte est gardé ici
            : comparez avant d’enregistrer.
          </p>
          <div className="actions">
            <Button onClick={() => setDraft({ ...draft, revision: stored.revision })}>
              Mon texte remplacera le dernier
            </Button>
            <Button kind="quiet" onClick={() => dropDraft(stored)}>
              Jeter mon texte
            </Button>
          </div>
        </div>
      )}
      <Quotes quotes={quotes} id={id} themes={themes} canQuote={canQuote} again={again} />
      <form className="form" noValidate onSubmit={submits(save)}>
        <Notes
          guide={draft.guide}
          notes={draft.notes}
          error={errors.notes}
          onChange={(notes) => setDraft({ ...draft, notes })}
          {...(canQuote && !isChanged ? { onQuote: setChosen } : {})}
        />
        <details>
          <summary>Ce que c’était, qui a parlé, l’accord donné</summary>
          <EncounterForm places={places} draft={draft} errors={errors} onChange={setDraft} />
        </details>
        <div className="actions">
          <Button type="submit" kind="main" disabled={!isChanged}>
            Enregistrer les changements
          </Button>
          {isChanged && canQuote && <span className="muted">Enregistrez, puis choisissez des citations.</span>}
        </div>
      </form>
      <Section id="withdraw-title" title="Si l’accord est retiré">
        <p>
          Les notes et les citations sont effacées de ce site, et ne reviennent d’aucune sauvegarde.{' '}
          {uses.length === 0
            ? 'Aucun document sorti ne reprend cette rencontre.'
            : `À corriger ensuite : ${uses.map(({ document, day }) => `${document} du ${dayText(day)}`).join(', ')}.`}
        </p>
        <div className="actions">
          <Button kind="danger" onClick={() => setWithdrawing(true)}>
            L’accord est retiré…
          </Button>
          <Link href="/ecoute">Revenir à la liste</Link>
        </div>
      </Section>
      {chosen !== '' && (
        <QuoteDialog
          id={id}
          text={chosen}
          themes={themes}
          encounter={encounter}
          onClose={() => setChosen('')}
          onDone={() => {
            setChosen('')
            again()
          }}
        />
      )}
      <Dialog
        isOpen={isWithdrawing}
        title="Effacer cette rencontre ?"
        closeText="Ne rien effacer"
        onClose={() => setWithdrawing(false)}
        actions={
          <DialogButton isDanger onPress={withdraw}>
            Effacer les notes et les citations
          </DialogButton>
        }
      >
        <p>
          C’est pour toujours. La liste dira seulement qu’un accord a été retiré, et quels documents citaient la
          rencontre.
        </p>
      </Dialog>
    </>
  )
}
