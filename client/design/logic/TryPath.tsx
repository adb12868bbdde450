/** A path tried step by step, with the screens people will use; beside it, what was asked and what was not. */
import { useMemo, useRef, useState } from 'react'
import type { Question, SurveyModel } from 'survey-core'
import { draw, modelOf } from '../../../surveys/answers/engine.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { Cards } from '../../answer/children/Cards.tsx'
import { capacity } from '../../answer/screens/capacity.ts'
import { problemsOf } from '../../answer/screens/problems.ts'
import { ScreenOf } from '../../answer/screens/ScreenOf.tsx'
import { questionsOf, screensOf } from '../../answer/screens/screens.ts'
import { useModel } from '../../answer/screens/useModel.ts'
import { answerRowOf } from '../../answer/types/catalogue.ts'
import { chance } from '../../answer/way/chance.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { submits } from '../../parts/staff/useSaving.ts'
import { useSay } from '../../words/useSay.ts'
import type { DraftRoom } from '../draft/useDraft.ts'

type Props = { room: DraftRoom; onClose: () => void }

export function TryPath({ room, onClose }: Props) {
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn starts again
  const model = useMemo(() => begun(room.questionnaire), [room.questionnaire, turn])
  return (
    <div className="try">
      <div className="both-ends">
        <h2>Tester un parcours</h2>
        <div className="actions">
          <Button kind="quiet" onClick={() => setTurn(turn + 1)}>
            Recommencer
          </Button>
          <Button onClick={onClose}>Revenir aux conditions</Button>
        </div>
      </div>
      {model === null ? (
        <p className="notice" data-kind="warm">
          Le questionnaire ne peut pas être rempli tel qu’il est : corrigez d’abord ce que le contrôle signale.
        </p>
      ) : (
        <Walk key={turn} model={model} />
      )}
    </div>
  )
}

function begun(questionnaire: Questionnaire): SurveyModel | null {
  try {
    return modelOf(materialise(questionnaire, {}), 'fr', draw(questionnaire.assigned ?? [], chance))
  } catch {
    return null
  }
}

const nothing = () => {}

function Walk({ model }: { model: SurveyModel }) {
  const say = useSay()
  useModel(model, nothing)
  const [key, setKey] = useState('')
  const [problems, setProblems] = useState(new Map<string, string>())
  const top = useRef<HTMLHeadingElement>(null)
  const screens = screensOf(model, capacity.wide)
  const at =
    key === 'end'
      ? screens.length
      : Math.max(
          0,
          screens.findIndex((screen) => screen.key === key),
        )
  const screen = screens[at]
  function goTo(next: string) {
    setProblems(new Map())
    setKey(next)
    requestAnimationFrame(() => top.current?.focus())
  }
  function next() {
    const found = screen ? problemsOf(questionsOf(screen.pieces), say) : new Map<string, string>()
    setProblems(found)
    if (found.size === 0) goTo(screensOf(model, capacity.wide)[at + 1]?.key ?? 'end')
  }
  const asked = model.getAllQuestions().filter(({ hasInput }) => hasInput)
  return (
    <div className="try-walk">
      <form className="try-screen boxed" noValidate onSubmit={submits(next)}>
        {screen === undefined ? (
          <div className="stack">
            <h3 ref={top} tabIndex={-1}>
              Fin du parcours
            </h3>
            <p>
              {asked.filter((question) => question.isVisibleInSurvey).length} questions posées sur {asked.length}. Rien
              n’est gardé de cet essai.
            </p>
          </div>
        ) : screen.cards ? (
          <Cards
            ref={top}
            group={screen.cards}
            page={screen.page}
            open={(index) =>
              goTo(screens.find(({ child }) => child?.group === screen.cards && child?.index === index)?.key ?? key)
            }
          />
        ) : (
          <ScreenOf ref={top} screen={screen} problems={problems} whole="Page sans titre" />
        )}
        <div className="actions">
          {at > 0 && (
            <Button kind="quiet" onClick={() => goTo(screens[at - 1]!.key)}>
              Retour
            </Button>
          )}
          {screen && !screen.cards?.canAddPanel && (
            <Button type="submit" kind="main">
              Suivant
            </Button>
          )}
        </div>
      </form>
      <section className="try-trail" aria-label="Le chemin suivi">
        <h3>Le chemin suivi</h3>
        <ol>
          {asked.map((question) => (
            <li
              key={question.id}
              data-asked={question.isVisibleInSurvey || undefined}
              data-done={!question.isEmpty() || undefined}
            >
              <span>{question.locTitle.textOrHtml.replaceAll('**', '')}</span>
              <small>{question.isVisibleInSurvey ? answerText(question) : 'pas posée'}</small>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function answerText(question: Question): string {
  if (question.isEmpty()) return 'sans réponse pour le moment'
  if (['weekhours', 'paneldynamic', 'matrix', 'numbers'].includes(question.getType())) return 'répondue'
  const shown: unknown = answerRowOf(question)?.said?.(question, 'fr') ?? question.displayValue
  return typeof shown === 'string' || typeof shown === 'number' ? String(shown) : 'répondue'
}
