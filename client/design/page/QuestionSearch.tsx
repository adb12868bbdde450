/** Words looked for in the questions, their answers and their codes. */
import { useId } from 'react'

type Props = {
  words: string
  /** Questions found. */
  count: number
  onChange: (words: string) => void
}

export function QuestionSearch({ words, count, onChange }: Props) {
  const id = useId()
  return (
    <div className="question-search">
      <label htmlFor={id}>Chercher une question</label>
      <input
        id={id}
        className="field"
        type="search"
        autoComplete="off"
        value={words}
        onChange={({ target }) => onChange(target.value)}
      />
      <p role="status">
        {words.trim() !== '' &&
          (count === 0 ? 'Rien ne correspond.' : `${count} ${count > 1 ? 'questions trouvées' : 'question trouvée'}.`)}
      </p>
    </div>
  )
}
