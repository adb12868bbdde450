/** What stands around the questions: title, audience, time, and the notice shown before the first one. */
import { setHead } from '../../../surveys/edit/head.ts'
import { setTexts, type TextAddress } from '../../../surveys/edit/texts.ts'
import { audienceRows, audiences, isForYoung, unitRows, units } from '../../../surveys/questionnaire/audiences.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { announcedMinutes } from '../../../surveys/review/burden.ts'
import { Field, TextField } from '../../parts/staff/Field.tsx'
import { asWritten } from '../draft/as-written.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { NoticeEditor } from './NoticeEditor.tsx'
import './head.css'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export function Head({ room }: { room: DraftRoom }) {
  const { questionnaire, isReadOnly, published } = room
  const write = (label: string, at: TextAddress, words: string) =>
    room.change(label, (draft) => setTexts(draft, [{ at, language: 'fr', words }]))
  const { from, to } = announcedMinutes(questionnaire)
  return (
    <div className="head-tab">
      <section className="section" aria-labelledby="head-card">
        <h2 id="head-card">La carte d’accueil</h2>
        <TextField
          label="Titre"
          value={asWritten(questionnaire.title)}
          readOnly={isReadOnly}
          onChange={(text) => write('Titre du questionnaire', ['title'], text)}
        />
        <TextField
          label="Résumé"
          help="Une ligne sous le titre : de quoi il s’agit."
          value={asWritten(questionnaire.summary)}
          readOnly={isReadOnly}
          onChange={(text) => write('Résumé du questionnaire', ['summary'], text)}
        />
        <TextField
          label="Pour qui, en mots"
          help="Par exemple : les familles d’enfants de moins de 12 ans."
          value={asWritten(questionnaire.audienceText)}
          readOnly={isReadOnly}
          onChange={(text) => write('Pour qui', ['audienceText'], text)}
        />
        <TextField
          label="Minutes, au plus"
          help={`Annoncé partout : ${from === to ? `environ ${to}` : `${from} à ${to}`}\u00a0min, comptées d’après les questions. Un nombre plus grand, mesuré au prétest, allonge l’annonce ; un plus petit ne la raccourcit pas.`}
          data-width="short"
          type="number"
          min={1}
          max={30}
          value={questionnaire.minutes}
          readOnly={isReadOnly}
          onChange={(text) =>
            room.change('Minutes annoncées', (draft) =>
              setHead(draft, 'minutes', Math.max(1, Math.min(30, Math.trunc(Number(text) || 1)))),
            )
          }
        />
      </section>
      <section className="section" aria-labelledby="head-who">
        <h2 id="head-who">Qui répond</h2>
        <Field label="Public" help="Il fixe le temps admis, et le « tu » ou le « vous ».">
          {(props) => (
            <select
              {...props}
              className="field"
              value={questionnaire.audience}
              disabled={isReadOnly}
              onChange={({ target }) =>
                room.change('Public', (draft) => setHead(draft, 'audience', target.value as Questionnaire['audience']))
              }
            >
              {audiences.map((audience) => (
                <option key={audience} value={audience}>
                  {audienceRows[audience].name}
                  {isForYoung(audience) ? ' (on leur dit «\u202ftu\u202f»)' : ''}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="Une fiche compte pour"
          help={
            published ? 'Déjà publié : ce que compte une fiche ne change plus.' : 'Ce que les résultats compteront.'
          }
        >
          {(props) => (
            <select
              {...props}
              className="field"
              value={questionnaire.unit}
              disabled={isReadOnly || published !== null}
              onChange={({ target }) =>
                room.change('Unité', (draft) => setHead(draft, 'unit', target.value as Questionnaire['unit']))
              }
            >
              {units.map((unit) => (
                <option key={unit} value={unit}>
                  {capital(unitRows[unit].holder)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </section>
      <NoticeEditor room={room} />
    </div>
  )
}
