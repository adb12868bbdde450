/** Makes a component follow a survey-core model: it is drawn again whenever an answer or what is asked changes. */
import { useEffect, useReducer } from 'react'
import type { SurveyModel } from 'survey-core'

export function useModel(model: SurveyModel, onChange: () => void) {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  useEffect(() => {
    const follow = () => {
      redraw()
      onChange()
    }
    const events = [
      model.onValueChanged,
      model.onDynamicPanelValueChanged,
      model.onDynamicPanelAdded,
      model.onDynamicPanelRemoved,
      model.onQuestionVisibleChanged,
      model.onPanelVisibleChanged,
      model.onPageVisibleChanged,
    ] as { add(f: () => void): void; remove(f: () => void): void }[]
    for (const event of events) event.add(follow)
    return () => {
      for (const event of events) event.remove(follow)
    }
  }, [model, onChange])
}
