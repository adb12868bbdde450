/** The children described so far: a card each, to look again or remove; and whether there is another one. */
import { type Ref, useState } from 'react'
import type { PageModel, QuestionPanelDynamicModel } from 'survey-core'
import { useHeldFocus } from '../../parts/focus/useHeldFocus.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Sure } from '../../parts/forms/Sure.tsx'
import { useSay } from '../../words/useSay.ts'
import { progressId } from '../screens/ProgressBar.tsx'
import { areChildren, childTitle } from './childTitle.ts'

type Props = {
  ref: Ref<HTMLHeadingElement>
  group: QuestionPanelDynamicModel
  page: PageModel
  open: (index: number) => void
  /** What another child takes. */
  minutes?: number | null
}

export function Cards({ ref, group, page, open, minutes }: Props) {
  const say = useSay()
  const [removed, setRemoved] = useState<{ at: number; title: string } | null>(null)
  // the card now in its place, or the last one
  const next = Math.min((removed?.at ?? 0) + 1, group.panels.length)
  const screen = useHeldFocus<HTMLDivElement>(group.panels.length, `.card:nth-child(${next}) button`)
  const remove = (index: number) => {
    setRemoved({ at: index, title: childTitle(group, index) })
    group.removePanel(index)
  }
  const title = page.locTitle.textOrHtml || group.locTitle.textOrHtml
  const add = () => {
    group.addPanel()
    open(group.panels.length - 1)
  }
  return (
    <div className="screen" id={group.id} ref={screen}>
      {group.canAddPanel ? (
        <p className="screen-page">{title}</p>
      ) : (
        <h1 ref={ref} tabIndex={-1} className="screen-page" aria-describedby={progressId}>
          {title}
        </h1>
      )}
      <ul className="cards">
        {group.panels.map((panel, index) => (
          <Card
            key={panel.id}
            title={childTitle(group, index)}
            edit={() => open(index)}
            remove={group.canRemovePanel ? () => remove(index) : null}
          />
        ))}
      </ul>
      <p role="status">{removed && say('children.removed', { title: removed.title })}</p>
      {group.canAddPanel && (
        <div className="another">
          <h1 ref={ref} tabIndex={-1} className="question-title" aria-describedby={progressId}>
            {say(anotherOf(group))}
          </h1>
          <div className="another-choices">
            <button type="button" className="button door" onClick={add}>
              {say(areChildren(group) ? 'children.yesChild' : 'answer.yes')}
              {areChildren(group) && minutes && <small>{say('home.minutes', { minutes })}</small>}
            </button>
            <Button type="submit">{say('children.noMore')}</Button>
          </div>
        </div>
      )}
    </div>
  )
}

/** The question asked once a row is described. */
export const anotherOf = (group: QuestionPanelDynamicModel) =>
  group.panels.length > 0 && areChildren(group) ? 'children.anotherChild' : 'children.another'

/** @param remove null where one card at least must stay */
function Card({ title, edit, remove }: { title: string; edit: () => void; remove: (() => void) | null }) {
  const say = useSay()
  const [isAsking, setIsAsking] = useState(false)
  // « Non, garder » once it is asked, then « Enlever » again
  const card = useHeldFocus<HTMLLIElement>(isAsking, '.actions > :last-child')
  return (
    <li className="card" ref={card}>
      <h2>{title}</h2>
      {isAsking && remove ? (
        <Sure
          really={say('children.really', { title })}
          yes={say('children.yes')}
          no={say('children.no')}
          onYes={remove}
          onNo={() => setIsAsking(false)}
        />
      ) : (
        <div className="actions">
          <Button onClick={edit}>
            {say('children.edit')}
            <span className="visually-hidden"> {title}</span>
          </Button>
          {remove && (
            <Button kind="quiet" onClick={() => setIsAsking(true)}>
              {say('children.remove')}
              <span className="visually-hidden"> {title}</span>
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
