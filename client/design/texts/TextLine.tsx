/** One text in the chosen languages: a box each, with what its reading asks. */

import { type ClipboardEvent, type KeyboardEvent, memo } from 'react'
import { Link } from 'wouter'
import { isMissing, isReasonUntranslated, isToCheck, type TextRow } from '../../../surveys/edit/texts.ts'
import { type Language, languageRows, type Translated } from '../../../surveys/languages.ts'
import { languageNames } from '../../parts/staff/languages.ts'
import { placeHref } from '../addresses.ts'
import { hintOf } from './hints.ts'

type Props = {
  slug: string
  row: TextRow
  /** Title of the question, page or group it belongs to. */
  place: string
  shown: readonly Language[]
  isReadOnly: boolean
  /** All of these must have the same identity at each render. */
  write: (row: TextRow, language: Language, words: string) => void
  /** The translation is right for the French of today. */
  confirm: (row: TextRow, language: Translated) => void
  press: (event: KeyboardEvent, row: TextRow, language: Language) => void
  paste: (event: ClipboardEvent, key: string, language: Language) => void
}

/** Without spaces: lists of ids are cut at them. */
export const cellId = (key: string, language: Language) => `texte-${language}-${key.replaceAll(/\s/g, '_')}`

export const TextLine = memo(function TextLine(props: Props) {
  const { slug, row, place, shown, isReadOnly, write, confirm, press, paste } = props
  const { key, label, path } = row
  return (
    <tr>
      <th scope="row">
        {label}
        {path !== '' && path !== 'notice' && (
          <Link href={placeHref(slug, path)} className="texts-place" aria-label={`Voir « ${place} » dans la page`}>
            {place}
          </Link>
        )}
      </th>
      {shown.map((language) => {
        const words = row.texts[language]
        const hint = hintOf(words, language)
        const { tag, direction } = languageRows[language]
        const id = cellId(key, language)
        const from = language === 'fr' ? undefined : row.madeFrom[language]
        const notes = [...(from === undefined ? [] : [`${id}-francais`]), ...(hint ? [`${id}-lecture`] : [])].join(' ')
        return (
          <td
            key={language}
            data-missing={isMissing(row, language) || isReasonUntranslated(row, language) || undefined}
            data-check={isToCheck(row, language) || undefined}
          >
            <span className="texts-language" aria-hidden="true">
              {languageNames[language]}
            </span>
            <textarea
              id={id}
              className="cell-field"
              lang={tag}
              dir={direction}
              rows={1}
              spellCheck
              readOnly={isReadOnly}
              aria-label={`${label}, ${place}, ${languageNames[language]}`}
              aria-describedby={notes || undefined}
              value={words}
              onChange={({ target: { value } }) =>
                write(row, language, row.isOneLine ? value.replaceAll('\n', ' ') : value)
              }
              onKeyDown={(event) => press(event, row, language)}
              onPaste={(event) => paste(event, key, language)}
            />
            {language !== 'fr' && from !== undefined && (
              <div className="texts-check">
                <p id={`${id}-francais`}>
                  <b>À vérifier.</b> Le français disait : « {from} »
                </p>
                {!isReadOnly && (
                  <button type="button" className="link" onClick={() => confirm(row, language)}>
                    C’est toujours juste
                    <span className="visually-hidden">{`\u202f: ${label}, ${place}, ${languageNames[language]}`}</span>
                  </button>
                )}
              </div>
            )}
            {hint && (
              <small className="texts-hint" id={`${id}-lecture`}>
                {hint}
              </small>
            )}
          </td>
        )
      })}
    </tr>
  )
}, isSame)

function isSame(before: Props, after: Props): boolean {
  const { row: one, ...was } = before
  const { row: two, ...is } = after
  const isSameRow =
    one.key === two.key &&
    one.label === two.label &&
    one.isOneLine === two.isOneLine &&
    one.at.join() === two.at.join() &&
    after.shown.every(
      (language) =>
        one.texts[language] === two.texts[language] &&
        (language === 'fr' || one.madeFrom[language] === two.madeFrom[language]),
    )
  return isSameRow && (Object.keys(is) as (keyof typeof is)[]).every((name) => was[name] === is[name])
}
