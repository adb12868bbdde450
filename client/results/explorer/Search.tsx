/** A question found by its words; then the ones that have no table, and why. */
import { useId, useState } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { findingAddress } from '../words.ts'

type Questions = analyse.QuestionList['questions']
const mostFound = 8

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()

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

type Props = { list: analyse.QuestionList; goTo: (path: string) => void }

export function Search({ list: { slug, questions, absent }, goTo }: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const all: Questions = found(questions, typed)
  const silent = found(absent, typed)
  const choose = (path: string) => {
    goTo(path)
    setTyped('')
  }
  return (
    <search className="question-search no-print">
      <label htmlFor={id}>Chercher une question</label>
      <input
        id={id}
        type="search"
        className="field"
        placeholder="horaires, trajet, prix…"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && all[0]) choose(all[0].path)
        }}
      />
      <div role="status">
        {typed.trim() !== '' && (
          <p className="muted small">
            {all.length === 0 && silent.length === 0
              ? 'Aucune question ne contient ces mots. Essayez un seul mot.'
              : `${all.length} question${all.length > 1 ? 's' : ''} à explorer${all.length > mostFound ? ', les premières ici' : ''}`}
          </p>
        )}
      </div>
      {(all.length > 0 || silent.length > 0) && (
        <ul>
          {all.slice(0, mostFound).map(({ path, title }) => (
            <li key={path}>
              <button type="button" className="link" onClick={() => choose(path)}>
                {title}
              </button>
            </li>
          ))}
          {silent.slice(0, mostFound).map((one) => (
            <li key={one.title}>
              <Silent slug={slug} question={one} />
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}

/** All of them, below the page: a gap that nobody explains looks like a fault. */
export function Absent({ list: { slug, absent } }: Pick<Props, 'list'>) {
  if (absent.length === 0) return null
  return (
    <details className="absent-questions no-print">
      <summary>
        {absent.length === 1 ? 'Une question n’est pas ici' : `${absent.length} questions ne sont pas ici`} : pourquoi ?
      </summary>
      <ul>
        {absent.map((one) => (
          <li key={one.title}>
            <Silent slug={slug} question={one} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Silent({ slug, question: { title, why, indicator } }: { slug: string; question: analyse.AbsentQuestion }) {
  return (
    <>
      {title} <span className="muted">{why}</span>{' '}
      {indicator !== null && <Link href={findingAddress(slug, indicator)}>Voir le résultat</Link>}
    </>
  )
}
