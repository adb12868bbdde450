/** « Continuer plus tard ou sur un autre appareil »: a copy that only twelve words open, and the words. */
import { useEffect, useRef, useState } from 'react'
import { shortDayText } from '../../../surveys/days.ts'
import { CodeBody } from '../../code/CodeBody.tsx'
import { addressOf, copied } from '../../code/picture.ts'
import { useSquare } from '../../code/SquareImage.tsx'
import { useOwnSay } from '../../code/words.ts'
import { Cut } from '../../parts/api.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { useLanguage, useSay } from '../../words/useSay.ts'
import type { Draft } from '../device/outbox.ts'
import { carry } from './carried.ts'
import { eraseCarried } from './erase.ts'

type Props = {
  /** The answers as they are now. */
  draft: Draft
  /** Notes the proof of the copy with the answers; undefined: it is erased. */
  note: (proof: string | undefined) => void
  leave: () => void
}

type Stage =
  | { at: 'asking'; failure?: 'cut' | 'failed'; isErased?: true }
  | { at: 'busy' }
  | { at: 'kept'; until: string }

export function Carry({ draft, note, leave }: Props) {
  const say = useSay()
  const sayOwn = useOwnSay()
  const language = useLanguage()
  const [stage, setStage] = useState<Stage>(navigator.onLine ? { at: 'asking' } : { at: 'asking', failure: 'cut' })
  useEffect(() => {
    const mend = () => setStage((now) => (now.at === 'asking' && now.failure === 'cut' ? { at: 'asking' } : now))
    addEventListener('online', mend)
    return () => removeEventListener('online', mend)
  }, [])
  const square = useSquare(addressOf(draft.code, '/reprendre'))
  const [message, setMessage] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  const isStored = stage.at === 'kept'
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new title is read when the screen changes
  useEffect(() => {
    title.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [isStored])
  const tried = async (work: () => Promise<Stage>) => {
    setStage({ at: 'busy' })
    setStage(await work().catch((error): Stage => ({ at: 'asking', failure: error instanceof Cut ? 'cut' : 'failed' })))
  }
  const keep = () =>
    tried(async () => {
      const { proof, until } = await carry({ draft, language })
      note(proof)
      return { at: 'kept', until }
    })
  const erase = () =>
    tried(async () => {
      await eraseCarried(draft.carried)
      note(undefined)
      return { at: 'asking', isErased: true }
    })
  const copy = async () => setMessage(say((await copied(draft.code)) ? 'code.copied' : 'code.notCopied'))
  const eraser = (
    <Button kind="quiet" disabled={stage.at === 'busy'} onClick={erase}>
      {sayOwn('carry.erase')}
    </Button>
  )
  if (stage.at !== 'kept')
    return (
      <div className="stack message">
        <h1 ref={title} tabIndex={-1}>
          {say('answer.carry')}
        </h1>
        <p>{sayOwn('carry.here')}</p>
        <p>{sayOwn('carry.elsewhere')}</p>
        <p role="status" className="code-message">
          {stage.at === 'asking' && stage.isErased && sayOwn('carry.erased')}
        </p>
        <p role="alert" className="question-problem">
          {stage.at === 'asking' && stage.failure && sayOwn(`carry.${stage.failure}`)}
        </p>
        <div className="actions">
          <Button kind="main" disabled={stage.at === 'busy'} onClick={() => void keep()}>
            {sayOwn(stage.at === 'busy' ? 'carry.keeping' : 'carry.keep')}
          </Button>
          <Button onClick={leave}>{sayOwn('carry.back')}</Button>
          {draft.carried !== undefined && eraser}
        </div>
      </div>
    )
  return (
    <div className="stack message">
      <h1 ref={title} tabIndex={-1}>
        {sayOwn('carry.kept', { date: shortDayText(stage.until, language) })}
      </h1>
      <p>
        <bdi>{sayOwn('carry.how', { address: addressOf([], '/reprendre').replace(/^https?:\/\//, '') })}</bdi>
      </p>
      <div className="code">
        <CodeBody code={draft.code} square={square} label={sayOwn('carry.qr')} />
      </div>
      <p>{sayOwn('carry.note')}</p>
      <p className="receipt-small">{sayOwn('carry.later')}</p>
      <p role="status" className="code-message">
        {message}
      </p>
      <div className="actions no-print">
        <Button kind="main" onClick={leave}>
          {sayOwn('carry.back')}
        </Button>
        <Button onClick={() => print()}>{say('code.print')}</Button>
        <Button onClick={() => void copy()}>{say('code.copy')}</Button>
        {eraser}
      </div>
    </div>
  )
}
