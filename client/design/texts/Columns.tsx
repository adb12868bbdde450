/** The languages: what is missing in each, whether people are offered it, how it reads, and who has read it over. */
import { useMemo, useState } from 'react'
import { offeredLanguages, offerLanguage } from '../../../surveys/edit/head.ts'
import { digestOf } from '../../../surveys/edit/read-over.ts'
import type { TextRow } from '../../../surveys/edit/texts.ts'
import { type Language, languages } from '../../../surveys/languages.ts'
import { elementsIn, pathOf } from '../../../surveys/questionnaire/elements.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { dayText } from '../../parts/staff/dates.ts'
import { TextField } from '../../parts/staff/Field.tsx'
import { inLanguageNamed, languageNames } from '../../parts/staff/languages.ts'
import { useDeed } from '../draft/useAction.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { levelIn } from './hints.ts'

type Props = {
  room: DraftRoom
  rows: readonly TextRow[]
  missing: Record<Language, number>
  /** Reasons written in French alone. */
  untranslated: Record<Language, number>
  /** Translations whose French has changed since. */
  toCheck: Record<Language, number>
  chosen: readonly Language[]
  onChoose: (chosen: readonly Language[]) => void
}

export function Columns({ room, rows, missing, untranslated, toCheck, chosen, onChoose }: Props) {
  const [reading, setReading] = useState<Language | null>(null)
  const offered = offeredLanguages(room.questionnaire)
  /** Folded where the texts would begin below the screen; nothing else is there to be done in a page in French alone. */
  const [isOpen, setIsOpen] = useState(() => offered.length === 1 || matchMedia('(min-width: 80rem)').matches)
  /** Of the titles and helps of the questions, as the review has it. */
  const levels = useMemo(() => {
    const asked = new Set(elementsIn(room.questionnaire.definition).map(pathOf))
    const read = rows.filter(({ spot, at }) => asked.has(spot) && ['title', 'description'].includes(String(at.at(-1))))
    return languages.map((language) =>
      levelIn(
        read.map(({ texts }) => texts[language]),
        language,
      ),
    )
  }, [rows, room.questionnaire.definition])
  const read = room.draft?.readOver
  const digests = useMemo(
    () => languages.map((language) => (read?.[language]?.of ? digestOf(rows, language) : '')),
    [rows, read],
  )
  return (
    <details className="texts-languages" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>Proposer une langue, noter une relecture</summary>
      <div className="texts-columns">
        {languages.map((language, at) => {
          const over = room.draft?.readOver[language]
          const isStale = over !== undefined && (over.of ? over.of !== digests[at] : room.draft!.updatedAt > over.at)
          const isOffered = offered.includes(language)
          const left = leftIn(missing[language], untranslated[language], toCheck[language])
          return (
            <section key={language} className="texts-column" aria-label={languageNames[language]}>
              <h2>
                {languageNames[language]}{' '}
                <small data-kind={!isOffered ? undefined : left === '' ? 'good' : 'warm'}>{left || 'complet'}</small>
              </h2>
              {language === 'fr' ? (
                <p className="texts-level">Toujours proposé aux habitants</p>
              ) : (
                <label className="tick">
                  <input
                    type="checkbox"
                    checked={isOffered}
                    disabled={room.isReadOnly}
                    onChange={({ target: { checked } }) => {
                      room.change('Langues proposées', (draft) => offerLanguage(draft, language, checked))
                      onChoose(checked ? [...new Set([...chosen, language])] : chosen.filter((one) => one !== language))
                    }}
                  />
                  <span>Proposé aux habitants</span>
                </label>
              )}
              {levels[at] && <p className="texts-level">Questions : {levels[at]}</p>}
              <p className="texts-level">
                {over ? `Relu par ${over.names}, le ${dayText(over.at)}` : 'Pas encore relu'}
                {isStale && '\u202f; changé depuis'}
              </p>
              {room.draft && (
                <button type="button" className="link" onClick={() => setReading(language)}>
                  {over ? 'Noter une autre relecture' : 'Noter une relecture'}
                  <span className="visually-hidden"> {inLanguageNamed[language]}</span>
                </button>
              )}
            </section>
          )
        })}
      </div>
      {reading && <ReadOver room={room} language={reading} onClose={() => setReading(null)} />}
    </details>
  )
}

const leftIn = (missing: number, untranslated: number, toCheck: number): string =>
  [
    ...(missing > 0 ? [`${missing} ${missing > 1 ? 'textes manquent' : 'texte manque'}`] : []),
    ...(untranslated > 0 ? [`${untranslated} «\u202fpourquoi\u202f» à traduire`] : []),
    ...(toCheck > 0 ? [`${toCheck} à vérifier`] : []),
  ].join(', ')

function ReadOver({ room, language, onClose }: { room: DraftRoom; language: Language; onClose: () => void }) {
  const before = room.draft?.readOver[language]?.names ?? ''
  const [names, setNames] = useState(before)
  const [isBusy, act] = useDeed(room)
  const save = async () => {
    const readOver = { [language]: { names: names.trim() } }
    if (await act({ do: () => room.note({ readOver }), done: 'La relecture est notée.' })) onClose()
  }
  return (
    <Dialog
      isOpen
      title={`Relecture ${inLanguageNamed[language]}`}
      closeText="Annuler"
      onClose={onClose}
      actions={
        <DialogButton isDisabled={isBusy || names.trim() === before} onPress={() => void save()}>
          {names.trim() === '' && before !== '' ? 'Effacer la relecture' : 'Noter'}
        </DialogButton>
      }
    >
      <p>
        {language === 'fr-facile'
          ? 'Le français simplifié se relit avec des personnes qui lisent difficilement : notez qui l’a lu avec vous.'
          : 'Notez qui a relu tous les textes dans cette langue. La date s’ajoute toute seule.'}
      </p>
      <TextField
        label="Relu par"
        help="Des noms ou une équipe : « Samira B., interprète », « l’atelier FALC de l’ESAT »."
        maxLength={200}
        value={names}
        onChange={setNames}
      />
    </Dialog>
  )
}
