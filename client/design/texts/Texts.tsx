/** Every text of the questionnaire in four languages side by side: what is missing, how it reads, who has read it over. */
import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { offeredLanguages } from '../../../surveys/edit/head.ts'
import { cellsIn } from '../../../surveys/edit/pasted.ts'
import {
  isReasonUntranslated,
  isToCheck,
  isToDo,
  missingIn,
  nextToDo,
  setTexts,
  type TextChange,
  type TextRow,
  textsOf,
} from '../../../surveys/edit/texts.ts'
import { setTranslatedFrom } from '../../../surveys/edit/translated-from.ts'
import { byLanguage, type Language, languages, type Translated, translated } from '../../../surveys/languages.ts'
import type { TranslatedFrom } from '../../../surveys/questionnaire/questionnaire.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { asText } from '../../parts/staff/cells.ts'
import { inLanguageNamed, languageNames } from '../../parts/staff/languages.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { textsAsked } from '../addresses.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { Columns } from './Columns.tsx'
import { More } from './More.tsx'
import { PasteTexts, type Pasting } from './PasteTexts.tsx'
import { cellId, TextLine } from './TextLine.tsx'
import { XliffDialog } from './XliffDialog.tsx'
import './texts.css'

export function Texts({ room }: { room: DraftRoom }) {
  const { slug, questionnaire, change, isReadOnly } = room
  const [chosen, setChosen] = useState<readonly Language[]>(() => {
    const first =
      textsAsked(location.hash)?.language ??
      translated.find((language) => offeredLanguages(questionnaire).includes(language))
    return first ? [first] : []
  })
  const [pasting, setPasting] = useState<Pasting | null>(null)
  const [isTranslating, setIsTranslating] = useState(false)
  /** Keys of what was to be done when only that was asked for: a text just written stays where it is. */
  const [onlyToDo, setOnlyToDo] = useState<ReadonlySet<string> | null>(null)
  const shown = useMemo(() => languages.filter((language) => language === 'fr' || chosen.includes(language)), [chosen])
  const rows = useMemo(() => textsOf(questionnaire), [questionnaire])
  const titles = useMemo(() => titlesIn(rows), [rows])
  const visible = onlyToDo ? rows.filter(({ key }) => onlyToDo.has(key)) : rows
  const last = useRef<{ key: string; language: Language } | null>(null)
  const latest = useRef({ visible, shown, questionnaire })
  latest.current = { visible, shown, questionnaire }

  const goTo = useCallback((key: string, language: Language) => {
    const cell = document.getElementById(cellId(key, language))
    cell?.focus()
    cell?.scrollIntoView({ block: 'nearest' })
    last.current = { key, language }
  }, [])
  const goToNext = useCallback(() => {
    const { visible: among, shown: asked } = latest.current
    const next = nextToDo(among, asked, last.current)
    if (next) goTo(next.key, next.language)
    else notify('Rien ne reste à faire dans les langues affichées.')
  }, [goTo])
  useEffect(() => {
    // wherever one is on the page; a cell goes on from its own text
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented) return
      event.preventDefault()
      goToNext()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [goToNext])
  useEffect(() => {
    // from an issue of the review: the text it is about, in the language it named
    const asked = textsAsked(location.hash)
    const first = asked && askedText(textsOf(latest.current.questionnaire), asked)
    if (first) goTo(first.key, first.language)
  }, [goTo])

  const write = useCallback(
    (row: TextRow, language: Language, words: string) => {
      last.current = { key: row.key, language }
      change(`Écrire « ${row.label} » ${inLanguageNamed[language]}`, (before) =>
        setTexts(before, [{ at: row.at, language, words }]),
      )
    },
    [change],
  )
  const press = useCallback(
    (event: KeyboardEvent, { key, isOneLine }: TextRow, language: Language) => {
      last.current = { key, language }
      // a line break in a title would be seen by nobody
      const isEnter = isOneLine && event.key === 'Enter'
      const step = isEnter ? 1 : event.altKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined
      if (step === undefined) return
      event.preventDefault()
      const { visible: among } = latest.current
      const next = among[among.findIndex((row) => row.key === key) + step]
      if (next) goTo(next.key, language)
    },
    [goTo],
  )
  const paste = useCallback((event: ClipboardEvent, key: string, language: Language) => {
    const text = event.clipboardData.getData('text/plain')
    const cells = cellsIn(text)
    // one cell copied from a spreadsheet goes where it is pasted
    if (cells.length < 2 && (cells[0]?.length ?? 0) < 2) return
    event.preventDefault()
    setPasting({ language, from: key, text })
  }, [])

  const confirm = useCallback(
    ({ key, label, texts }: TextRow, language: Translated) => {
      last.current = { key, language }
      change(`Confirmer « ${label} » ${inLanguageNamed[language]}`, (before) =>
        setTranslatedFrom(before, [{ key, language, words: texts[language], from: texts.fr }]),
      )
      document.getElementById(cellId(key, language))?.focus()
    },
    [change],
  )

  const apply = (
    changes: TextChange[],
    label: string,
    message: string,
    translatedFrom: readonly TranslatedFrom[] = [],
  ) => {
    change(label, (before) => setTranslatedFrom(setTexts(before, changes), translatedFrom))
    setPasting(null)
    setIsTranslating(false)
    notify(message)
  }
  const missing = byLanguage((language) => missingIn(rows, language).length)
  const untranslated = byLanguage((language) => rows.filter((row) => isReasonUntranslated(row, language)).length)
  const toCheck = byLanguage((language) => rows.filter((row) => isToCheck(row, language)).length)
  const left = byLanguage((language) => missing[language] + untranslated[language] + toCheck[language])
  const isWaiting = (row: TextRow) => shown.some((language) => isToDo(row, language))
  const show = (next: readonly Language[]) => {
    setChosen(next)
    setOnlyToDo(null)
  }
  const parts = [...new Set(visible.map(({ part }) => part))]
  const leftHere = shown.reduce((sum, language) => sum + left[language], 0)
  const offered = offeredLanguages(questionnaire)
  return (
    <div className="texts">
      <div className="texts-choice both-ends">
        <fieldset className="texts-shown">
          <legend>Colonnes du tableau</legend>
          {translated.map((language) => (
            <label key={language} className="drawn-field">
              <input
                type="checkbox"
                checked={chosen.includes(language)}
                onChange={({ target }) =>
                  show(target.checked ? [...chosen, language] : chosen.filter((other) => other !== language))
                }
              />
              <span>
                {languageNames[language]}
                {(chosen.includes(language) || offered.includes(language)) && left[language] > 0 && (
                  <small>{left[language]} à faire</small>
                )}
              </span>
            </label>
          ))}
        </fieldset>
        <label className="choice">
          <input
            type="checkbox"
            checked={onlyToDo !== null}
            onChange={({ target }) =>
              setOnlyToDo(target.checked ? new Set(rows.filter(isWaiting).map(({ key }) => key)) : null)
            }
          />
          <span>Seulement ce qui reste à faire</span>
        </label>
      </div>
      <Columns
        room={room}
        rows={rows}
        missing={missing}
        untranslated={untranslated}
        toCheck={toCheck}
        chosen={chosen}
        onChoose={show}
      />
      <div className="texts-bar">
        <p>{leftText(leftHere, left.fr)}</p>
        <Button kind="main" disabled={leftHere === 0} onClick={goToNext}>
          Suivant à faire
        </Button>
        <p className="texts-keys">
          Tabulation va à la langue suivante, <b>Alt + flèches</b> à la ligne suivante, <b>F8</b> à ce qui reste à
          faire.
        </p>
        <More>
          {!isReadOnly && (
            <Button onClick={() => setPasting({ language: chosen[0] ?? 'fr', from: null, text: '' })}>
              Coller une colonne…
            </Button>
          )}
          <Button kind="quiet" onClick={() => void copy(visible)}>
            Copier pour un tableur
          </Button>
          <Button kind="quiet" onClick={() => setIsTranslating(true)}>
            Faire traduire…
          </Button>
        </More>
      </div>
      {visible.length === 0 ? (
        <p className="muted">Rien ne reste à faire dans les langues affichées.</p>
      ) : (
        <table className="data texts-table" data-columns={shown.length}>
          <caption className="visually-hidden">Les textes du questionnaire, une colonne par langue</caption>
          <thead>
            <tr>
              <th scope="col">Texte</th>
              {shown.map((language) => (
                <th key={language} scope="col">
                  {languageNames[language]}
                </th>
              ))}
            </tr>
          </thead>
          {parts.map((part) => (
            <tbody key={part}>
              <tr className="texts-part">
                <th scope="rowgroup" colSpan={shown.length + 1}>
                  {part}
                </th>
              </tr>
              {visible
                .filter((row) => row.part === part)
                .map((row) => (
                  <TextLine
                    key={row.key}
                    slug={slug}
                    row={row}
                    place={titles.get(row.spot) ?? 'Sans titre'}
                    shown={shown}
                    isReadOnly={isReadOnly}
                    write={write}
                    confirm={confirm}
                    press={press}
                    paste={paste}
                  />
                ))}
            </tbody>
          ))}
        </table>
      )}
      {pasting && (
        <PasteTexts rows={visible} all={rows} first={pasting} onClose={() => setPasting(null)} onApply={apply} />
      )}
      {isTranslating && (
        <XliffDialog
          slug={slug}
          rows={rows}
          first={translated.find((language) => chosen.includes(language)) ?? 'en'}
          isReadOnly={isReadOnly}
          onClose={() => setIsTranslating(false)}
          onApply={apply}
        />
      )}
    </div>
  )
}

/** « 3 à faire, dont 1 en français »: French has no count of its own above. */
const leftText = (all: number, french: number): string =>
  all === 0
    ? 'Rien ne reste à faire'
    : `${all} à faire${french > 0 && french < all ? `, dont ${french} en français` : ''}`

/** What people read of a place rather than its code. */
const titlesIn = (rows: readonly TextRow[]) =>
  new Map([
    ...rows
      .filter(({ at, texts }) => at.at(-1) === 'title' && texts.fr.trim() !== '')
      .map(({ spot, texts }) => [spot, texts.fr.replaceAll('**', '')] as const),
    ['', 'questionnaire'],
    ['notice', 'notice'],
  ])

/** What is to be done at the place asked for, or its first text; elsewhere when it is gone. */
function askedText(rows: readonly TextRow[], { language, path }: NonNullable<ReturnType<typeof textsAsked>>) {
  const there = rows.filter((row) => row.path === path || row.path.endsWith(`.${path}`))
  const stopping = there.filter(({ isOptional }) => !isOptional)
  const [first] = there
  return (
    nextToDo(stopping, [language], null) ??
    (first ? { key: first.key, language } : null) ??
    nextToDo(rows, [language], null)
  )
}

/** Texts with their keys, as a spreadsheet takes them. */
async function copy(rows: readonly TextRow[]) {
  const heading = ['Repère', 'Où', 'Quoi', ...languages.map((language) => languageNames[language])]
  const cells = rows.map(({ key, part, label, texts }) => [key, part, label, ...languages.map((each) => texts[each])])
  await navigator.clipboard.writeText(asText(heading, cells))
  notify('Les textes sont copiés avec leurs repères : collez-les dans votre tableur.')
}
