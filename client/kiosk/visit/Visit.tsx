/** One person at the kiosk, from the first touch to « Terminer »: all of it lives in this component and goes with it. */

import { useState } from 'react'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { isForYoung } from '../../../surveys/questionnaire/audiences.ts'
import { Invitation } from '../../answer/way/Invitation.tsx'
import { LazyQuestions, prepareQuestions } from '../../answer/way/LazyQuestions.tsx'
import { Notice } from '../../answer/way/Notice.tsx'
import { countUse } from '../../parts/api.ts'
import { Boundary } from '../../parts/Boundary.tsx'
import { useComfort } from '../../parts/comfort.ts'
import { inLanguage, readIn } from '../../parts/inLanguage.ts'
import { Shell } from '../../parts/Shell.tsx'
import { Shared } from '../../parts/shared.ts'
import { Addressed, Spoken } from '../../words/useSay.ts'
import { Ask } from '../Ask.tsx'
import type { Tablet } from '../queue/database.ts'
import { saveResponse } from '../save.ts'
import { useKioskSay } from '../words.ts'
import { Choose } from './Choose.tsx'
import { Lost, Thanks } from './Ending.tsx'
import { Idle } from './Idle.tsx'
import { Keyboard } from './Keyboard.tsx'
import { PhoneLink } from './PhoneLink.tsx'
import '../../answer/answer.css'

type Props = { tablet: Tablet; questionnaires: PublishedQuestionnaire[]; leave: () => void }

export function Visit({ tablet, questionnaires, leave }: Props) {
  const [slug, setSlug] = useState(questionnaires.length === 1 ? questionnaires[0]!.slug : null)
  const [isStopping, setIsStopping] = useState(false)
  const [isSaved, setIsSaved] = useState(false)
  const { language } = useComfort()
  const say = useKioskSay()
  const questionnaire = questionnaires.find((one) => one.slug === slug)
  // once saved there is nothing left to stop
  const wayOut = isSaved ? (
    ''
  ) : (
    <button type="button" className="button stop" onClick={() => setIsStopping(true)}>
      {say('stop')}
    </button>
  )
  return (
    <Addressed value={questionnaire && isForYoung(questionnaire.audience) ? 'tu' : 'vous'}>
      <Shared value={wayOut}>
        {questionnaire ? (
          <Spoken value={readIn(questionnaire.title, language)}>
            <Boundary
              instead={() => (
                <Shell>
                  <Lost isBusy={false} stop={leave} retry={leave} />
                </Shell>
              )}
            >
              <Way tablet={tablet} questionnaire={questionnaire} leave={leave} onSaved={() => setIsSaved(true)} />
            </Boundary>
          </Spoken>
        ) : (
          <Shell>
            <Choose questionnaires={questionnaires} choose={setSlug} />
          </Shell>
        )}
        {isStopping && <Stop goOn={() => setIsStopping(false)} leave={leave} />}
        <Keyboard />
        <Idle over={leave} isSaved={isSaved} />
      </Shared>
    </Addressed>
  )
}

function Stop({ goOn, leave }: { goOn: () => void; leave: () => void }) {
  const say = useKioskSay()
  return (
    <Ask title={say('stopTitle')} yes={say('stopNo')} no={say('stopYes')} onYes={goOn} onNo={leave}>
      <p>{say('stopText')}</p>
    </Ask>
  )
}

type Stage =
  | { at: 'notice' }
  | { at: 'code' }
  | { at: 'questions' }
  | { at: 'saved'; code: readonly string[] }
  | { at: 'lost' }
type WayProps = { tablet: Tablet; questionnaire: PublishedQuestionnaire; leave: () => void; onSaved: () => void }

function Way({ tablet, questionnaire, leave, onSaved }: WayProps) {
  const { language } = useComfort()
  const [stage, setStage] = useState<Stage>({ at: 'notice' })
  const [finished, setFinished] = useState<{ response: SentResponse; code: readonly string[] } | null>(null)
  const [isShort, setIsShort] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [invitation, setInvitation] = useState<string | null>(null)
  const frame = {
    title: inLanguage(questionnaire.title, language),
    isTrial: questionnaire.trial,
    isDemo: questionnaire.demo,
  }
  const send = async (response: SentResponse, code: readonly string[]) => {
    setFinished({ response, code })
    setIsBusy(true)
    const isSaved = await saveResponse(invitation === null ? response : { ...response, invitation }, tablet).catch(
      () => false,
    )
    setIsBusy(false)
    if (isSaved) onSaved()
    setStage(isSaved ? { at: 'saved', code } : { at: 'lost' })
  }
  const start = (isByShort: boolean) => {
    setIsShort(isByShort)
    if (language === 'fr-facile') void countUse('easy')
    setStage({ at: questionnaire.invitation === 'none' ? 'questions' : 'code' })
  }
  const begin = (code: string | null) => {
    setInvitation(code)
    setStage({ at: 'questions' })
  }
  if (stage.at === 'questions')
    return (
      <LazyQuestions
        questionnaire={questionnaire}
        draft={null}
        isShort={isShort}
        channel={tablet.orders.channel}
        frame={frame}
        isSending={isBusy}
        refusal={null}
        send={send}
      />
    )
  return (
    <Shell {...frame}>
      {stage.at === 'notice' && (
        <Notice questionnaire={questionnaire} prepare={prepareQuestions} start={start}>
          <PhoneLink slug={questionnaire.slug} channel={tablet.orders.channel} />
        </Notice>
      )}
      {stage.at === 'code' && (
        <Invitation
          slug={questionnaire.slug}
          trouble={null}
          isOptional={questionnaire.invitation === 'optional'}
          isAfter={false}
          isOfflineFine
          go={begin}
          without={() => begin(null)}
        />
      )}
      {stage.at === 'saved' && <Thanks questionnaire={questionnaire} code={stage.code} done={leave} />}
      {stage.at === 'lost' && (
        <Lost
          isBusy={isBusy}
          stop={leave}
          retry={() => {
            if (finished) void send(finished.response, finished.code)
          }}
        />
      )}
    </Shell>
  )
}
