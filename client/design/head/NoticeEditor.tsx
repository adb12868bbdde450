/** The seven lines said before the first question, written as people will read them. */
import { useEffect, useRef } from 'react'
import { setNoticeLine } from '../../../surveys/edit/head.ts'
import { setTexts } from '../../../surveys/edit/texts.ts'
import { timeLine } from '../../../surveys/review/time-line.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { asWritten } from '../draft/as-written.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { EditText } from '../page/EditText.tsx'

export function NoticeEditor({ room }: { room: DraftRoom }) {
  const { questionnaire, isReadOnly } = room
  const lines = questionnaire.notice?.lines ?? []
  const list = useRef<HTMLOListElement>(null)
  // whoever comes to complete it lands in the first line left empty
  useEffect(() => {
    const areas = [...(list.current?.querySelectorAll('textarea') ?? [])]
    const empty = location.hash === '#notice' ? areas.find(({ value }) => value.trim() === '') : undefined
    empty?.focus()
    empty?.scrollIntoView({ block: 'center' })
  }, [])
  const write = (at: number, property: 'title' | 'text' | 'more', words: string) =>
    room.change(`Notice, ligne ${at + 1}`, (draft) =>
      setTexts(draft, [{ at: ['notice', 'lines', at, property], language: 'fr', words }]),
    )
  return (
    <section className="section" id="notice" aria-labelledby="notice-title">
      <div>
        <h2 id="notice-title">La notice</h2>
        <p className="muted">
          Lue avant la première question. Les mots entre %{'{…}'} sont remplis par les réglages du site à l’ouverture.
        </p>
      </div>
      <ol className="notice-editor" ref={list}>
        {lines.map((line, at) => (
          <li key={line.id}>
            <EditText
              label={`Ligne ${at + 1}, titre`}
              className="notice-editor-title"
              value={asWritten(line.title)}
              placeholder="Titre de la ligne"
              isOneLine
              isReadOnly={isReadOnly}
              onChange={(words) => write(at, 'title', words)}
            />
            {line.id === timeLine ? (
              <p className="muted">
                Le site écrit lui-même la durée annoncée et le dernier jour, à l’écran comme sur papier.
              </p>
            ) : (
              <EditText
                label={`Ligne ${at + 1}, texte`}
                value={asWritten(line.text)}
                placeholder="Ce qui est lu tout de suite"
                isReadOnly={isReadOnly}
                onChange={(words) => write(at, 'text', words)}
              />
            )}
            {line.more === undefined ? (
              !isReadOnly && (
                <Button
                  kind="quiet"
                  onClick={() =>
                    room.change(`Notice, ligne ${at + 1}`, (draft) => setNoticeLine(draft, at, { more: '' }))
                  }
                >
                  Ajouter « en savoir plus »<span className="visually-hidden"> à la ligne {at + 1}</span>
                </Button>
              )
            ) : (
              <div className="notice-editor-more">
                <p>En savoir plus</p>
                <EditText
                  label={`Ligne ${at + 1}, en savoir plus`}
                  value={asWritten(line.more)}
                  placeholder="Ce qui est lu par qui veut en savoir plus"
                  isReadOnly={isReadOnly}
                  onChange={(words) => write(at, 'more', words)}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
