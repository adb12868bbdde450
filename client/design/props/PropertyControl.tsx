/** One property: a box to tick, a number, a few words or a choice. */
import { useState } from 'react'
import { setProperty } from '../../../surveys/edit/elements.ts'
import { findElement } from '../../../surveys/edit/places.ts'
import { setTexts } from '../../../surveys/edit/texts.ts'
import type { DefinitionElement } from '../../../surveys/questionnaire/questionnaire.ts'
import { SelectField, TextField } from '../../parts/staff/Field.tsx'
import { asWritten } from '../draft/as-written.ts'
import { named } from '../draft/named.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { type Control, defaultOf } from './controls.ts'

type Props = { room: DraftRoom; path: string; element: DefinitionElement; control: Control }

export function PropertyControl({ room, path, element, control }: Props) {
  const { property, label, help, usual, kind, isText, choices, needs } = control
  const value = element[property]
  const fallback = defaultOf(element.type, property)
  const [typed, setTyped] = useState<string | null>(null)
  if (needs && element[needs] !== true) return null
  const set = (next: unknown) =>
    room.change(`${label} de ${named(room.questionnaire, path)}`, (draft) => setProperty(draft, path, property, next))
  if (kind === 'flag')
    return (
      <label className="tick">
        <input
          type="checkbox"
          checked={(value ?? fallback) === true}
          disabled={room.isReadOnly}
          onChange={({ target }) => set(target.checked === (fallback === true) ? undefined : target.checked)}
        />
        <span>
          {label}
          {help && <small>{help}</small>}
        </span>
      </label>
    )
  if (kind === 'choice')
    return (
      <SelectField
        label={label}
        help={help}
        value={String(value ?? fallback ?? '')}
        disabled={room.isReadOnly}
        choices={choices}
        onChange={set}
      />
    )
  if (kind === 'day')
    return (
      <TextField
        label={label}
        help={help}
        type="date"
        value={typeof value === 'string' ? value : ''}
        readOnly={room.isReadOnly}
        onChange={(text) => set(text === '' ? undefined : text)}
      />
    )
  if (kind === 'number') {
    const shown = typed ?? (value === undefined ? '' : String(value))
    const number = shown.trim() === '' ? undefined : Number(shown)
    const isWrong = number !== undefined && !control.isAllowed(number)
    return (
      <TextField
        label={label}
        help={help}
        error={isWrong ? 'Cette valeur n’est pas admise ici.' : undefined}
        inputMode="numeric"
        value={shown}
        placeholder={typeof fallback === 'number' && fallback > 0 ? String(fallback) : undefined}
        readOnly={room.isReadOnly}
        onChange={(text) => {
          setTyped(text)
          const next = text.trim() === '' ? undefined : Number(text)
          if (next === undefined || control.isAllowed(next)) set(next)
        }}
        onBlur={() => {
          if (!isWrong) setTyped(null)
        }}
      />
    )
  }
  const write = (words: string) =>
    room.change(`${label} de ${named(room.questionnaire, path)}`, (draft) => {
      const found = findElement(draft, path)
      if (!found || !isText) return setProperty(draft, path, property, words === '' ? undefined : words)
      const isBare = typeof value !== 'object' && words === ''
      return isBare
        ? setProperty(draft, path, property, undefined)
        : setTexts(draft, [{ at: [...found.at, property], language: 'fr', words }])
    })
  return (
    <TextField
      label={label}
      help={help}
      placeholder={usual}
      value={asWritten(value)}
      readOnly={room.isReadOnly}
      onChange={write}
    />
  )
}
