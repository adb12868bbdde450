/** The languages: which are shown, what is missing in each, how it reads, and who has read it over. */
import { useMemo, useState } from 'react'
import { offeredLanguages, offerLanguage } from '../../../surveys/edit/head.ts'
import type { TextRow } from '../../../surveys/edit/texts.ts'
import { type Language, languageRows, languages } from '../../../surveys/languages.ts'
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
  chosen: readonly Language[]
  onChoose: (chosen: readonly Language[]) => void
}

export function Columns({ room, rows, missing, chosen, onChoose }: Props) {
  const [reading, setReading] = useState<Language | null>(null)
  const offered = offeredLanguages(room.questionnaire)
  const levels = useMemo(
    () =>
      languages.map((language) =>
        levelIn(
          rows.map(({ texts }) => texts[language]),
          language,
        ),
      ),
    [rows],
  )
  return (
    <>
      <fieldset className="texts-columns">
        <legend className="visually-hidden">Langues affichées</legend>
        {languages.map((language, at) => {
          const over = room.draft?.readOver[language]
          const isStale = over !== undefined && room.draft !== null && room.draft.updatedAt > over.at
          return (
            <div key={language} className="texts-column">
              <label className="choice">
                <input
                  type="checkbox"
                  checked={language === 'fr' || chosen.includes(language)}
                  disabled={language === 'fr'}
                  onChange={({ target }) =>
                    onChoose(target.checked ? [...chosen, language] : chosen.filter((other) => other !== language))
                  }
                />
                <span>
                  <b>{languageNames[language]}</b>
                  <small data-kind={!offered.includes(language) ? undefined : missing[language] > 0 ? 'warm' : 'good'}>
                    {!offered.includes(language)
                      ? 'pas proposée'
                      : missing[language] === 0
                        ? 'complet'
                        : `${missing[language]} ${missing[language] > 1 ? 'textes manquent' : 'texte manque'}`}
                  </small>
                </span>
              </label>
              {levels[at] && <p className="texts-level">{levels[at]}</p>}
              <p className="texts-level">
                {over ? `Relu par ${over.names}, le ${dayText(over.at)}` : 'Pas encore relu'}
                {isStale && ' ; changé depuis'}
              </p>
              {language !== 'fr' && !room.isReadOnly && (
                <button
                  type="button"
                  className={offered.includes(language) ? 'link' : 'button'}
                  onClick={() => {
                    const isOffered = !offered.includes(language)
                    room.change('Langues proposées', (draft) => offerLanguage(draft, language, isOffered))
                    onChoose(isOffered ? [...new Set([...chosen, language])] : chosen.filter((one) => one !== language))
                  }}
                >
                  {offered.includes(language) ? 'Ne pas la proposer' : 'La proposer'}
                  <span className="visually-hidden">{`\u202f: ${languageRows[language].french}`}</span>
                </button>
              )}
              {room.draft && (
                <button type="button" className="link" onClick={() => setReading(language)}>
                  {over ? 'Noter une autre relecture' : 'Noter une relecture'}
                  <span className="visually-hidden"> {inLanguageNamed[language]}</span>
                </button>
              )}
            </div>
          )
        })}
      </fieldset>
      {reading && <ReadOver room={room} language={reading} onClose={() => setReading(null)} />}
    </>
  )
}

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
