/** What a question is for: objectives of the plan, or why it is asked. */

import { type RefObject, useId, useRef, useState } from 'react'
import { capitalised, levelCount, levelHeading, levelSaid } from '../../../surveys/authority/levels.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { setProperty } from '../../../surveys/edit/elements.ts'
import { allElements, type Found, findElement } from '../../../surveys/edit/places.ts'
import { lacksPurpose, reasonIn, withReason } from '../../../surveys/edit/purpose.ts'
import { setTexts } from '../../../surveys/edit/texts.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Field } from '../../parts/staff/Field.tsx'
import { asWritten } from '../draft/as-written.ts'
import { matches } from '../draft/matches.ts'
import { named } from '../draft/named.ts'
import type { DraftRoom } from '../draft/useDraft.ts'

export function Purpose({ room, found }: { room: DraftRoom; found: Found }) {
  const { element, path } = found
  const reason = useRef<HTMLTextAreaElement>(null)
  const chosen = Array.isArray(element.objectives) ? (element.objectives as number[]) : []
  const set = (next: number[]) =>
    room.change(`${levelHeading('objective', 2)} de ${named(room.questionnaire, path)}`, (draft) =>
      setProperty(
        draft,
        path,
        'objectives',
        next.toSorted((a, b) => a - b),
      ),
    )
  return (
    <section aria-label="À quoi elle sert">
      <h3>À quoi elle sert</h3>
      <ul className="chosen-list" aria-label={`${levelHeading('objective', 2)} : choix`}>
        {chosen.map((number) => {
          const objective = objectives().find((one) => one.number === number)
          return (
            <li key={number}>
              <span>
                <b>{number}</b> {objective?.title}
              </span>
              {!room.isReadOnly && (
                <button type="button" onClick={() => set(chosen.filter((other) => other !== number))}>
                  Retirer
                  <span className="visually-hidden">
                    {' '}
                    {levelSaid('the', 'objective')} {number}
                  </span>
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {!room.isReadOnly && <ObjectiveSearch chosen={chosen} onChoose={(number) => set([...chosen, number])} />}
      <Field
        label="Pourquoi nous la posons"
        help="Une phrase, montrée à qui la demande."
        isOptional={chosen.length > 0}
      >
        {(props) => (
          <textarea
            {...props}
            ref={reason}
            className="field"
            rows={2}
            value={asWritten(element.why)}
            readOnly={room.isReadOnly}
            onChange={({ target }) =>
              room.change(`Pourquoi de ${named(room.questionnaire, path)}`, (draft) =>
                withWhy(draft, path, target.value),
              )
            }
          />
        )}
      </Field>
      {!room.isReadOnly && lacksPurpose(element) && <SameReason room={room} written={reason} />}
    </section>
  )
}

/** The reason is written once, in the notice, and given to all questions that have none. */
function SameReason({ room, written }: { room: DraftRoom; written: RefObject<HTMLTextAreaElement | null> }) {
  const { questionnaire, change } = room
  if (reasonIn(questionnaire) === null) return null
  const count = allElements(questionnaire).filter(({ element }) => lacksPurpose(element)).length
  // the button leaves: the focus goes to what it has written
  const give = () => {
    change('Raison de la notice', withReason)
    written.current?.focus()
  }
  return (
    <Button onClick={give}>
      {count === 1
        ? 'Donner la raison de la notice'
        : `Donner la raison de la notice aux ${count} questions qui n’en ont pas`}
    </Button>
  )
}

/** An emptied reason leaves, with its translations. */
function withWhy(draft: Questionnaire, path: string, words: string) {
  if (words === '') return setProperty(draft, path, 'why', undefined)
  const here = findElement(draft, path)
  return here ? setTexts(draft, [{ at: [...here.at, 'why'], language: 'fr', words }]) : draft
}

/** The objectives of the plan, found by number, title or theme. */
export function ObjectiveSearch({
  chosen,
  onChoose,
}: {
  chosen: readonly number[]
  onChoose: (number: number) => void
}) {
  const [words, setWords] = useState('')
  const id = useId()
  const offered =
    words.trim() === ''
      ? []
      : objectives().filter(
          ({ number, title, theme }) => !chosen.includes(number) && matches(words, [String(number), title, theme]),
        )
  const choose = (number: number) => {
    setWords('')
    onChoose(number)
  }
  return (
    <div className="form-field">
      <label htmlFor={id}>Ajouter {levelSaid('a', 'objective')} du plan</label>
      <input
        id={id}
        className="field"
        type="search"
        placeholder="Un numéro ou un mot : « jeunesse »"
        value={words}
        autoComplete="off"
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !offered[0]) return
          event.preventDefault()
          choose(offered[0].number)
        }}
      />
      <div role="status">
        {words.trim() !== '' && (
          <p className="muted">
            {offered.length === 0
              ? `${capitalised(levelSaid('none', 'objective'))} ne correspond.`
              : levelCount('objective', offered.length)}
          </p>
        )}
      </div>
      {offered.length > 0 && (
        <ul className="offered-list">
          {offered.map(({ number, title }) => (
            <li key={number}>
              <button type="button" onClick={() => choose(number)}>
                <b>{number}</b> {title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
