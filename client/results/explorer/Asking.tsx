/** What the explorer is asked: the question, and one list or another question to divide it by. */
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'

type Questions = analyse.QuestionList['questions']
export type Asked = { question: Questions[number]; by: string }

/** Questions put to the same people: the two may be crossed. */
const crossable = ({ path, panel, lists }: Questions[number], questions: Questions): Questions =>
  panel === undefined
    ? []
    : questions.filter(
        (other) => other.path !== path && other.panel === panel && !lists.some((list) => list.path === other.path),
      )

/** Read from the address; what it names and does not exist is left out. */
export function askedOf(search: URLSearchParams, questions: Questions): Asked {
  const question = questions.find(({ path }) => path === search.get('q')) ?? questions[0]!
  const wanted = search.get('par') ?? ''
  const isOffered = [...question.lists, ...crossable(question, questions)].some(({ path }) => path === wanted)
  return { question, by: isOffered ? wanted : '' }
}

type Props = { slug: string; questions: Questions; asked: Asked; choose: (changes: Record<string, string>) => void }

export function Asking({ slug, questions, asked: { question, by }, choose }: Props) {
  const at = questions.indexOf(question)
  const pages = [...new Set(questions.map(({ page }) => page))]
  const goTo = (path: string) => choose({ q: path, par: '', rep: '' })
  const others = crossable(question, questions)
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
      <label>
        Selon
        <select value={by} onChange={({ target }) => choose({ par: target.value, rep: '' })}>
          <option value="">Ensemble</option>
          <optgroup label="Groupes">
            {question.lists.map(({ path, title }) => (
              <option key={path} value={path}>
                {title}
              </option>
            ))}
          </optgroup>
          {others.length > 0 && (
            <optgroup label="Autres questions">
              {others.map(({ path, title }) => (
                <option key={path} value={path}>
                  {title}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
      <p className="muted small">
        {question.weighted ? (
          'Réponses redressées sur les marges saisies.'
        ) : (
          <>
            Réponses non redressées dans cette publication. <Link href={`/analyse/${slug}/publier`}>Voir pourquoi</Link>
          </>
        )}
      </p>
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
