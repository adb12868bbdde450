/** What the explorer is asked: the question, one or two lists, with the weights or without. */
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'

type Questions = analyse.QuestionList['questions']
export type Asked = { question: Questions[number]; by: string[]; weights: boolean }

/** Read from the address; what it names and does not exist is left out. */
export function askedOf(search: URLSearchParams, questions: Questions): Asked {
  const question = questions.find(({ path }) => path === search.get('q')) ?? questions[0]!
  const by = (search.get('par') ?? '')
    .split(',')
    .filter((path) => question.lists.some((list) => list.path === path))
    .slice(0, 2)
  return { question, by, weights: question.weighted && search.get('poids') === '1' }
}

type Props = { questions: Questions; asked: Asked; choose: (changes: Record<string, string>) => void }

export function Asking({ questions, asked: { question, by, weights }, choose }: Props) {
  const at = questions.indexOf(question)
  const pages = [...new Set(questions.map(({ page }) => page))]
  const goTo = (path: string) => choose({ q: path, par: '', rep: '' })
  const list = (place: 0 | 1) => (
    <label>
      {place === 0 ? 'Selon' : 'et selon'}
      <select
        value={by[place] ?? ''}
        onChange={({ target: { value } }) =>
          choose({ par: (place === 0 ? [value, by[1]] : [by[0], value]).filter(Boolean).join(',') })
        }
      >
        <option value="">{place === 0 ? 'Ensemble' : 'Rien d’autre'}</option>
        {question.lists.map(({ path, title }) => (
          <option key={path} value={path} disabled={by[place === 0 ? 1 : 0] === path}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <fieldset className="filters asking no-print" aria-label="Ce que l’on regarde">
      <label className="wide">
        Question {at + 1} sur {questions.length}
        <select value={question.path} onChange={({ target }) => goTo(target.value)}>
          {pages.map((page, number) => (
            <optgroup key={page} label={`Page ${number + 1}`}>
              {questions
                .filter((one) => one.page === page)
                .map(({ path, title }) => (
                  <option key={path} value={path}>
                    {title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <div className="steps">
        <Step question={questions[at - 1]} sign="←" text="Question précédente" goTo={goTo} />
        <Step question={questions[at + 1]} sign="→" text="Question suivante" goTo={goTo} />
      </div>
      {list(0)}
      {by.length > 0 && list(1)}
      {question.weighted ? (
        <fieldset className="chips">
          <legend>Poids</legend>
          {[false, true].map((own) => (
            <label key={String(own)} className="chip">
              <input
                type="radio"
                name="poids"
                checked={weights === own}
                onChange={() => choose({ poids: own ? '1' : '' })}
              />
              <span>{own ? 'Avec les poids' : 'Sans les poids'}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="muted small">
          Réponses non redressées : aucune marge n’était saisie. <Link href="/gerer/tables">Voir les tables</Link>
        </p>
      )}
    </fieldset>
  )
}

type StepProps = { question: Questions[number] | undefined; sign: string; text: string; goTo: (path: string) => void }
const Step = ({ question, sign, text, goTo }: StepProps) => (
  <button
    type="button"
    className="button"
    aria-label={text}
    disabled={!question}
    onClick={() => question && goTo(question.path)}
  >
    {sign}
  </button>
)
