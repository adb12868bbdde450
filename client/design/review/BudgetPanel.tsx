/** What answering costs people: minutes, reading, questions that touch. */
import type { Budget } from '../../../surveys/review/review.ts'
import { aboutMinutes, medianText } from '../minutes.ts'

const whole = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })

export function BudgetPanel({ budget }: { budget: Budget }) {
  const { minutes, short, allowed, isOver, sensitive, freeText, wordsPerSentence, level, score } = budget
  const rows: [title: string, value: string, isWarm?: boolean][] = [
    ['Le plus souvent', `${medianText(budget)} sur ${allowed} permises`, isOver],
    ['Au plus long', aboutMinutes(minutes.longest)],
    ...(short === null ? [] : [['L’essentiel', aboutMinutes(short)] as [string, string]]),
    [
      'Lecture des questions',
      level === null
        ? '—'
        : `${level} (indice ${whole.format(score ?? 0)}), ${whole.format(wordsPerSentence)} mots par phrase`,
    ],
    ['Questions sensibles', String(sensitive)],
    ['Textes libres', String(freeText)],
  ]
  return (
    <section className="review-panel boxed" aria-labelledby="review-budget">
      <h2 id="review-budget">Ce que cela demande</h2>
      <dl className="review-budget">
        {rows.map(([title, value, isWarm]) => (
          <div key={title} data-warm={isWarm || undefined}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
