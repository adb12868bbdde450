/** What an approver answers for: every question in order, with who is asked it and its answers. */
import { sentenceOfCondition } from '../../../surveys/conditions/words.ts'
import { numbersOf } from '../../../surveys/edit/elements.ts'
import { allElements, findElement, pagesOf } from '../../../surveys/edit/places.ts'
import { choicesOf, frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { typeTitle } from '../page/types.ts'

export function Asked({ questionnaire }: { questionnaire: Questionnaire }) {
  const numbers = numbersOf(questionnaire)
  const elements = allElements(questionnaire)
  const onlyIf = (condition: unknown, parent: string | null) => {
    if (typeof condition !== 'string' || condition === '') return null
    const around = parent === null ? null : (findElement(questionnaire, parent)?.element ?? null)
    const words = sentenceOfCondition(questionnaire, condition, around)
    return <p className="review-where">{words ? `Seulement si ${words}.` : 'Sous une condition.'}</p>
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="review-questions" aria-label="Les questions, dans l’ordre" tabIndex={0}>
      {pagesOf(questionnaire).map((page) => (
        <div key={page.name}>
          <h4>{frenchOf(page.title) || 'Page sans titre'}</h4>
          {onlyIf(page.visibleIf, null)}
          <ul>
            {elements
              .filter((found) => found.page === page.name)
              .map(({ element, path, parent }) => {
                const number = numbers.get(path)
                return (
                  <li key={path}>
                    <p>
                      <b>
                        {number !== undefined && `${number}. `}
                        {frenchOf(element.title) || 'Sans titre'}
                      </b>
                    </p>
                    {onlyIf(element.visibleIf, parent)}
                    <p>
                      {choicesOf(element)
                        .map(({ text }) => text)
                        .join(' · ') || typeTitle(element)}
                    </p>
                  </li>
                )
              })}
          </ul>
        </div>
      ))}
    </section>
  )
}
