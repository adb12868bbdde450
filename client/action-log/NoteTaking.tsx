/** /carnet/noter: a usual activity in one tap, today, three numbers, done; with or without a network. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { actionLog } from '../../api/wire/public.ts'
import { emptyEntry } from '../../surveys/action-log/entry.ts'
import { dayOf, shortDayText } from '../../surveys/days.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Loading } from '../parts/Loading.tsx'
import { useDraft } from '../parts/staff/draft.ts'
import { Section } from '../parts/staff/Section.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { submits } from '../parts/staff/useSaving.ts'
import { waiting } from './device/held.ts'
import { useDesk } from './device/useDesk.ts'
import { EntryForm } from './EntryForm.tsx'
import { type Begun, begunFrom, fresh, useNoting } from './noting.ts'
import { WaitingList } from './WaitingList.tsx'
import { counted, peopleText } from './words.ts'

export function NoteTaking() {
  const [loaded, again] = useDesk()
  return (
    <StaffFrame title="Noter une séance">
      <WaitingList />
      <Loading loaded={loaded} again={again}>
        {(desk) => <Noting desk={desk} />}
      </Loading>
    </StaffFrame>
  )
}

function Noting({ desk }: { desk: actionLog.Desk }) {
  const [, go] = useLocation()
  const [query] = useSearchParams()
  const [wanted, setWanted] = useState(() => begunFrom(desk, query.get('suite')))
  const [draft, setDraft, dropDraft, isDraft] = useDraft<Begun | null>('action-log', null)
  // what was typed and not saved comes before what is asked for now
  const begun = draft?.isTouched ? draft : (wanted ?? draft)
  if (begun === null)
    return <Choosing desk={desk} choose={(entry, isUsual) => setDraft({ ...fresh(entry), isUsual })} />
  const leave = (to = '/carnet/noter') => {
    dropDraft(null)
    setWanted(null)
    go(to, { replace: true })
  }
  return (
    <Typing key={begun.id} desk={desk} begun={begun} isFound={isDraft} set={setDraft} drop={dropDraft} leave={leave} />
  )
}

/** A phone shows this many without a long way down; the most usual come first. */
const mostUsual = 6

/** The usual activities, one tap each. */
function Choosing({
  desk,
  choose,
}: {
  desk: actionLog.Desk
  choose: (entry: actionLog.Entry, isUsual: boolean) => void
}) {
  const today = dayOf(new Date())
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? desk.activities : desk.activities.slice(0, mostUsual)
  const rest = desk.activities.length - shown.length
  return (
    <Section id="usual" title={desk.activities.length > 0 ? 'Une activité habituelle ?' : 'Votre première séance'}>
      {desk.activities.length > 0 && (
        <ul className="log-usual">
          {shown.map(({ entry, times }) => (
            <li key={`${entry.activity}|${entry.commune}`}>
              <button
                type="button"
                className="log-tile tile-button"
                onClick={() => choose(againToday(entry, today), true)}
              >
                <b>{entry.activity}</b>
                <small>
                  {[desk.communes.find(({ value }) => value === entry.commune)?.name, entry.pilot]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
                <small>
                  {counted(times, 'fois', 'fois')} en un an, la dernière : {peopleText(entry.present)}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <Button
          kind={desk.activities.length === 0 ? 'main' : undefined}
          onClick={() => choose(emptyEntry(today), false)}
        >
          {desk.activities.length > 0 ? 'Une autre activité' : 'Commencer'}
        </Button>
        {rest > 0 && (
          <Button kind="quiet" onClick={() => setIsWhole(true)}>
            {rest === 1 ? 'Voir une habituelle de plus' : `Voir les ${rest} autres habituelles`}
          </Button>
        )}
      </div>
      {desk.activities.length === 0 && (
        <p className="muted">
          La prochaine fois, cette activité sera proposée ici : il ne restera que le nombre de personnes à noter.
        </p>
      )}
    </Section>
  )
}

/** What stays from one time to the next: everything but the day, the people and the note. */
const againToday = (entry: actionLog.Entry, day: string): actionLog.Entry => ({
  ...entry,
  day,
  state: 'done',
  why: '',
  present: null,
  ages: {},
  origins: {},
  families: null,
  note: '',
})

type TypingProps = {
  desk: actionLog.Desk
  begun: Begun
  isFound: boolean
  set: (begun: Begun) => void
  /** Nothing of it is to be found again on this device. */
  drop: (instead: Begun) => void
  leave: (to?: string) => void
}

function Typing({ desk, begun, isFound, set, drop, leave }: TypingProps) {
  const wasFound = useRef(isFound)
  const [isDone, setDone] = useState<'taken' | 'waiting' | null>(null)
  const noting = useNoting(desk, begun, (outcome, saved) => {
    drop(saved)
    setDone(outcome)
  })
  // while it waits here; once sent, the page says so
  const kept = useSyncExternalStore(waiting.subscribe, waiting.shown).find(({ id }) => id === begun.id)
  const isKept = isDone === 'waiting' && kept !== undefined
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isDone) title.current?.focus()
  }, [isDone])

  if (isDone)
    return (
      <section className="section log-done" aria-labelledby="done">
        <h2 id="done" ref={title} tabIndex={-1}>
          {isKept ? 'C’est noté sur cet appareil.' : 'C’est noté.'}
        </h2>
        <p>
          {begun.entry.activity}, {shortDayText(begun.entry.day, 'fr')} : {peopleText(begun.entry.present)}.
        </p>
        {isKept && kept.problem === '' && kept.like === null && (
          <p className="notice">
            Le réseau est coupé. La séance partira toute seule dès qu’il revient ; rien n’est perdu.
          </p>
        )}
        {noting.masked !== null && (
          <p className="notice" data-kind="warm">
            La note semble contenir un nom. Relisez-la dans le carnet : seules les structures se nomment.
          </p>
        )}
        <div className="actions">
          <Button kind="main" onClick={() => leave()}>
            Noter une autre séance
          </Button>
          <Button onClick={() => leave(isKept ? '/carnet' : `/carnet/${begun.id}`)}>
            {isKept ? 'Voir le carnet' : 'Voir la séance'}
          </Button>
        </div>
      </section>
    )
  return (
    <form className="form log-form" noValidate onSubmit={submits(() => noting.save(false))}>
      {wasFound.current && begun.isTouched && (
        <p className="notice">Nous avons retrouvé ce que vous tapiez : rien n’est perdu.</p>
      )}
      <EntryForm
        desk={desk}
        entry={begun.entry}
        set={(entry) => set({ ...begun, entry, isTouched: true })}
        errors={noting.errors}
        isUsual={begun.isUsual}
      />
      <div role="alert">
        {noting.problem && (
          <p className="notice" data-kind="warm">
            {noting.problem}
          </p>
        )}
        {noting.like && (
          <div className="notice" data-kind="warm">
            <p>
              «&#8239;{noting.like.activity}&#8239;» est déjà noté ce jour-là par {noting.like.by} :{' '}
              {peopleText(noting.like.present)}. Est-ce la même séance ?
            </p>
            <div className="actions">
              <Button onClick={() => leave(`/carnet/${noting.like!.id}`)}>C’est la même : ne rien ajouter</Button>
              <Button onClick={() => void noting.save(true)}>C’en est une autre : l’ajouter</Button>
            </div>
          </div>
        )}
        {noting.isUncounted && (
          <div className="notice" data-kind="warm">
            <p>Vous n’avez pas noté de nombre. Personne n’est venu, ou vous n’avez pas compté ?</p>
            <div className="actions">
              <Button
                onClick={() => {
                  const next = { ...begun, entry: { ...begun.entry, present: 0 }, isTouched: true }
                  set(next)
                  void noting.save(false, next)
                }}
              >
                Personne n’est venu : 0
              </Button>
              <Button onClick={() => void noting.save(false, { ...begun, isUncounted: true })}>
                Nous n’avons pas compté
              </Button>
            </div>
          </div>
        )}
      </div>
      <div className="actions log-save">
        <Button type="submit" kind="main" disabled={noting.isSending}>
          Enregistrer
        </Button>
        <Button kind="quiet" onClick={() => leave()}>
          Abandonner
        </Button>
      </div>
    </form>
  )
}
