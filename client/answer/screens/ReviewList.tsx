/** Answers as they stand, each with the way back to its question. */
import { Fragment } from 'react'
import type { Question } from 'survey-core'
import { Bold } from '../../parts/Bold.tsx'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { childTitle } from '../children/childTitle.ts'
import { isConsent, isText, saidOf } from '../question/said.ts'
import { questionsOf, type Screen } from './screens.ts'

type Props = {
  screens: readonly Screen[]
  /** Each page and each child has its heading. */
  isGrouped?: boolean
  open: (key: string, question: Question | null) => void
}

export function ReviewList({ screens, isGrouped = false, open }: Props) {
  const say = useSay()
  const language = useLanguage()
  return (
    <ul className="review">
      {screens.map((screen, at) => {
        const of = headOf(screen)
        const isNew = isGrouped && of !== '' && (at === 0 || headOf(screens[at - 1]!) !== of)
        const lines = linesOf(screen, (question) => saidOf(question, say, language))
        return (
          <Fragment key={screen.key}>
            {isNew && lines.length > 0 && <li className="review-of">{of}</li>}
            {lines.map(({ name, title, texts, question }) => (
              <li key={name} data-of={name} data-screen={screen.key}>
                <button type="button" className="review-line" onClick={() => open(screen.key, question)}>
                  <span>
                    <span className="review-asked">
                      <Bold text={title} />
                    </span>{' '}
                    <b>
                      {texts.length > 1
                        ? texts.map((text) => (
                            <span className="review-one" key={text}>
                              {text}{' '}
                            </span>
                          ))
                        : (texts[0] ?? say('own.blank'))}
                    </b>
                  </span>{' '}
                  <span className="review-change">
                    {say(question !== null && isLeftBlank(question) ? 'home.answer' : 'answer.change')}
                  </span>
                </button>
              </li>
            ))}
          </Fragment>
        )
      })}
    </ul>
  )
}

type Line = { name: string; title: string; texts: string[]; question: Question | null }

/** A line a question; the screen that counts the children has one too, from which one is added or removed. */
function linesOf({ cards, pieces }: Screen, said: (question: Question) => string[]): Line[] {
  const children: Line[] =
    cards === null
      ? []
      : [
          {
            name: cards.name,
            title: cards.locTitle.textOrHtml,
            texts: cards.panels.map((_, index) => childTitle(cards, index)),
            question: null,
          },
        ]
  const asked = questionsOf(pieces).map((question) => ({
    name: question.name,
    title: question.locTitle.textOrHtml,
    texts: said(question),
    question,
  }))
  return [...asked, ...children]
}

/** A box of consent says no; words of one's own are offered, and expected of nobody. */
export const isLeftBlank = (question: Question) => question.isEmpty() && !isConsent(question) && !isText(question)

const headOf = ({ child, page }: Screen) => (child ? childTitle(child.group, child.index) : page.locTitle.textOrHtml)
