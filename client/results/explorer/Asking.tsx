/** What the explorer is asked: the question, and one list or another question to divide it by. */
import type { analyse } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { type Asked, dividersOf } from './addresses.ts'

type Questions = analyse.QuestionList['questions']
type Props = { questions: Questions; asked: Asked; choose: (changes: Record<string, string>) => void }

export function Asking({ questions, asked: { question, by }, choose }: Props) {
  const at = questions.indexOf(question)
  const goTo = (path: string) => choose({ q: path, par: '', rep: '' })
  const { lists, others } = dividersOf(question, questions, by)
  const crossed = others.find(({ path }) => path === by)
  return (
    <fieldset className="filters asking no-print" aria-label="Ce que l’on regarde">
      <label className="wide">
        Question {at + 1} sur {questions.length}
        <select value={question.path} onChange={({ target }) => goTo(target.value)}>
          <ByPage questions={questions} />
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
            {lists.map(({ path, title }) => (
              <option key={path} value={path}>
                {title}
              </option>
            ))}
          </optgroup>
          <ByPage questions={others} />
        </select>
      </label>
      {crossed && <Button onClick={() => choose({ q: crossed.path, par: question.path, rep: '' })}>⇄ Inverser</Button>}
    </fieldset>
  )
}

/** Questions under the title of their page. */
function ByPage({ questions }: { questions: Questions }) {
  return byPage(questions).map(({ page, title, questions: own }) => (
    <optgroup key={page} label={title}>
      {own.map(({ path, title: text }) => (
        <option key={path} value={path}>
          {text}
        </option>
      ))}
    </optgroup>
  ))
}

export const byPage = (questions: Questions) =>
  [...Map.groupBy(questions, ({ page }) => page)].map(([page, own], at) => ({
    page,
    title: own[0]!.section || `Page ${at + 1}`,
    questions: own,
  }))

type StepProps = { question: Questions[number] | undefined; sign: string; text: string; goTo: (path: string) => void }
const Step = ({ question, sign, text, goTo }: StepProps) => (
  <Button aria-label={text} disabled={!question} onClick={() => question && goTo(question.path)}>
    {sign}
  </Button>
)
