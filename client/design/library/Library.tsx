/** Questions and blocks ready to be taken up, found by their words: those of the authority first, then the shipped ones. */
import { useState } from 'react'
import { frenchOf, listOf } from '../../../surveys/questionnaire/elements.ts'
import { models } from '../../../surveys/questionnaire/founding.ts'
import { library } from '../../../surveys/questionnaire/library.ts'
import type { DefinitionElement, Parameter } from '../../../surveys/questionnaire/questionnaire.ts'
import { Loading } from '../../parts/Loading.tsx'
import { TextField } from '../../parts/staff/Field.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { matches } from '../draft/matches.ts'
import { typeTitle } from '../page/types.ts'
import { OwnItems } from './OwnItems.tsx'

type Props = {
  /** Inside a repeated panel: blocks that repeat cannot stand there. */
  isInRow: boolean
  onChoose: (elements: readonly DefinitionElement[], parameters: readonly Parameter[]) => void
}

const ownItems = () => call('GET /api/library')

export function Library({ isInRow, onChoose }: Props) {
  const [words, setWords] = useState('')
  const [loaded, again] = useLoaded(ownItems)
  const isOffered = (elements: readonly DefinitionElement[], texts: readonly string[]) =>
    !(isInRow && elements.some(({ type }) => type === 'paneldynamic')) &&
    matches(words, [...texts, ...elements.flatMap(({ title, name }) => [frenchOf(title), name])])
  const offered = library().filter(({ title, theme, elements }) => isOffered(elements, [title, theme]))
  const own =
    loaded && 'value' in loaded ? loaded.value.items.filter(({ title, elements }) => isOffered(elements, [title])) : []
  const count = offered.length + own.length
  const themes = [...new Set(offered.map(({ theme }) => theme))]
  return (
    <>
      <TextField
        label="Chercher"
        help="Un mot du titre, du thème ou de la question."
        type="search"
        value={words}
        onChange={setWords}
      />
      <p role="status" className="muted">
        {count === 0 ? 'Rien ne correspond. Essayez un autre mot.' : `${count} à reprendre`}
      </p>
      <Loading loaded={loaded} again={again}>
        {() =>
          own.length > 0 && (
            <OwnItems
              items={own}
              described={({ elements }) => elements.map(described).join(' · ')}
              onChoose={({ elements, parameters }) => onChoose(elements, parameters)}
              onDropped={again}
            />
          )
        }
      </Loading>
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
                    className="tile-button"
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
  return `${frenchOf(element.title) || typeTitle(element)}${inside > 0 ? ` (${inside} ${inside > 1 ? 'questions' : 'question'} par fiche)` : ''}`
}
