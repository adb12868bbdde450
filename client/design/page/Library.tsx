/** Questions and blocks ready to be taken up, found by their words. */
import { useState } from 'react'
import { frenchOf, listOf } from '../../../surveys/questionnaire/elements.ts'
import { models } from '../../../surveys/questionnaire/founding.ts'
import { library } from '../../../surveys/questionnaire/library.ts'
import type { DefinitionElement, Parameter } from '../../../surveys/questionnaire/questionnaire.ts'
import { Field } from '../../parts/staff/Field.tsx'
import { matches } from '../draft/matches.ts'
import { typeTitle } from './types.ts'

type Props = {
  /** Inside a repeated panel: blocks that repeat cannot stand there. */
  isInRow: boolean
  onChoose: (elements: readonly DefinitionElement[], parameters: readonly Parameter[]) => void
}

export function Library({ isInRow, onChoose }: Props) {
  const [words, setWords] = useState('')
  const offered = library().filter(
    ({ title, theme, elements }) =>
      !(isInRow && elements.some(({ type }) => type === 'paneldynamic')) &&
      matches(words, [title, theme, ...elements.map(({ title: own }) => frenchOf(own))]),
  )
  const themes = [...new Set(offered.map(({ theme }) => theme))]
  return (
    <>
      <Field label="Chercher" help="Un mot du titre, du thème ou de la question.">
        {(props) => (
          <input
            {...props}
            className="field"
            type="search"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </Field>
      <p role="status" className="muted">
        {offered.length === 0 ? 'Rien ne correspond. Essayez un autre mot.' : `${offered.length} à reprendre`}
      </p>
      {themes.map((theme) => (
        <section key={theme} className="type-part">
          <h3>{theme}</h3>
          <ul>
            {offered
              .filter((item) => item.theme === theme)
              .map(({ id, title, elements }) => (
                <li key={id}>
                  <button
                    type="button"
                    onClick={() =>
                      onChoose(
                        elements,
                        models().flatMap(({ parameters }) => parameters),
                      )
                    }
                  >
                    <b>{title}</b>
                    <small>{elements.map(described).join(' · ')}</small>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function described(element: DefinitionElement): string {
  const inside = listOf(element.templateElements).length
  return `${frenchOf(element.title) || typeTitle(element)}${inside > 0 ? ` (${inside} questions par fiche)` : ''}`
}
