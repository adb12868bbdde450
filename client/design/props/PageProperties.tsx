/** What can be set on a page. */
import { pagesOf, setPage, withProperty } from '../../../surveys/edit/places.ts'
import { named } from '../draft/named.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { Essential } from './Essential.tsx'
import { PlanSummary } from './PlanSummary.tsx'
import { Shows } from './Shows.tsx'

export function PageProperties({ room, name }: { room: DraftRoom; name: string }) {
  const page = pagesOf(room.questionnaire).find((one) => one.name === name)
  if (page === undefined) return null
  return (
    <>
      <section aria-label="Place dans le questionnaire">
        <label className="tick">
          <input
            type="checkbox"
            checked={page.optionalPart === true}
            disabled={room.isReadOnly}
            onChange={({ target }) =>
              room.change(`Partie facultative\u202f: ${named(room.questionnaire, name)}`, (draft) =>
                setPage(draft, name, (before) => withProperty(before, 'optionalPart', target.checked || undefined)),
              )
            }
          />
          <span>
            Partie facultative
            <small>Les dernières pages, après « Encore quelques minutes ? ». Leur temps ne compte pas.</small>
          </span>
        </label>
        <Essential
          room={room}
          isChecked={page.essential === true}
          title="Page essentielle"
          set={(isChecked) =>
            room.change(`Essentielle\u202f: ${named(room.questionnaire, name)}`, (draft) =>
              setPage(draft, name, (before) => withProperty(before, 'essential', isChecked || undefined)),
            )
          }
        />
      </section>
      <Shows room={room} path={name} condition={page.visibleIf} parent={null} />
      <PlanSummary room={room} />
    </>
  )
}
