/**
 * The pages of the committee on the whole screen, two screens each: the answer and what is decided, then what it would take.
 * Arrows turn them, and the decision is noted as it is taken.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { useSite } from '../../parts/site.ts'
import { Failure } from '../../parts/staff/Field.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { useCorrection } from '../plan/CorrectionDialog.tsx'
import { DecisionForm } from '../plan/DecisionForm.tsx'
import { Answer, Deciding, Grounds, Question } from './DecisionPage.tsx'
import { useRoom } from './room.ts'
import { unbroken } from './unbroken.ts'

/** `onClose` hears whether something was decided meanwhile. */
type Props = { pages: analyse.CommitteePage[]; onClose: (hasDecided: boolean) => void }

export function Slides({ pages: given, onClose }: Props) {
  const [pages, setPages] = useState(given)
  const dialog = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(0)
  /** Decisions noted here. */
  const [noted, setNoted] = useState(0)
  const [failure, setFailure] = useState('')
  const id = useId()
  const site = useSite()
  const screens = pages.length * 2
  const number = Math.floor(at / 2) + 1
  const isAnswer = at % 2 === 0
  const page = pages[number - 1]!
  const room = useRoom(dialog, `${at} ${noted}`)
  useEffect(() => {
    dialog.current?.showModal()
    onward.current?.focus()
    // a screen that refuses is no failure: the window fills the page all the same
    document.documentElement.requestFullscreen?.().catch(() => {})
    return () => {
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
    }
  }, [])
  const taken = useRef<HTMLDivElement>(null)
  // what is decided is read by the room at once, as the server keeps it
  const show = async () => {
    try {
      const fresh = (await call('GET /api/analyse/committee')).pages.map(unbroken)
      setPages(pages.map((one) => fresh.find(({ objective }) => objective === one.objective) ?? one))
      setFailure('')
    } catch (error) {
      // a message of the page would stand under this window
      setFailure(`La décision est notée. ${sentenceOf(error)}`)
    }
    setNoted(noted + 1)
  }
  const { correct, correction } = useCorrection(() => void show())
  useEffect(() => {
    if (noted > 0) taken.current?.focus()
  }, [noted])
  // at either end the button keeps the focus, and the keys with it
  const onward = useRef<HTMLButtonElement>(null)
  // whoever went on with the keys or a clicker goes on with the next one, the space bar too
  const turn = (by: number, isByKey = true) => {
    if (isByKey) onward.current?.focus()
    setAt(Math.min(Math.max(at + by, 0), screens - 1))
    dialog.current?.scrollTo(0, 0)
  }
  const press = (event: KeyboardEvent) => {
    // arrows belong to whoever types
    const typed = event.target as HTMLElement
    if (typed.closest('input, textarea, select') || typed.closest('dialog') !== dialog.current) return
    const by =
      event.key === ' '
        ? typed.closest('button, summary, a') === null
          ? event.shiftKey
            ? -1
            : 1
          : undefined
        : { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: -screens, End: screens }[event.key]
    if (by === undefined) return
    event.preventDefault()
    turn(by)
  }
  const { slug, indicator } = page.lead
  const open = async ({ at: noted, on }: (typeof page.decided)[number]) => {
    try {
      const { decisions } = await call('GET /api/analyse/:slug/findings/:indicator', {
        params: { slug: on.questionnaire, indicator: on.indicator },
      })
      const decision = decisions.find((one) => one.at === noted)
      if (decision) correct({ ...decision, on })
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <dialog
      ref={dialog}
      className="slides"
      aria-label="Pages du comité, en plein écran"
      onClose={() => onClose(noted > 0)}
      onKeyDown={press}
    >
      <nav className="slides-turn" aria-label="Écrans">
        <Button
          aria-disabled={at === 0}
          // pressed by hand, it leaves the keys to what goes on
          onClick={({ detail }) => turn(-1, detail > 0)}
        >
          ← Précédente
        </Button>
        <p role="status">
          Écran {at + 1} sur {screens}
        </p>
        <Button ref={onward} aria-disabled={at === screens - 1} onClick={() => turn(1)}>
          Suivante →
        </Button>
        {site?.demo && (
          <b className="badge" data-kind="warm">
            Données fictives
          </b>
        )}
        <Button kind="quiet" onClick={() => dialog.current?.close()}>
          Quitter
        </Button>
      </nav>
      <article className="slide decision-page" data-tight={room.isTight || undefined} aria-labelledby={id}>
        <Question page={page} number={number} id={id} />
        {isAnswer ? (
          <>
            <Answer page={page} room={room} />
            <div ref={taken} role="status" tabIndex={-1}>
              <Deciding page={page} room={room} correct={(one) => void open(one)} />
            </div>
            <Failure text={failure} />
            <details key={`${page.objective} ${noted}`} onToggle={showForm}>
              <summary>Noter ce qui est décidé</summary>
              <DecisionForm
                objective={page.objective}
                send={(body) =>
                  call('POST /api/analyse/:slug/findings/:indicator/decisions', { params: { slug, indicator }, body })
                }
                onDone={show}
              />
            </details>
          </>
        ) : (
          <Grounds page={page} room={room} />
        )}
      </article>
      {correction}
    </dialog>
  )
}

/** What was opened under the last line is in sight, ready to be typed in. */
function showForm({ currentTarget: form }: { currentTarget: HTMLDetailsElement }) {
  if (!form.open) return
  form.querySelector('textarea')?.focus({ preventScroll: true })
  form.scrollIntoView({ block: 'end' })
}
