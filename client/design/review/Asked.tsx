/** What an approver answers for, as residents read it: the notice, then every question, with who is asked it and its answers. */
import { useState } from 'react'
import { wordsIn } from '../../../surveys/answers/texts-in.ts'
import { sentenceOfCondition } from '../../../surveys/conditions/words.ts'
import { numbersOf } from '../../../surveys/edit/elements.ts'
import { offeredLanguages } from '../../../surveys/edit/head.ts'
import { allElements, findElement, pagesOf } from '../../../surveys/edit/places.ts'
import { type Language, languageRows } from '../../../surveys/languages.ts'
import { type Choice, choicesOf, frenchOf, labelled, listOf } from '../../../surveys/questionnaire/elements.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { rangeOf } from '../../../surveys/types/range.ts'
import { ratingSteps } from '../../../surveys/types/rating.ts'
import { byStep } from '../../../surveys/types/slider.ts'
import { languageNames } from '../../parts/staff/languages.ts'
import { typeTitle } from '../page/types.ts'

export function Asked({ questionnaire }: { questionnaire: Questionnaire }) {
  const offered = offeredLanguages(questionnaire)
  const [language, setLanguage] = useState<Language>('fr')
  return (
    <>
      {offered.length === 1 ? (
        <p>Proposé en français seulement.</p>
      ) : (
        <div className="form-field">
          <label htmlFor="asked-language">Proposé en {offered.length} langues. Lire en</label>
          <select
            id="asked-language"
            className="field"
            value={language}
            onChange={({ target }) => setLanguage(target.value as Language)}
          >
            {offered.map((one) => (
              <option key={one} value={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </div>
      )}
      <Words questionnaire={questionnaire} language={language} />
    </>
  )
}

function Words({ questionnaire, language }: { questionnaire: Questionnaire; language: Language }) {
  const read = wordsIn(questionnaire, language)
  const { tag, direction } = languageRows[language]
  const numbers = numbersOf(questionnaire)
  const elements = allElements(read)
  const onlyIf = (condition: unknown, parent: string | null) => {
    if (typeof condition !== 'string' || condition === '') return null
    const around = parent === null ? null : (findElement(questionnaire, parent)?.element ?? null)
    const words = sentenceOfCondition(questionnaire, condition, around)
    return <p {...french}>{words ? `Seulement si ${words}.` : 'Sous une condition.'}</p>
  }
  return (
    <section
      className="review-questions"
      aria-label="La notice, puis les questions, dans l’ordre"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
      lang={tag}
      dir={direction}
    >
      <div>
        <h4 lang="fr">La notice</h4>
        <p {...french}>
          Remplie par les réglages du site, comme aujourd’hui. À l’écran, la durée et le dernier jour sont écrits par le
          site.
        </p>
        <ul>
          {read.notice.lines.map(({ id, title, text, more }) => (
            <li key={id}>
              <p>
                <b>{frenchOf(title)}</b>
              </p>
              <p>{frenchOf(text)}</p>
              {more !== undefined && <p className="review-where">En savoir plus : {frenchOf(more)}</p>}
            </li>
          ))}
        </ul>
      </div>
      {pagesOf(read).map((page, at) => (
        <div key={page.name}>
          <h4>{frenchOf(page.title) || `Page ${at + 1}`}</h4>
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
                    {element.isRequired === true && <p {...french}>Une réponse est attendue.</p>}
                    {frenchOf(element.description) && <p className="review-where">{frenchOf(element.description)}</p>}
                    {answersOf(element).map((line) => (
                      <p key={line}>{line}</p>
                    ))}
                  </li>
                )
              })}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** What the staff are told of the words around. */
const french = { className: 'review-where', lang: 'fr', dir: 'ltr' }

const joined = (list: readonly { text: string }[]) => list.map(({ text }) => text).join(' · ')
const listed = (list: unknown) => joined(listOf<Choice>(list).map(({ value, text }) => labelled(value, text)))

/** « Curseur de 0 à 10, de 2 en 2 » */
function boundsOf(element: DefinitionElement): string[] {
  const range = rangeOf(element, [], 'fr')
  if (range === null) return []
  const { kind, min, max } = range
  const between = kind === 'days' ? `du ${min} au ${max}` : `de ${min} à ${max}${byStep(Number(element.step ?? 1))}`
  return [`${typeTitle(element)} ${between}.`]
}

/** A line each; at least what kind of answer it takes. */
function answersOf(element: DefinitionElement): string[] {
  const named = (name: string, words: string) => (words === '' ? [] : [`${name}\u202f: ${words}.`])
  const lines = [
    ...boundsOf(element),
    ...named('Lignes', listed(element.rows)),
    ...named('Colonnes', listed(element.columns)),
    ...[joined(choicesOf(element))].filter(Boolean),
    ...(element.type === 'rating' ? [listed(element.rateValues) || ratingSteps(element).join(' · ')] : []),
    ...(element.type === 'boolean'
      ? [`${frenchOf(element.labelTrue) || 'Oui'} · ${frenchOf(element.labelFalse) || 'Non'}`]
      : []),
    ...named('La plus petite note', frenchOf(element.minRateDescription)),
    ...named('La plus grande note', frenchOf(element.maxRateDescription)),
  ]
  return lines.length > 0 ? lines : element.type === 'information' ? [] : [typeTitle(element)]
}
