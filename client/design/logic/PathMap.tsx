/** The map: every place in order, what it waits for and what it opens. */
import { sentenceOfCondition, shortened } from '../../../surveys/conditions/words.ts'
import { numbersOf } from '../../../surveys/edit/elements.ts'
import { allElements, findElement, pagesOf } from '../../../surveys/edit/places.ts'
import { readersOf } from '../../../surveys/edit/readers.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { DraftRoom } from '../draft/useDraft.ts'

type Props = { room: DraftRoom; chosen: string; onChoose: (path: string) => void }

export function PathMap({ room, chosen, onChoose }: Props) {
  const { questionnaire } = room
  const numbers = numbersOf(questionnaire)
  const all = allElements(questionnaire)
  const stopped = new Set(
    room.review.toFix.filter(({ code }) => code === 'unreachable' || code === 'condition').map(({ path }) => path),
  )
  const said = (condition: unknown, parent: string | null) => {
    if (typeof condition !== 'string' || condition.trim() === '') return null
    const around = parent === null ? null : (findElement(questionnaire, parent)?.element ?? null)
    return sentenceOfCondition(questionnaire, condition, around) ?? 'une condition qui ne se lit pas'
  }
  const opens = (path: string) => {
    const opened = readersOf(questionnaire, path)
      .filter(({ how }) => how === 'visibleIf')
      .map(({ path: reader, title }) =>
        numbers.has(reader) ? `question ${numbers.get(reader)}` : `«\u202f${shortened(title, 40)}\u202f»`,
      )
    return opened.length === 0 ? null : `Ouvre\u202f: ${opened.join(', ')}`
  }
  const row = (path: string, title: string, condition: string | null, number: number | undefined, isPage: boolean) => (
    <button
      type="button"
      className="path-row"
      data-page={isPage || undefined}
      data-conditional={condition !== null || undefined}
      data-stopped={stopped.has(path) || undefined}
      aria-current={chosen === path || undefined}
      onClick={() => onChoose(path)}
    >
      <span className="path-number">{number ?? ''}</span>
      <span className="path-text">
        <span className="path-title">{title}</span>
        {condition !== null && <small>Si {condition}</small>}
        {!isPage && opens(path) && <small className="path-opens">{opens(path)}</small>}
        {stopped.has(path) && (
          <small className="path-stop">Personne ne peut la rencontrer, ou sa condition est à revoir.</small>
        )}
      </span>
    </button>
  )
  return (
    <ol className="path-map">
      {pagesOf(questionnaire).map((page, at) => (
        <li key={page.name}>
          {row(
            page.name,
            `Page ${at + 1}${frenchOf(page.title) ? ` · ${frenchOf(page.title)}` : ''}`,
            said(page.visibleIf, null),
            undefined,
            true,
          )}
          <ol>
            {all
              .filter((found) => found.page === page.name)
              .map(({ path, element, parent, holder }) => (
                <li key={path} data-inside={parent !== null || holder.kind === 'group' || undefined}>
                  {row(
                    path,
                    frenchOf(element.title) || 'Sans titre',
                    said(element.visibleIf, parent),
                    numbers.get(path),
                    false,
                  )}
                </li>
              ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}
