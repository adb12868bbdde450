/** Whether a page or a question is asked by the short door too, and what each door takes. */
import { setProperty } from '../../../surveys/edit/elements.ts'
import { type Found, findElement, pagesOf } from '../../../surveys/edit/places.ts'
import { listOf } from '../../../surveys/questionnaire/elements.ts'
import type { DefinitionElement } from '../../../surveys/questionnaire/questionnaire.ts'
import { named } from '../draft/named.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { aboutMinutes, medianText } from '../minutes.ts'

type Props = {
  room: DraftRoom
  title: string
  isChecked: boolean
  /** What makes it essential already: its own box says nothing more. */
  by?: string | undefined
  set: (isChecked: boolean) => void
}

export function Essential({ room, title, isChecked, by, set }: Props) {
  const { short } = room.review.budget
  const times =
    short === null
      ? 'Dès qu’une question est essentielle, les gens choisissent\u202f: l’essentiel, ou tout le questionnaire.'
      : `L’essentiel\u202f: ${aboutMinutes(short)}. Tout le questionnaire\u202f: ${medianText(room.review.budget)}.`
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={isChecked || by !== undefined}
        disabled={room.isReadOnly || by !== undefined}
        onChange={({ target }) => set(target.checked)}
      />
      <span>
        {title}
        <small>
          {by}
          {times}
        </small>
      </span>
    </label>
  )
}

export function EssentialQuestion({ room, found }: { room: DraftRoom; found: Found }) {
  const { element, path } = found
  const page = pagesOf(room.questionnaire).find(({ name }) => name === found.page)
  const panel = found.parent === null ? null : findElement(room.questionnaire, found.parent)?.element
  const by =
    page?.essential === true
      ? 'Comme toute sa page. '
      : panel?.essential === true
        ? 'Comme toute la fiche. '
        : listOf<DefinitionElement>(element.templateElements).some(({ essential }) => essential === true)
          ? 'Une de ses questions l’est. '
          : undefined
  return (
    <section aria-label="Voie courte">
      <Essential
        room={room}
        title="Essentielle"
        isChecked={element.essential === true}
        by={by}
        set={(isChecked) =>
          room.change(`Essentielle\u202f: ${named(room.questionnaire, path)}`, (draft) =>
            setProperty(draft, path, 'essential', isChecked || undefined),
          )
        }
      />
    </section>
  )
}
