/** A draft as people will meet it, with the screens they will use; nothing is saved and nothing is sent. */

import { Component, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { isForYoung } from '../../../surveys/questionnaire/audiences.ts'
import { materialise, type ParameterValues } from '../../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { announcedMinutes, extraMinutes, shortMinutes } from '../../../surveys/review/burden.ts'
import { LazyQuestions, prepareQuestions } from '../../answer/way/LazyQuestions.tsx'
import { Notice } from '../../answer/way/Notice.tsx'
import { Keyboard } from '../../kiosk/visit/Keyboard.tsx'
import { useComfort } from '../../parts/comfort.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { isFramed } from '../../parts/framed.ts'
import { inLanguage, readIn } from '../../parts/inLanguage.ts'
import { Shell } from '../../parts/Shell.tsx'
import { Skeleton } from '../../parts/State.tsx'
import { Shared } from '../../parts/shared.ts'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Addressed, Spoken } from '../../words/useSay.ts'
import { begunAt, foundAt } from './begun-at.ts'
import '../../answer/answer.css'
import '../../kiosk/kiosk.css'
import './trial.css'

const asked = new URLSearchParams(location.search)
const isKiosk = asked.get('vue') === 'borne'
const place = asked.get('question') ?? ''

export function Trial({ slug }: { slug: string }) {
  const [loaded] = useLoaded(useCallback(() => call('GET /api/design/:slug', { params: { slug } }), [slug]))
  useEffect(() => {
    if (isKiosk) document.documentElement.dataset.room = 'kiosk'
  }, [])
  const room = loaded && 'value' in loaded ? loaded.value : null
  const source = room?.draft?.questionnaire ?? room?.published?.questionnaire
  return (
    <Shared value={isFramed ? '' : <span className="trial-badge">Aperçu</span>}>
      {loaded === null ? (
        <Shell>
          <Skeleton />
        </Shell>
      ) : room && source ? (
        <Unshown>
          <Way source={source} filled={room.filled} />
        </Unshown>
      ) : (
        <Shell>
          <p>Le brouillon n’a pas pu être lu. Rechargez la page.</p>
        </Shell>
      )}
    </Shared>
  )
}

function Way({ source, filled }: { source: Questionnaire; filled: ParameterValues }) {
  const { language } = useComfort()
  const { questionnaire, screen } = useMemo(() => {
    const found = foundAt(source, place)
    const begun = found ? begunAt(source, found) : { questionnaire: source, screen: '' }
    return { questionnaire: published(begun.questionnaire, filled), screen: begun.screen }
  }, [source, filled])
  const [stage, setStage] = useState<'notice' | 'questions' | 'end'>(screen === '' ? 'notice' : 'questions')
  /** Once gone through, it begins again at its beginning. */
  const [first, setFirst] = useState(screen)
  const [isShort, setIsShort] = useState(false)
  const frame = { title: inLanguage(questionnaire.title, language), isTrial: false, isDemo: false }
  return (
    <Addressed value={isForYoung(questionnaire.audience) ? 'tu' : 'vous'}>
      <Spoken value={readIn(questionnaire.title, language)}>
        {stage === 'questions' ? (
          <LazyQuestions
            questionnaire={questionnaire}
            draft={null}
            isShort={isShort}
            screen={first}
            channel=""
            frame={frame}
            isSending={false}
            refusal={null}
            send={() => setStage('end')}
          />
        ) : (
          <Shell {...frame}>
            {stage === 'notice' && (
              <Notice
                questionnaire={questionnaire}
                prepare={prepareQuestions}
                start={(isByShort) => {
                  setFirst('')
                  setIsShort(isByShort)
                  setStage('questions')
                }}
              />
            )}
            {stage === 'end' && <End again={() => setStage('notice')} />}
          </Shell>
        )}
        {isKiosk && <Keyboard />}
      </Spoken>
    </Addressed>
  )
}

function End({ again }: { again: () => void }) {
  return (
    <div className="stack message" lang="fr" dir="ltr">
      <h1>Fin de l’aperçu</h1>
      <p>Rien n’a été envoyé ni gardé. Un habitant verrait ici son reçu et son code.</p>
      <div className="actions">
        <Button kind="main" onClick={again}>
          Recommencer
        </Button>
      </div>
    </div>
  )
}

/** As it would be published now: what the authority has not said yet is replaced by the examples of the questionnaire. */
function published(source: Questionnaire, filled: ParameterValues): PublishedQuestionnaire {
  const { indicators: _, parameters: __, ...shared } = materialise(source, filled)
  const short = shortMinutes(shared)
  const extra = extraMinutes(shared)
  return {
    ...shared,
    span: announcedMinutes(shared),
    ...(short === null ? {} : { short }),
    ...(extra === null ? {} : { extra }),
    status: 'trial',
    opensAt: null,
    closesAt: null,
    freezesAt: null,
    invitation: 'none',
    trial: false,
    demo: false,
  }
}

/** A draft may be too unfinished to be drawn: it says so, and the designer around goes on. */
class Unshown extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }
  static getDerivedStateFromError = () => ({ isBroken: true })
  override render() {
    if (!this.state.isBroken) return this.props.children
    return (
      <Shell>
        <div className="stack message" lang="fr" dir="ltr">
          <h1>Cet aperçu ne peut pas encore se dessiner</h1>
          <p>Le brouillon est inachevé à un endroit : l’onglet Contrôle dit lequel.</p>
        </div>
      </Shell>
    )
  }
}
