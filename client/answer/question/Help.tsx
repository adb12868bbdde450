/** The help under a question; prices that follow one another stand one a line, the one of the quotient just given marked. */
import type { Question, SurveyModel } from 'survey-core'
import { Bold } from '../../parts/Bold.tsx'
import { helpId } from './ids.ts'

export function Help({ question }: { question: Question }) {
  const text = question.locDescription.textOrHtml
  if (!text) return null
  const className = question.hasInput ? 'question-help' : 'question-text'
  const { before, lines, after } = pricesIn(text)
  if (lines.length === 0)
    return (
      <p className={className} id={helpId(question)}>
        <Bold text={text} />
      </p>
    )
  const own = ownQuotient(question)
  return (
    <div className={className} id={helpId(question)}>
      <p>
        <Bold text={before} />
      </p>
      <dl className="prices">
        {lines.map(({ label, price }) => (
          <div key={label} data-own={label.toLowerCase() === own || undefined}>
            <dt>
              <bdi>{label}</bdi>
            </dt>
            <dd>{price}</dd>
          </div>
        ))}
      </dl>
      {after && (
        <p>
          <Bold text={after} />
        </p>
      )}
    </div>
  )
}

/** « Moins de 500 : 5 € », « Below 500: €5 », as an authority writes them one after the other. */
const priced = /([^.;؛:?!]+?)\s*:\s*(€\s?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*\s*(?:€|يورو))[.;؛]?/gu
const fewest = 3
/** Marks around a text put into another: they hold no line together. */
const isolates = /[\u2066-\u2069]/g

/**
 * @returns the text before and after a list of three prices or more, and its lines; no line in any other text
 * @example pricesIn('Par jour. Moins de 500 : 5 € ; de 500 à 699 : 7 € ; 700 et plus : 9 €.').lines[1] // { label: 'de 500 à 699', price: '7 €' }
 */
export function pricesIn(written: string): {
  before: string
  lines: { label: string; price: string }[]
  after: string
} {
  const text = written.replace(isolates, '')
  const found = [...text.matchAll(priced)]
  if (found.length < fewest) return { before: written, lines: [], after: '' }
  const last = found.at(-1)!
  return {
    before: text.slice(0, found[0]!.index).trim(),
    lines: found.map(([, label = '', price = '']) => ({ label: label.trim(), price })),
    after: text.slice(last.index + last[0].length).trim(),
  }
}

/** Its words, lower case; undefined when it was not given. */
function ownQuotient(question: Question): string | undefined {
  const given = (question.survey as SurveyModel).getAllQuestions().find((one) => one.getPropertyValue('role') === 'qf')
  return given?.isEmpty() ? undefined : given?.displayValue?.toLowerCase()
}
