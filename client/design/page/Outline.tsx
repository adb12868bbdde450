/** Pages and questions in order: chosen, dragged, or moved by keyboard with Alt and the arrows. */
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { mayStandIn, numbersOf } from '../../../surveys/edit/elements.ts'
import { allElements, type Found, type Holder, pagesOf } from '../../../surveys/edit/places.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { isAt } from '../../../surveys/review/issue.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { matchesQuestion } from '../draft/matches.ts'
import { isBegun } from './begun.ts'
import { QuestionSearch } from './QuestionSearch.tsx'
import type { Tools } from './tools.ts'
import { typeTitle } from './types.ts'

type Dragged = { kind: 'page' | 'element'; path: string } | null
type Target = { holder: Holder; at: number } | { page: number } | null

export function Outline({ room, selection, select, deeds, identity, add }: Tools) {
  const [words, setWords] = useState('')
  const { questionnaire, isReadOnly } = room
  const [dragged, setDragged] = useState<Dragged>(null)
  const [target, setTarget] = useState<Target>(null)
  const pages = pagesOf(questionnaire)
  const numbers = numbersOf(questionnaire)
  const everything = allElements(questionnaire)
  const sought = everything.filter((found) => matchesQuestion(words, found))
  const inside = (path: string) => everything.filter(({ holder }) => holder.kind === 'group' && holder.path === path)
  /** What is found, and the groups around it. */
  const isShown = (found: Found): boolean => sought.includes(found) || inside(found.path).some(isShown)

  const faultsAt = (path: string) => room.review.toFix.filter((issue) => isAt(issue, path)).length

  const isTarget = (holder: Holder, at: number) =>
    target !== null &&
    'at' in target &&
    target.holder.path === holder.path &&
    target.holder.kind === holder.kind &&
    target.at === at

  function over(event: DragEvent, next: Target) {
    if (dragged === null || next === null) return
    if (
      'holder' in next
        ? dragged.kind !== 'element' || !mayStandIn(questionnaire, dragged.path, next.holder)
        : dragged.kind !== 'page'
    )
      return
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = 'move'
    if (JSON.stringify(next) !== JSON.stringify(target)) setTarget(next)
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    event.stopPropagation()
    if (dragged?.kind === 'page' && target && 'page' in target) {
      const from = pages.findIndex(({ name }) => name === dragged.path)
      deeds.placePage(dragged.path, target.page > from ? target.page - 1 : target.page)
    }
    if (dragged?.kind === 'element' && target && 'holder' in target) {
      const own = everything.find(({ path }) => path === dragged.path)
      const isSame = own?.holder.path === target.holder.path && own.holder.kind === target.holder.kind
      deeds.place(dragged.path, target.holder, isSame && target.at > own.index ? target.at - 1 : target.at)
    }
    end()
  }
  const end = () => {
    setDragged(null)
    setTarget(null)
  }
  const start = (event: DragEvent, what: NonNullable<Dragged>) => {
    event.stopPropagation()
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', what.path)
    setDragged(what)
  }
  const half = (event: DragEvent) => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    return event.clientY > top + height / 2 ? 1 : 0
  }
  const keys = (event: KeyboardEvent, step: (by: -1 | 1) => void) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (by === null) return
    event.preventDefault()
    if (event.altKey && !isReadOnly) return step(by)
    const all = [...document.querySelectorAll<HTMLElement>('.outline [data-place]')]
    all[all.indexOf(event.currentTarget as HTMLElement) + by]?.focus()
  }

  const item = (found: Found) => {
    const { path, element, holder, index, size } = found
    const held = inside(path).filter(isShown)
    const isGroup = element.type === 'panel' || element.type === 'paneldynamic'
    const own: Holder = { kind: 'group', path }
    const count = isBegun(found, selection.path) ? 0 : faultsAt(path)
    return (
      <li
        key={identity.of(path)}
        data-drop={
          isTarget(holder, index) ? 'before' : index === size - 1 && isTarget(holder, size) ? 'after' : undefined
        }
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging doubles the buttons and the keys */}
        <div
          className="outline-row"
          draggable={!isReadOnly}
          onDragStart={(event) => start(event, { kind: 'element', path })}
          onDragEnd={end}
          onDragOver={(event) => over(event, { holder, at: index + half(event) })}
          onDrop={drop}
        >
          <button
            type="button"
            data-place={path}
            aria-current={selection.path === path || undefined}
            onClick={() => select(path)}
            onKeyDown={(event) => keys(event, (by) => deeds.step(path, by))}
          >
            <span className="outline-number" aria-hidden="true">
              {numbers.get(path) ?? ''}
            </span>
            <span className="outline-title">
              <span className="outline-words">{frenchOf(element.title) || <i>Sans titre</i>}</span>
              <small>{typeTitle(element)}</small>
            </span>
            {typeof element.visibleIf === 'string' && element.visibleIf !== '' && (
              <span className="outline-mark" title="Sous condition">
                si<span className="visually-hidden"> : sous condition</span>
              </span>
            )}
            {count > 0 && (
              <span className="outline-fault" title="À corriger">
                {count}
                <span className="visually-hidden"> à corriger</span>
              </span>
            )}
          </button>
        </div>
        {isGroup && (
          <ol onDragOver={(event) => held.length === 0 && over(event, { holder: own, at: 0 })} onDrop={drop}>
            {held.map(item)}
            {held.length === 0 && <li className="outline-void">Vide</li>}
          </ol>
        )}
      </li>
    )
  }

  return (
    <nav className="outline" aria-label="Pages et questions">
      <QuestionSearch words={words} count={sought.length} onChange={setWords} />
      <ol>
        {pages.map((page, at) => {
          const own = everything.filter(
            (found) => found.holder.kind === 'page' && found.holder.path === page.name && isShown(found),
          )
          if (words.trim() !== '' && own.length === 0) return null
          const holder: Holder = { kind: 'page', path: page.name }
          const isOpen = selection.page === page.name
          return (
            <li
              key={page.name}
              className="outline-page"
              data-drop={
                target && 'page' in target
                  ? target.page === at
                    ? 'before'
                    : target.page === at + 1 && at === pages.length - 1
                      ? 'after'
                      : undefined
                  : undefined
              }
              onDragOver={(event) =>
                dragged?.kind === 'page'
                  ? over(event, { page: at + half(event) })
                  : over(event, { holder, at: page.elements?.length ?? 0 })
              }
              onDrop={drop}
            >
              {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging doubles the buttons and the keys */}
              <div
                className="outline-row"
                draggable={!isReadOnly}
                onDragStart={(event) => start(event, { kind: 'page', path: page.name })}
                onDragEnd={end}
              >
                <button
                  type="button"
                  data-place={page.name}
                  data-open={isOpen || undefined}
                  aria-current={(isOpen && selection.path === null) || undefined}
                  onClick={() => select(page.name)}
                  onKeyDown={(event) => keys(event, (by) => deeds.stepPage(page.name, by))}
                >
                  <b>
                    Page {at + 1}
                    {frenchOf(page.title) && ` · ${frenchOf(page.title)}`}
                  </b>
                  {faultsAt(page.name) > 0 && (
                    <span className="outline-fault" title="À corriger">
                      {faultsAt(page.name)}
                      <span className="visually-hidden"> à corriger</span>
                    </span>
                  )}
                </button>
              </div>
              <ol>
                {own.map(item)}
                {own.length === 0 && <li className="outline-void">Page vide</li>}
              </ol>
            </li>
          )
        })}
      </ol>
      {!isReadOnly && (
        <div className="outline-add">
          <Button disabled={pages.length === 0} onClick={() => add(afterSelection(everything, selection))}>
            Ajouter une question
          </Button>
          <Button kind="quiet" onClick={() => deeds.addPage(selection.page || null)}>
            Ajouter une page
          </Button>
        </div>
      )}
      <p className="outline-help">
        Pour déplacer : glisser (du doigt, en restant appuyé), « Monter » et « Descendre », ou Alt + ↑ ↓ au clavier.
      </p>
    </nav>
  )
}

/** A new question comes after the chosen one, or into the chosen group, or at the end of the page. */
export function afterSelection(everything: Found[], { page, path }: Tools['selection']) {
  const found = everything.find((one) => one.path === path)
  if (found?.element.type === 'panel' || found?.element.type === 'paneldynamic')
    return { holder: { kind: 'group', path: found.path } as const, at: Number.MAX_SAFE_INTEGER }
  if (found) return { holder: found.holder, at: found.index + 1 }
  return { holder: { kind: 'page', path: page } as const, at: Number.MAX_SAFE_INTEGER }
}
