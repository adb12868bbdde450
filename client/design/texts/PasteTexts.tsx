/** A column copied from a spreadsheet, looked at before anything is changed. */

import { useState } from 'react'
import { cellsIn, pastedTexts } from '../../../surveys/edit/pasted.ts'
import type { TextChange, TextRow } from '../../../surveys/edit/texts.ts'
import { languageRows } from '../../../surveys/languages.ts'
import { type Language, languages } from '../../../surveys/questionnaire/questionnaire.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Dialog } from '../../parts/staff/Dialog.tsx'
import { SelectField, TextAreaField } from '../../parts/staff/Field.tsx'
import { inLanguageNamed, languageNames } from '../../parts/staff/languages.ts'
import { Beside } from './Beside.tsx'

/** `from`: key of the text it was pasted on; null for the whole column. */
export type Pasting = { language: Language; from: string | null; text: string }

type Props = {
  /** Those shown, which a column without keys fills in their order. */
  rows: readonly TextRow[]
  /** Those a key may name. */
  all: readonly TextRow[]
  first: Pasting
  onClose: () => void
  onApply: (changes: TextChange[], label: string, message: string) => void
}

export function PasteTexts({ rows, all, first, onClose, onApply }: Props) {
  const [{ language, from, text }, setPasting] = useState(first)
  const start = from === null ? 0 : rows.findIndex(({ key }) => key === from)
  const below = rows.slice(start)
  const count = cellsIn(text).length
  // pasted on a text, a column fills as many as it has; pasted as a whole, it must fit
  const target = from !== null && count <= below.length && isColumn(text) ? below.slice(0, count) : below
  const pasted = pastedTexts(isColumn(text) ? target : all, language, text)
  const problem = text === '' || !('problem' in pasted) ? undefined : pasted.problem
  const changes = 'changes' in pasted ? pasted.changes : []
  const one = rows[start]
  const into =
    [...new Set(changes.map((change) => inLanguageNamed[change.language]))].join(', ') || inLanguageNamed[language]
  const apply = () =>
    onApply(
      changes,
      `Coller des textes ${into}`,
      `${changes.length} ${changes.length > 1 ? 'textes collés' : 'texte collé'} ${into}. « Annuler » revient en arrière.`,
    )
  return (
    <Dialog
      isOpen
      isWide
      title="Coller une colonne de textes"
      closeText="Annuler"
      onClose={onClose}
      actions={
        <>
          <Button kind="main" disabled={changes.length === 0} onClick={apply}>
            {from !== null
              ? 'Une ligne par texte'
              : changes.length === 0
                ? 'Coller'
                : `Coller ${changes.length} ${changes.length > 1 ? 'textes' : 'texte'}`}
          </Button>
          {from !== null && one && (
            <Button
              onClick={() =>
                onApply(
                  [{ at: one.at, language, words: text.trim() }],
                  `Coller un texte ${inLanguageNamed[language]}`,
                  'Le texte est collé dans sa case.',
                )
              }
            >
              Tout dans une case
            </Button>
          )}
        </>
      }
    >
      <p>
        {from === null
          ? 'Dans votre tableur, copiez la colonne des textes, une ligne par texte dans l’ordre d’ici ; ou deux colonnes, les repères puis les textes, dans n’importe quel ordre. Ce que «\u202fCopier pour un tableur\u202f» a copié se recolle entier, avec ses titres.'
          : `Ce que vous collez compte ${count} lignes. Elles rempliront les textes à partir de « ${one?.label} » (${one?.part}), ou iront toutes dans cette case.`}{' '}
        Une case vide ne change rien.
      </p>
      <SelectField
        label="Langue de la colonne"
        data-width="short"
        value={language}
        choices={languages.map((each) => ({ value: each, text: languageNames[each] }))}
        onChange={(value) => setPasting({ from, text, language: value })}
      />
      <TextAreaField
        label="Colonne copiée"
        error={problem}
        className="field mono"
        rows={8}
        spellCheck={false}
        lang={languageRows[language].tag}
        dir={languageRows[language].direction}
        value={text}
        onChange={(value) => setPasting({ from, language, text: value })}
      />
      <p role="status">
        {text !== '' &&
          !problem &&
          (changes.length === 0
            ? 'Ces textes sont déjà là : rien ne changerait.'
            : `${changes.length} ${changes.length > 1 ? 'textes changeront' : 'texte changera'} ${into}.`)}
      </p>
      <Beside rows={all} changes={changes} />
    </Dialog>
  )
}

const isColumn = (text: string) => cellsIn(text).every((row) => row.length < 2)
