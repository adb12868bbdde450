/** The canvas: the outline, the page as people will see it, what can be set. */
import { useState } from 'react'
import { findElement, pagesOf } from '../../../surveys/edit/places.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Spoken } from '../../words/useSay.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { AddDialog } from '../library/AddDialog.tsx'
import { KeepDialog } from '../library/KeepDialog.tsx'
import { Properties } from '../props/Properties.tsx'
import { Outline } from './Outline.tsx'
import { PageCanvas } from './PageCanvas.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { useSelection } from './selection.ts'
import type { Adding } from './tools.ts'
import { useDeeds } from './useDeeds.ts'
import { useIdentity } from './useIdentity.ts'
import '../../answer/answer.css'
import '../../answer/question/questions.css'
import '../../answer/week/week.css'
import './canvas.css'
import './outline.css'
import './page-canvas.css'
import './choices.css'
import '../library/library.css'
import '../props/properties.css'

const views = [
  { name: 'outline', title: 'Liste' },
  { name: 'page', title: 'Page' },
  { name: 'settings', title: 'Réglages' },
] as const
/** As in canvas.css. */
const oneColumn = '(max-width: 48rem)'
type View = (typeof views)[number]['name']
const inSight: Record<View, string> = {
  outline: '.outline [aria-current]',
  page: '.page-canvas [data-chosen]',
  settings: '.properties',
}

export function Page({ room }: { room: DraftRoom }) {
  const { questionnaire } = room
  const identity = useIdentity()
  const [selection, select] = useSelection(questionnaire, identity.renamed)
  const deeds = useDeeds(room, select)
  const [adding, setAdding] = useState<Adding | null>(null)
  const [removing, setRemoving] = useState<{ kind: 'page' | 'element'; path: string } | null>(null)
  const [keeping, setKeeping] = useState<string | null>(null)
  /** On a screen too narrow for three columns: the part beside the page, or in its place. */
  const [view, setView] = useState<View>(() => (matchMedia(oneColumn).matches ? 'page' : 'settings'))
  const found = selection.path === null ? null : findElement(questionnaire, selection.path)
  /** Chosen in the list, a question comes on the screen. */
  const choose = (name: string) => {
    select(name)
    setView((before) => (matchMedia(oneColumn).matches ? 'page' : before))
  }
  /** In one column a part takes the place of another: it begins with what is chosen, not where the other one was left. */
  const show = (next: View) => {
    setView(next)
    requestAnimationFrame(() => {
      if (!matchMedia(oneColumn).matches) return
      const isSettings = next === 'settings'
      document.querySelector(inSight[next])?.scrollIntoView({ block: isSettings ? 'start' : 'nearest' })
    })
  }
  const isEmpty = pagesOf(questionnaire).length === 0
  const tools = { room, selection, select, deeds, identity, add: setAdding, remove: setRemoving, keep: setKeeping }
  return (
    <Spoken value="fr">
      <fieldset className="canvas-views">
        <legend className="visually-hidden">Partie affichée</legend>
        {views.map(({ name, title }) => (
          <button key={name} type="button" data-view={name} aria-pressed={view === name} onClick={() => show(name)}>
            {title}
          </button>
        ))}
      </fieldset>
      <div className="canvas" data-view={view}>
        <Outline {...tools} select={choose} />
        {isEmpty ? (
          <div className="canvas-empty">
            <p>Ce questionnaire n’a pas encore de page.</p>
            {!room.isReadOnly && (
              <Button kind="main" onClick={() => deeds.addPage(null)}>
                Ajouter la première page
              </Button>
            )}
          </div>
        ) : (
          <PageCanvas {...tools} />
        )}
        <Properties
          room={room}
          selection={selection}
          found={found}
          select={select}
          identity={identity}
          onBack={() => show('page')}
        />
      </div>
      <p className="visually-hidden" role="status" aria-live="assertive">
        {deeds.said}
      </p>
      {adding && (
        <AddDialog deeds={deeds} adding={adding} questionnaire={questionnaire} onClose={() => setAdding(null)} />
      )}
      {keeping && <KeepDialog questionnaire={questionnaire} path={keeping} onClose={() => setKeeping(null)} />}
      {removing && (
        <RemoveDialog
          questionnaire={questionnaire}
          removing={removing}
          onClose={() => setRemoving(null)}
          onRemove={() => {
            setRemoving(null)
            if (removing.kind === 'page') deeds.removePage(removing.path)
            else deeds.remove(removing.path)
          }}
        />
      )}
    </Spoken>
  )
}
