/** A question found by its words, to be looked at or to divide the one that is shown; those that have no table say why. */
import { type FocusEvent, useId, useState } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { unaccented } from '../../../surveys/wording/folded.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Silent } from './Absent.tsx'

type Questions = analyse.QuestionList['questions']
const mostFound = 8

/** An apostrophe left out is no fault: « lage » finds « l’âge ». */
const plain = (text: string) => unaccented(text).replace(/[’']/g, '')

/** Questions that hold every word typed, in their title, their code or their theme, accents or not, in the order of the questionnaire. */
export function found<One extends { title: string; path?: string; theme?: string }>(
  questions: readonly One[],
  typed: string,
): One[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  return words.length === 0
    ? []
    : questions.filter(({ title, path = '', theme = '' }) =>
        words.every((word) => plain(`${title} ${path} ${theme}`).includes(word)),
      )
}

type Props = {
  list: analyse.QuestionList
  goTo: (path: string) => void
  /** Divides the question that is shown, by one of these. */
  dividing?: { paths: ReadonlySet<string>; by: (path: string) => void }
}

export function Search({ list: { slug, questions, absent }, goTo, dividing }: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const all: Questions = found(questions, typed)
  const silent = found(absent, typed)
  const said = typed.trim() === '' ? '' : foundText(all.length, silent.length)
  const close = () => {
    setTyped('')
    setIsOpen(false)
  }
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setIsOpen(false)
  }
  const choose = (path: string, how = goTo) => {
    how(path)
    close()
  }
  return (
    <search
      className="question-search no-print"
      onFocus={() => setIsOpen(true)}
      onBlur={leave}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <label htmlFor={id}>Chercher une question</label>
      <input
        id={id}
        type="search"
        className="field"
        placeholder="horaires, trajet, prix…"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setIsOpen(true)
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter' && all[0]) choose(all[0].path)
        }}
      />
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {/* it takes the focus of a press on its buttons where the browser gives them none */}
      <div className="question-found" hidden={!isOpen || said === ''} tabIndex={-1}>
        <p className="muted small" aria-hidden="true">
          {said}
        </p>
        <ul>
          {all.slice(0, mostFound).map(({ path, title }) => (
            <li key={path}>
              <button type="button" className="link" onClick={() => choose(path)}>
                {title}
              </button>
              {dividing?.paths.has(path) && (
                <Button aria-label={`Croiser avec ${title}`} onClick={() => choose(path, dividing.by)}>
                  Croiser
                </Button>
              )}
            </li>
          ))}
          {silent.slice(0, mostFound).map((one) => (
            <li key={one.title}>
              <p>
                <Silent slug={slug} question={one} />
              </p>
            </li>
          ))}
        </ul>
      </div>
    </search>
  )
}

function foundText(found: number, silent: number): string {
  if (found === 0 && silent === 0) return 'Aucune question ne contient ces mots. Essayez un seul mot.'
  return `${found} question${found > 1 ? 's' : ''} à explorer${found > mostFound ? ', les premières ici' : ''}`
}
