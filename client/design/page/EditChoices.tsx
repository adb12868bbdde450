/** The answers of a question, written and put in order where people will read them. */
import { useRef, useState } from 'react'
import {
  type ChoiceList,
  choicesIn,
  mostOf,
  withMovedChoice,
  withNewChoice,
  withPastedLines,
  withPictures,
} from '../../../surveys/edit/choices.ts'
import { freeValue, isProvisional } from '../../../surveys/edit/codes.ts'
import { setProperty } from '../../../surveys/edit/elements.ts'
import type { Found } from '../../../surveys/edit/places.ts'
import { renameValue } from '../../../surveys/edit/rename.ts'
import { withWords } from '../../../surveys/edit/texts.ts'
import { type Choice, frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { mayShowPictures } from '../../../surveys/types/choices/choices.ts'
import { ChoicePicture } from '../../answer/pictograms/ChoicePicture.tsx'
import { left } from '../../parts/focus/left.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { named } from '../draft/named.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { EditText } from './EditText.tsx'
import { PasteChoices } from './PasteChoices.tsx'
import { PictureDialog } from './PictureDialog.tsx'

type Props = { room: DraftRoom; found: Found; list: ChoiceList; say: (text: string) => void }

export const listWords: Record<ChoiceList, { one: string; title: string; add: string }> = {
  choices: { one: 'Réponse', title: 'Réponses', add: 'Ajouter une réponse' },
  rows: { one: 'Ligne', title: 'Lignes', add: 'Ajouter une ligne' },
  columns: { one: 'Colonne', title: 'Colonnes', add: 'Ajouter une colonne' },
}

export function EditChoices({ room, found, list, say }: Props) {
  const { path, element } = found
  /** What the window of a pasted list begins with; null = it is not open. */
  const [pasting, setPasting] = useState<string | null>(null)
  const [fresh, setFresh] = useState<{ at: number; byEnter: boolean } | null>(null)
  const box = useRef<HTMLUListElement>(null)
  const choices = choicesIn(element[list])
  const { one, title, add } = listWords[list]
  /** Place of the answer whose picture is being chosen. */
  const [picturing, setPicturing] = useState<number | null>(null)
  const mayShow = list === 'choices' && mayShowPictures(element)
  const isPictured = mayShow && choices.some(({ picture }) => picture !== undefined)
  const own = named(room.questionnaire, path)
  const set = (label: string, next: Choice[]) =>
    room.change(label, (questionnaire) =>
      setProperty(questionnaire, path, list, isPictured ? withPictures(next) : next),
    )
  const showPictures = (shows: boolean) =>
    room.change(`Images des réponses de ${own}`, (questionnaire) =>
      setProperty(
        questionnaire,
        path,
        list,
        shows ? withPictures(choices) : choices.map(({ picture: _, ...choice }) => choice),
      ),
    )
  const illustrate = (at: number, picture: string) => {
    set(
      `Image de la réponse ${at + 1} de ${own}`,
      choices.map((choice, index) => (index === at ? { ...choice, picture } : choice)),
    )
    setPicturing(null)
  }

  const stepAt = (at: number) => `${one} ${at + 1} de ${own}`
  const write = (at: number, words: string) =>
    set(
      stepAt(at),
      choices.map((choice, index) =>
        index === at ? { ...choice, text: withWords(choice.text, 'fr', words) } : choice,
      ),
    )
  /** A code nobody chose follows the words, and is undone with them. */
  function settle(at: number) {
    const choice = choices[at]
    if (!choice || !isProvisional(choice.value)) return
    const words = frenchOf(choice.text)
    if (words === '') return
    const code = freeValue(words, new Set(choices.filter((other) => other !== choice).map(({ value }) => value)))
    if (code === choice.value || isProvisional(code)) return
    room.change(stepAt(at), (questionnaire) => renameValue(questionnaire, path, list, choice.value, code), {
      isPart: true,
    })
  }
  function move(at: number, by: -1 | 1) {
    set(`Déplacer une réponse de ${own}`, withMovedChoice(choices, at, at + by))
    say(`${one} «\u202f${frenchOf(choices[at]?.text)}\u202f»\u202f: place ${at + by + 1} sur ${choices.length}.`)
  }
  function insert(at: number, byEnter = false) {
    set(`${add} à ${own}`, withNewChoice(choices, at))
    setFresh({ at, byEnter })
  }
  const focus = (at: number) => box.current?.querySelectorAll('textarea')[Math.max(0, at)]?.focus()
  /** Goes to an answer still to be written, else makes one: never two empty ones. */
  function enter(at: number) {
    const empty = choices.findIndex(({ text }) => frenchOf(text) === '')
    if (empty !== -1) focus(empty)
    else if (choices.length < mostOf[list]) insert(at + 1, true)
  }
  /** The answer that « Entrée » opened and nobody wrote leaves again. */
  function leave(at: number) {
    // it took the focus when it came: a new code draws it anew, and it would take it again
    if (fresh?.at === at) setFresh(null)
    if (fresh?.byEnter && fresh.at === at) {
      if (frenchOf(choices[at]?.text) === '') return set(`Retirer une réponse de ${own}`, choices.toSpliced(at, 1))
    }
    settle(at)
  }
  function paste(at: number, text: string): boolean {
    const read = withPastedLines(choices, at, text, list)
    if (read === null) return false
    if ('problem' in read) setPasting(text)
    else {
      set(`Coller des réponses dans ${own}`, read.choices)
      say(`${read.added} ${read.added > 1 ? 'lignes collées' : 'ligne collée'}.`)
    }
    return true
  }
  function remove(at: number) {
    set(`Retirer une réponse de ${own}`, choices.toSpliced(at, 1))
    requestAnimationFrame(() => focus(at - 1))
  }
  if (typeof element.choicesFromQuestion === 'string' && list === 'choices') return null
  return (
    <>
      <div className="edit-choices">
        {list !== 'choices' && <h2>{title}</h2>}
        <ul ref={box}>
          {choices.map((choice, at) => (
            <li
              key={`${choice.value}-${choices.findIndex(({ value }) => value === choice.value) === at ? '' : at}`}
              onBlur={left(() => leave(at))}
            >
              {list !== 'rows' && (
                <span className="edit-mark" data-type={String(element.cellType ?? element.type)} aria-hidden="true" />
              )}
              {isPictured && (
                <button
                  type="button"
                  className="edit-picture"
                  disabled={room.isReadOnly}
                  onClick={() => setPicturing(at)}
                >
                  {choice.picture ? <ChoicePicture picture={choice.picture} /> : <span aria-hidden="true">+</span>}
                  <span className="visually-hidden">
                    {choice.picture
                      ? `Changer l’image de la réponse ${at + 1}`
                      : `Choisir l’image de la réponse ${at + 1}`}
                  </span>
                </button>
              )}
              <EditText
                label={`${one} ${at + 1}`}
                value={typeof choice.text === 'string' ? choice.text : frenchAsWritten(choice.text)}
                placeholder={`${one} ${at + 1}`}
                isOneLine
                isReadOnly={room.isReadOnly}
                autoFocus={fresh?.at === at}
                onChange={(words) => write(at, words)}
                onEnter={() => enter(at)}
                onPaste={(text) => paste(at, text)}
              />
              {!room.isReadOnly && (
                <span className="edit-tools">
                  <button type="button" disabled={at === 0} onClick={() => move(at, -1)}>
                    <Arrow isUp />
                    <span className="visually-hidden">{`Monter la ${one.toLowerCase()} ${at + 1}`}</span>
                  </button>
                  <button type="button" disabled={at === choices.length - 1} onClick={() => move(at, 1)}>
                    <Arrow />
                    <span className="visually-hidden">{`Descendre la ${one.toLowerCase()} ${at + 1}`}</span>
                  </button>
                  <button type="button" onClick={() => remove(at)}>
                    <svg viewBox="0 0 16 16" aria-hidden="true">
                      <path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
                    </svg>
                    <span className="visually-hidden">{`Retirer la ${one.toLowerCase()} ${at + 1}`}</span>
                  </button>
                </span>
              )}
            </li>
          ))}
        </ul>
        {!room.isReadOnly && (
          <div className="actions">
            <Button kind="quiet" disabled={choices.length >= mostOf[list]} onClick={() => insert(choices.length)}>
              {add}
            </Button>
            <Button kind="quiet" onClick={() => setPasting('')}>
              Coller depuis un tableur…
            </Button>
            {mayShow && (
              <Button kind="quiet" onClick={() => showPictures(!isPictured)}>
                {isPictured ? 'Retirer les images' : 'Mettre des images'}
              </Button>
            )}
          </div>
        )}
        {pasting !== null && (
          <PasteChoices room={room} found={found} list={list} start={pasting} onClose={() => setPasting(null)} />
        )}
      </div>
      {picturing !== null && choices[picturing] && (
        <PictureDialog
          answer={frenchOf(choices[picturing].text) || `${one} ${picturing + 1}`}
          chosen={choices[picturing].picture ?? ''}
          onChoose={(picture) => illustrate(picturing, picture)}
          onClose={() => setPicturing(null)}
        />
      )}
    </>
  )
}

const frenchAsWritten = (text: unknown) => String((text as { default?: unknown } | undefined)?.default ?? '')

export function Arrow({ isUp }: { isUp?: boolean }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={isUp ? 'M3 10.5l5-5 5 5' : 'M3 5.5l5 5 5-5'}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  )
}
