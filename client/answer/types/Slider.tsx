/** A cursor between two ends: nothing is chosen until it is touched, then its number stands above. */
import type { Question } from 'survey-core'
import { stopsOf } from '../../../surveys/types/slider.ts'
import { useSay } from '../../words/useSay.ts'
import { Clear } from '../question/Clear.tsx'
import { controlId, controlOf, rangeId } from '../question/ids.ts'
import type { AnswerProps, AnswerRow } from './answer.ts'
import './slider.css'

function SliderAnswer({ question, problem }: AnswerProps) {
  const say = useSay()
  const { min, max, step } = stopsOf(question)
  const [low, high] = endsOf(question)
  const isBlank = question.isEmpty()
  // where the cursor rests before it is touched; no answer
  const middle = min + step * Math.round((max - min) / step / 2)
  const value: number = isBlank ? middle : question.value
  const choose = (next: string) => {
    question.value = Number(next)
  }
  return (
    <div className="slider" data-blank={isBlank || undefined}>
      <output className="slider-value" htmlFor={controlId(question)}>
        {isBlank ? say('slider.blank') : value}
      </output>
      <input
        type="range"
        {...controlOf(question, problem, `${min} ${max}`)}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={isBlank ? say('slider.blank') : spokenValue(value, min, max, low, high)}
        onChange={({ target }) => choose(target.value)}
        // touched just where it rests, or accepted there by the keyboard: the browser sees no change
        onPointerUp={({ currentTarget }) => choose(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          choose(event.currentTarget.value)
        }}
      />
      <p className="slider-ends" id={rangeId(question)}>
        <span>
          <b>{min}</b> {low}
        </span>{' '}
        {/* heard apart */}
        <span>
          <b>{max}</b> {high}
        </span>
      </p>
      <Clear question={question} />
    </div>
  )
}

const textOf = (question: Question, property: string): string =>
  question.getLocalizableString(property)?.textOrHtml ?? ''
const endsOf = (question: Question) => [textOf(question, 'minRateDescription'), textOf(question, 'maxRateDescription')]

/** « 0 (pas du tout) » at an end that has a meaning. */
function spokenValue(value: number, min: number, max: number, low = '', high = ''): string {
  const meaning = value === min ? low : value === max ? high : ''
  return meaning === '' ? String(value) : `${value} (${meaning})`
}

const spokenEnds = (question: Question): string[] => {
  const { min, max } = stopsOf(question)
  const [low, high] = endsOf(question)
  return [spokenValue(min, min, max, low, high), spokenValue(max, min, max, low, high)]
}

export const slider: AnswerRow = {
  Answer: SliderAnswer,
  single: 'curseur',
  isShareable: true,
  weight: 2,
  spoken: spokenEnds,
  heard: (question) => [{ role: 'bout du curseur', texts: spokenEnds(question) }],
}
