/** The questionnaire as JSON, for those who read it: checked at each line, put in the draft only when it can be. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../../parts/forms/Button.tsx'
import { useDraft as useTyped } from '../../parts/staff/draft.ts'
import { save } from '../../parts/staff/leaving.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import type { DraftRoom } from '../draft/useDraft.ts'
import { type Checked, checkJson } from './checks.ts'
import { type JsonEditor, openEditor } from './editor.ts'
import { Findings } from './Findings.tsx'
import './json.css'

const checkMs = 400

/** What is typed and not applied yet, with the draft it was typed on. */
type Typed = { text: string; on: string } | null

export function Json({ room }: { room: DraftRoom }) {
  const { slug, isReadOnly, questionnaire } = room
  const [typed, setTyped, dropTyped] = useTyped<Typed>(`design-json:${slug}`, null)
  const [checked, setChecked] = useState<Checked>({ findings: [], questionnaire: null })
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<JsonEditor>(null)
  const draft = useMemo(() => JSON.stringify(questionnaire, null, 2), [questionnaire])
  const held = isReadOnly ? null : typed
  const text = held?.text ?? draft
  const isChanged = held !== null && held.text !== draft
  const isBehind = isChanged && held.on !== draft
  // the editor outlives renders: it is opened once, on what stands now
  const latest = useRef({ draft, text, setTyped, dropTyped })
  latest.current = { draft, text, setTyped, dropTyped }

  useEffect(() => {
    const opened = openEditor({
      host: host.current!,
      text: latest.current.text,
      isReadOnly,
      label: 'Questionnaire en JSON',
      onChange: (next) => {
        const now = latest.current
        if (next === now.draft) now.dropTyped(null)
        else if (next !== now.text) now.setTyped({ text: next, on: now.draft })
      },
    })
    editor.current = opened
    return () => {
      opened.destroy()
      editor.current = null
    }
  }, [isReadOnly])

  // changed elsewhere, or undone: the editor follows while nothing of its own is typed
  const shown = useRef(text)
  useEffect(() => {
    if (shown.current !== text && held === null) editor.current?.write(text)
    shown.current = text
  }, [text, held])

  // biome-ignore lint/correctness/useExhaustiveDependencies: measures, reasons and the published version change with the draft
  useEffect(() => {
    const timer = setTimeout(() => {
      const found = checkJson(text, room)
      setChecked(found)
      editor.current?.show(
        found.findings.map(({ from, to, level, message }) => ({
          from,
          to: Math.min(to, text.length),
          severity: level === 'advice' ? 'warning' : 'error',
          message,
        })),
      )
    }, checkMs)
    return () => clearTimeout(timer)
  }, [text, questionnaire])

  const apply = useCallback(() => {
    const found = checkJson(latest.current.text, room)
    setChecked(found)
    const next = found.questionnaire
    if (next === null) return editor.current?.goTo(found.findings[0]?.from ?? 0)
    room.change('Modifier le JSON', () => next)
    dropTyped(null)
    notify('Le brouillon est changé. « Annuler » revient en arrière.')
  }, [room, dropTyped])
  const giveUp = () => {
    dropTyped(null)
    editor.current?.write(draft)
  }
  const saveDraft = () => save(`${slug}.json`, new Blob([draft], { type: 'application/json' }))
  const stops = checked.findings.filter(({ level }) => level === 'stop')
  return (
    <div className="json-tab">
      <div className="json-bar both-ends">
        <p className="muted">
          Pour qui lit le JSON. Le code (« slug ») ne change pas ici ; tout le reste, si. Dans le texte, la touche
          Tabulation décale la ligne : <b>Échap puis Tabulation</b> en sort. Ctrl + F cherche.
        </p>
        <div className="actions">
          <Button kind="quiet" onClick={saveDraft}>
            Enregistrer dans un fichier
          </Button>
          <Button kind="quiet" onClick={() => editor.current?.find()}>
            Chercher
          </Button>
          {!isReadOnly && (
            <>
              <Button kind="quiet" disabled={!isChanged} onClick={giveUp}>
                Revenir au brouillon
              </Button>
              <Button kind="main" disabled={!isChanged || stops.length > 0} onClick={apply}>
                Mettre dans le brouillon
              </Button>
            </>
          )}
        </div>
      </div>
      {isBehind && (
        <p className="notice" data-kind="warm">
          Le brouillon a changé depuis que vous avez commencé ce texte : le mettre dans le brouillon remplacerait ces
          changements.
        </p>
      )}
      <div className="json-columns">
        <div className="json-editor" ref={host} />
        <Findings
          findings={checked.findings}
          lineAt={(at) => editor.current?.lineAt(at) ?? 1}
          goTo={(at) => editor.current?.goTo(at)}
        />
      </div>
    </div>
  )
}
