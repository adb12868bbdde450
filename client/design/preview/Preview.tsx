/** The draft as people will meet it: on each screen, in each language, on paper, and in the order it is read aloud. */
import { useEffect, useRef, useState } from 'react'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { placeIn } from '../addresses.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { foundAt } from './begun-at.ts'
import { Listened } from './Listened.tsx'
import { PaperPreview } from './PaperPreview.tsx'
import { Screen } from './Screen.tsx'
import { type View, views } from './views.ts'
import './preview.css'

export function Preview({ room }: { room: DraftRoom }) {
  const [chosen, setChosen] = useState<string>(views[0]!.name)
  const turn = useSavedTurn(room)
  const [asked, setAsked] = useState(() => placeIn(location.hash))
  const found = asked === '' ? null : foundAt(room.questionnaire, asked)
  const place = found && { path: found.path, title: frenchOf(found.element.title) || found.element.name }
  const leavePlace = () => {
    history.replaceState(history.state, '', location.pathname)
    setAsked('')
  }
  const view = views.find(({ name }) => name === chosen)
  const choices = [
    ...views,
    { name: 'papier', title: 'Papier (PDF)' },
    { name: 'lecteur', title: 'Ordre du lecteur d’écran' },
  ] satisfies Pick<View, 'name' | 'title'>[]
  return (
    <div className="preview-tab">
      <fieldset className="preview-views">
        <legend className="visually-hidden">Comment le voir</legend>
        {choices.map(({ name, title }) => (
          <label key={name} className="pill drawn-field">
            <input type="radio" name="preview-view" checked={name === chosen} onChange={() => setChosen(name)} />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
      {view && (
        <Screen
          key={`${view.name} ${turn} ${place?.path}`}
          slug={room.slug}
          view={view}
          place={place}
          leavePlace={leavePlace}
        />
      )}
      {chosen === 'papier' && <PaperPreview room={room} />}
      {chosen === 'lecteur' && <Listened questionnaire={room.questionnaire} />}
    </div>
  )
}

/** Counts the times the draft was saved after a change: the frame reads the draft from the api. */
function useSavedTurn({ saving, questionnaire }: DraftRoom): number {
  const [turn, setTurn] = useState(0)
  const shown = useRef(questionnaire)
  useEffect(() => {
    if (saving !== 'saved' || shown.current === questionnaire) return
    shown.current = questionnaire
    setTurn((before) => before + 1)
  }, [saving, questionnaire])
  return turn
}
