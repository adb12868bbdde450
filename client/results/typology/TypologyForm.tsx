/** What a typology is made of: the questions, and perhaps the number of classes. */
import { useState } from 'react'
import type { typologies } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { submits } from '../../parts/staff/useSaving.ts'

type Props = { page: typologies.TypologiesPage; make: (asked: typologies.NewTypology) => void }

const counts = [2, 3, 4, 5, 6, 7, 8]

export function TypologyForm({ page: { questions, least, most, left, isWorking }, make }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [classes, setClasses] = useState('')
  const [problem, setProblem] = useState('')
  const own = questions.filter(({ path }) => chosen.includes(path))
  // questions on each child and on the family are not put to the same people
  const panel = own[0]?.panel
  const change = (path: string, isOn: boolean) => {
    setProblem('')
    setChosen((before) => (isOn ? [...before, path] : before.filter((one) => one !== path)))
  }
  const send = () => {
    if (own.length < least || own.length > most) {
      setProblem(
        own.length < least
          ? `Choisissez encore ${least - own.length} question${least - own.length > 1 ? 's' : ''} : il en faut ${least} au moins.`
          : `Retirez ${own.length - most} question${own.length - most > 1 ? 's' : ''} : il en faut ${most} au plus.`,
      )
      return
    }
    make({
      questions: own.map(({ path }) => path),
      classes: classes === '' ? null : Number(classes),
    })
  }
  const panels = [...new Set(questions.map((one) => one.panel))]
  return (
    <form className="typology-form no-print" onSubmit={submits(send)}>
      {panels.map((name) => (
        <fieldset key={name}>
          <legend>
            {name === '' ? 'Questions posées une fois' : 'Questions posées pour chaque enfant'}
            <span className="muted small">
              {' '}
              ({least} à {most}, qui parlent d’un même sujet)
            </span>
          </legend>
          <div className="typology-questions">
            {questions
              .filter((one) => one.panel === name)
              .map(({ path, title }) => (
                <label key={path} className="chip drawn-field">
                  <input
                    type="checkbox"
                    checked={chosen.includes(path)}
                    disabled={panel !== undefined && panel !== name}
                    onChange={({ target }) => change(path, target.checked)}
                  />
                  {title}
                </label>
              ))}
          </div>
        </fieldset>
      ))}
      <div className="filters">
        <label>
          Nombre de classes
          <select value={classes} onChange={({ target }) => setClasses(target.value)}>
            <option value="">Au mieux</option>
            {counts.map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" kind="main" disabled={isWorking}>
          Faire la typologie
        </Button>
      </div>
      <p className="muted small" role="status">
        {own.length} question{own.length < 2 ? '' : 's'} choisie{own.length < 2 ? '' : 's'}. Cette publication permet
        encore {left} typologie{left < 2 ? '' : 's'}.
      </p>
      {problem && (
        <p className="notice" data-kind="warm" role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
