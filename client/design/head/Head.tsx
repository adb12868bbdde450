/** What stands around the questions: title, audience, time, and the notice shown before the first one. */
import { setHead } from '../../../surveys/edit/head.ts'
import { setTexts, type TextAddress } from '../../../surveys/edit/texts.ts'
import { capital } from '../../../surveys/languages.ts'
import { audienceRows, audiences, isForYoung, unitRows, units } from '../../../surveys/questionnaire/audiences.ts'
import { announcedMinutes } from '../../../surveys/review/burden.ts'
import { SelectField, TextField } from '../../parts/staff/Field.tsx'
import { Section } from '../../parts/staff/Section.tsx'
import { asWritten } from '../draft/as-written.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { NoticeEditor } from './NoticeEditor.tsx'
import './head.css'

/** What the card says, and how a change of it is named. */
const texts = [
  { name: 'title', label: 'Titre', help: undefined, step: 'Titre du questionnaire' },
  {
    name: 'summary',
    label: 'Résumé',
    help: 'Une ligne sous le titre : de quoi il s’agit.',
    step: 'Résumé du questionnaire',
  },
  {
    name: 'audienceText',
    label: 'Pour qui, en mots',
    help: 'Par exemple : les familles d’enfants de moins de 12 ans.',
    step: 'Pour qui',
  },
] as const

export function Head({ room }: { room: DraftRoom }) {
  const { questionnaire, isReadOnly, published } = room
  const write = (label: string, at: TextAddress, words: string) =>
    room.change(label, (draft) => setTexts(draft, [{ at, language: 'fr', words }]))
  const { from, to } = announcedMinutes(questionnaire)
  return (
    <div className="head-tab">
      <Section id="head-card" title="La carte d’accueil">
        {texts.map(({ name, label, help, step }) => (
          <TextField
            key={name}
            label={label}
            help={help}
            value={asWritten(questionnaire[name])}
            readOnly={isReadOnly}
            onChange={(text) => write(step, [name], text)}
          />
        ))}
        <TextField
          label="Minutes, au plus"
          help={`Annoncé partout : ${from === to ? `environ ${to}` : `${from} à ${to}`}\u00a0min, comptées d’après les questions. Un nombre plus grand, mesuré au prétest, allonge l’annonce ; un plus petit ne la raccourcit pas.`}
          data-width="short"
          type="number"
          min={1}
          max={30}
          value={String(questionnaire.minutes)}
          readOnly={isReadOnly}
          onChange={(text) =>
            room.change('Minutes annoncées', (draft) =>
              setHead(draft, 'minutes', Math.max(1, Math.min(30, Math.trunc(Number(text) || 1)))),
            )
          }
        />
      </Section>
      <Section id="head-who" title="Qui répond">
        <SelectField
          label="Public"
          help="Il fixe le temps admis, et le « tu » ou le « vous »."
          value={questionnaire.audience}
          disabled={isReadOnly}
          choices={audiences.map((audience) => ({
            value: audience,
            text: `${audienceRows[audience].name}${isForYoung(audience) ? ' (on leur dit «\u202ftu\u202f»)' : ''}`,
          }))}
          onChange={(value) => room.change('Public', (draft) => setHead(draft, 'audience', value))}
        />
        <SelectField
          label="Une fiche compte pour"
          help={
            published ? 'Déjà publié : ce que compte une fiche ne change plus.' : 'Ce que les résultats compteront.'
          }
          value={questionnaire.unit}
          disabled={isReadOnly || published !== null}
          choices={units.map((unit) => ({ value: unit, text: capital(unitRows[unit].holder) }))}
          onChange={(value) => room.change('Unité', (draft) => setHead(draft, 'unit', value))}
        />
      </Section>
      <NoticeEditor room={room} />
    </div>
  )
}
