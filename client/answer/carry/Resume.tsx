/** /reprendre: twelve words, typed or scanned, open answers begun on another device where they were left. */

import { useCallback, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { wordsInAddress } from '../../code/address.ts'
import { CodeForm } from '../../code/CodeForm.tsx'
import { useOwnSay } from '../../code/words.ts'
import { isWorthRetrying } from '../../parts/api.ts'
import { setComfort } from '../../parts/comfort.ts'
import { FocusedTitle } from '../../parts/focus/FocusedTitle.tsx'
import { Button } from '../../parts/forms/Button.tsx'
import { Shell } from '../../parts/Shell.tsx'
import { Skeleton, State, type StateName, stateOf } from '../../parts/State.tsx'
import { bring } from '../device/begun.ts'
import { drafts } from '../device/outbox.ts'
import { takeOver } from '../device/tabs.ts'
import { Elsewhere } from '../way/Elsewhere.tsx'
import { type Carried, carriedUnder, isSent } from './carried.ts'
import '../answer.css'

type Stage =
  | { at: 'typing'; isUnknown?: true; typed?: string }
  | { at: 'opening' }
  /** These words lead to a response that was sent. */
  | { at: 'sent' }
  /** This device holds other answers to the same questionnaire. */
  | { at: 'taken'; carried: Carried }
  | { at: 'failed'; name: StateName; again: (() => void) | undefined }

export function Resume() {
  const sayOwn = useOwnSay()
  const [, navigate] = useLocation()
  const [stage, setStage] = useState<Stage>({ at: 'typing' })
  const goOn = useCallback(
    async ({ draft, language }: Carried) => {
      await drafts.save(draft)
      // the words of the language may not come: the questions do
      await setComfort({ language }).catch(() => {})
      bring(draft)
      navigate(`/q/${draft.questionnaire}`, { replace: true })
    },
    [navigate],
  )
  const open = useCallback(
    async (words: string[]) => {
      setStage({ at: 'opening' })
      try {
        const carried = await carriedUnder(words)
        if (!carried)
          return setStage(
            (await isSent(words)) ? { at: 'sent' } : { at: 'typing', isUnknown: true, typed: words.join(' ') },
          )
        const { draft } = carried
        await takeOver(draft.id)
        const here = await drafts.of(draft.questionnaire)
        if (here && here.id !== draft.id) return setStage({ at: 'taken', carried })
        // what was answered here since the copy was made is not lost
        await goOn(here && here.savedAt > draft.savedAt ? { ...carried, draft: here } : carried)
      } catch (error) {
        const again = isWorthRetrying(error) ? () => void open(words) : undefined
        setStage({ at: 'failed', name: stateOf(error), again })
      }
    },
    [goOn],
  )
  const isScanned = useRef(false)
  useEffect(() => {
    if (isScanned.current) return
    isScanned.current = true
    const words = wordsInAddress()
    if (words) void open(words)
  }, [open])
  return (
    <Shell title={sayOwn('carry.resume')}>
      {stage.at === 'opening' && <Skeleton />}
      {stage.at === 'failed' && <State name={stage.name} again={stage.again} />}
      {stage.at === 'typing' && (
        <CodeForm
          title={sayOwn('carry.resume')}
          verdict={stage.isUnknown ? { title: sayOwn('carry.none'), why: sayOwn('carry.noneMore') } : null}
          typed={stage.typed}
          label={sayOwn('carry.open')}
          open={(words) => void open(words)}
        />
      )}
      {stage.at === 'sent' && <Elsewhere here={null} isCarried />}
      {stage.at === 'taken' && <Taken carried={stage.carried} take={() => void goOn(stage.carried)} />}
    </Shell>
  )
}

function Taken({ carried, take }: { carried: Carried; take: () => void }) {
  const sayOwn = useOwnSay()
  return (
    <div className="stack message">
      <FocusedTitle>{sayOwn('carry.taken')}</FocusedTitle>
      <p>{sayOwn('carry.takenMore')}</p>
      <div className="actions">
        <Button kind="main" onClick={take}>
          {sayOwn('carry.takenYes')}
        </Button>
        <Link className="button" href={`/q/${carried.draft.questionnaire}`}>
          {sayOwn('carry.takenNo')}
        </Link>
      </div>
    </div>
  )
}
