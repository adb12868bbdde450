/** The questions of a questionnaire with a box each: a page or a group ticks what it holds, Shift and a click those between. */
import { useRef, useState } from 'react'
import { numbersOf } from '../../../surveys/edit/elements.ts'
import { allElements, type Found, pagesOf } from '../../../surveys/edit/places.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { matchesQuestion } from '../draft/matches.ts'
import { QuestionSearch } from '../page/QuestionSearch.tsx'
import { typeTitle } from '../page/types.ts'

type Props = {
  questionnaire: Questionnaire
  /** Paths of questions, groups and repeated panels. */
  picked: ReadonlySet<string>
  onPick: (picked: ReadonlySet<string>) => void
}

export function QuestionTicks({ questionnaire, picked, onPick }: Props) {
  const [words, setWords] = useState('')
  const everything = allElements(questionnaire)
  const numbers = numbersOf(questionnaire)
  const shown = everything.filter((found) => matchesQuestion(words, found))
  const set = (paths: readonly string[], isPicked: boolean) => {
    const next = new Set(picked)
    for (const path of paths) {
      if (isPicked) next.add(path)
      else next.delete(path)
    }
    onPick(next)
  }
  /** Where a range begins, and whether the key that asks for one is held. */
  const last = useRef<string | null>(null)
  const isRange = useRef(false)
  const tick = (path: string, isPicked: boolean) => {
    const [here, there] = [path, last.current].map((one) => shown.findIndex((found) => found.path === one))
    const range =
      isRange.current && there !== -1 ? shown.slice(Math.min(here!, there!), Math.max(here!, there!) + 1) : []
    const paths = [path, ...range.map((found) => found.path)]
    set([...paths, ...paths.flatMap((one) => inside(one).map((found) => found.path))], isPicked)
    last.current = path
  }
  const inside = (path: string) => everything.filter((found) => isInside(found, path, everything))
  return (
    <div className="ticks-questions">
      <QuestionSearch words={words} count={shown.length} onChange={setWords} />
      {pagesOf(questionnaire).map((page, at) => {
        const own = shown.filter((found) => found.page === page.name)
        if (own.length === 0) return null
        const title = frenchOf(page.title)
        return (
          <fieldset key={page.name}>
            <legend>
              Page {at + 1}
              {title && ` · ${title}`}
            </legend>
            <label className="tick">
              <input
                type="checkbox"
                checked={own.every(({ path }) => picked.has(path))}
                onChange={({ target }) =>
                  set(
                    own.map(({ path }) => path),
                    target.checked,
                  )
                }
              />
              <span>Toute la page</span>
            </label>
            {own.map(({ path, element, holder }) => (
              <label key={path} className="tick" data-inside={holder.kind === 'group' || undefined}>
                <input
                  type="checkbox"
                  checked={picked.has(path)}
                  onClick={({ shiftKey }) => (isRange.current = shiftKey)}
                  onChange={({ target }) => tick(path, target.checked)}
                />
                <span>
                  {numbers.get(path) && <b>{numbers.get(path)} </b>}
                  {frenchOf(element.title) || <i>Sans titre</i>}
                  <small>{typeTitle(element)}</small>
                </span>
              </label>
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}

function isInside({ holder }: Found, path: string, everything: readonly Found[]): boolean {
  if (holder.kind === 'page') return false
  const around = everything.find((found) => found.path === holder.path)
  return holder.path === path || (around !== undefined && isInside(around, path, everything))
}
