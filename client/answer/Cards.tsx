/** The children described so far: a card each, to look again, remove, or add one. */
import { type Ref, useState } from 'react'
import type { PageModel, QuestionPanelDynamicModel } from 'survey-core'
import { useSay } from '../words/useSay.ts'
import { childTitle } from './childTitle.ts'

type Props = {
  ref: Ref<HTMLHeadingElement>
  group: QuestionPanelDynamicModel
  page: PageModel
  open: (index: number) => void
}

export function Cards({ ref, group, page, open }: Props) {
  const say = useSay()
  const [asking, setAsking] = useState<number | null>(null)
  const add = () => {
    group.addPanel()
    open(group.panels.length - 1)
  }
  return (
    <div className="screen" id={group.id}>
      <h1 ref={ref} tabIndex={-1} className="screen-page">
        {page.locTitle.textOrHtml || group.locTitle.textOrHtml}
      </h1>
      {group.panels.length === 0 && <p>{say('children.none')}</p>}
      <ul className="cards">
        {group.panels.map((panel, index) => {
          const title = childTitle(group, index)
          return (
            <li key={panel.id} className="card">
              <h2>{title}</h2>
              {asking === index ? (
                <div role="alert">
                  <p>{say('children.really', { title })}</p>
                  <div className="actions">
                    <button
                      type="button"
                      className="button"
                      onClick={() => {
                        group.removePanel(index)
                        setAsking(null)
                      }}
                    >
                      {say('children.yes')}
                    </button>
                    <button type="button" className="button" onClick={() => setAsking(null)}>
                      {say('children.no')}
                    </button>
                  </div>
                </div>
              ) : (
                <div className="actions">
                  <button type="button" className="button" onClick={() => open(index)}>
                    {say('children.edit')}
                    <span className="visually-hidden"> {title}</span>
                  </button>
                  {group.canRemovePanel && (
                    <button type="button" className="button" data-kind="quiet" onClick={() => setAsking(index)}>
                      {say('children.remove')}
                      <span className="visually-hidden"> {title}</span>
                    </button>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {group.canAddPanel && (
        <button type="button" className="button add" onClick={add}>
          <span aria-hidden="true">+</span> {group.locAddPanelText.textOrHtml || say('children.add')}
        </button>
      )}
    </div>
  )
}
