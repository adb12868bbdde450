/** The code of a question: what answers are stored under, changed everywhere at once while nothing is published. */
import { useState } from 'react'
import { takenCodes } from '../../../surveys/edit/codes.ts'
import { setProperty } from '../../../surveys/edit/elements.ts'
import { allElements, type Found } from '../../../surveys/edit/places.ts'
import { readersOf } from '../../../surveys/edit/readers.ts'
import { renameElement } from '../../../surveys/edit/rename.ts'
import { semantics } from '../../../surveys/questionnaire/semantics.ts'
import { isAsked } from '../../../surveys/types/catalogue.ts'
import { isName } from '../../../surveys/types/rules.ts'
import { left } from '../../parts/focus/left.ts'
import { SelectField, TextField } from '../../parts/staff/Field.tsx'
import { named } from '../draft/named.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import type { Identity } from '../page/useIdentity.ts'

type Props = { room: DraftRoom; found: Found; select: (name: string) => void; identity: Identity }

export function Code({ room, found, select, identity }: Props) {
  const { element, path } = found
  /** null = as it is: whoever gives the question a title gives it a code. */
  const [own, setTyped] = useState<string | null>(null)
  const typed = own ?? element.name
  const isPublished =
    room.published !== null && allElements(room.published.questionnaire).some((other) => other.path === path)
  const readers = readersOf(room.questionnaire, path)
  const problem =
    typed === element.name
      ? undefined
      : !isName(typed)
        ? 'Des minuscules sans accent, des chiffres et « _ », une lettre d’abord.'
        : takenCodes(room.questionnaire).has(typed)
          ? 'Ce code sert déjà dans ce questionnaire.'
          : undefined
  function rename() {
    if (problem !== undefined || typed === element.name) return
    setTyped(null)
    const next = renameElement(room.questionnaire, path, typed)
    identity.renamed(path, next.path)
    room.renamed(path, next.path)
    room.change(`Code de ${named(room.questionnaire, path)}`, () => next.questionnaire)
    select(next.path)
  }
  return (
    <details>
      <summary>Code et rôle</summary>
      <TextField
        label="Code"
        error={problem}
        help={
          isPublished
            ? 'Déjà dans une version\u202f: il ne change plus, ses réponses y sont rangées.'
            : readers.length > 0
              ? `Il change aussi dans ${readers.length > 1 ? `les ${readers.length} endroits qui le lisent` : 'l’endroit qui le lit'}.`
              : 'Ses réponses y seront rangées.'
        }
        className="field mono"
        value={typed}
        readOnly={room.isReadOnly || isPublished}
        spellCheck={false}
        onBlur={left(rename)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') rename()
        }}
        onChange={setTyped}
      />
      {isAsked(element) && element.type !== 'paneldynamic' && (
        <SelectField
          label="Rôle dans l’analyse"
          help={
            element.role === 'birth-year'
              ? 'Une année à venir est refusée\u202f: le plus grand nombre admis suit le jour.'
              : 'À choisir seulement pour ces questions-là.'
          }
          value={typeof element.role === 'string' ? element.role : ''}
          disabled={room.isReadOnly}
          none="Aucun en particulier"
          choices={semantics}
          onChange={(value) =>
            room.change(`Rôle de ${named(room.questionnaire, path)}`, (draft) =>
              setProperty(draft, path, 'role', value || undefined),
            )
          }
        />
      )}
    </details>
  )
}
