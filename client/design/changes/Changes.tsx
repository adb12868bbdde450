/** What changed between two questionnaires, place by place, old and new side by side. */

import { useMemo, useState } from 'react'
import type { Change } from '../../../surveys/changes/change.ts'
import { changesBetween } from '../../../surveys/changes/changes.ts'
import { languageRows } from '../../../surveys/languages.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { Button } from '../../parts/forms/Button.tsx'
import './changes.css'

type Props = {
  before: Questionnaire
  after: Questionnaire
  /** Headings of the two columns: « Version 2 » and « Version 3 ». */
  titles: [before: string, after: string]
}

const placesShown = 40

export function Changes({ before, after, titles }: Props) {
  const changes = useMemo(() => changesBetween(before, after), [before, after])
  const [isWhole, setIsWhole] = useState(false)
  if (changes.length === 0) return <p className="muted">Rien n’a changé.</p>
  const places = placesOf(changes)
  const shown = isWhole ? places : places.slice(0, placesShown)
  return (
    <div className="changes">
      <p>{summaryOf(changes)}</p>
      <table className="data changes-table">
        <caption className="visually-hidden">Ce qui change, par endroit</caption>
        <thead>
          <tr>
            <th scope="col">Quoi</th>
            <th scope="col">{titles[0]}</th>
            <th scope="col">{titles[1]}</th>
          </tr>
        </thead>
        {shown.map(({ where, mine }) => (
          <tbody key={where}>
            <tr className="changes-place">
              <th scope="rowgroup" colSpan={3}>
                {where}
              </th>
            </tr>
            {mine.map((change, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew as a whole
              <Line key={at} change={change} />
            ))}
          </tbody>
        ))}
      </table>
      {shown.length < places.length && (
        <div className="actions">
          <Button onClick={() => setIsWhole(true)}>Montrer les {places.length - shown.length} autres endroits</Button>
        </div>
      )}
    </div>
  )
}

function Line({ change: { sentence, before, after, what, language } }: { change: Change }) {
  const { tag, direction } = languageRows[language ?? 'fr']
  return (
    <tr data-what={what}>
      <th scope="row">{sentence}</th>
      <td lang={tag} dir={direction}>
        {before === null ? <span className="muted">—</span> : <del>{before}</del>}
      </td>
      <td lang={tag} dir={direction}>
        {after === null ? <span className="muted">—</span> : <ins>{after}</ins>}
      </td>
    </tr>
  )
}

function placesOf(changes: readonly Change[]): { where: string; mine: Change[] }[] {
  const places = new Map<string, Change[]>()
  for (const change of changes) places.set(change.where, [...(places.get(change.where) ?? []), change])
  return [...places].map(([where, mine]) => ({ where, mine }))
}

const counted: [name: string, names: string, (change: Change) => boolean][] = [
  ['question ajoutée', 'questions ajoutées', ({ kind, what }) => kind === 'question' && what === 'added'],
  ['question retirée', 'questions retirées', ({ kind, what }) => kind === 'question' && what === 'removed'],
  ['réponse proposée changée', 'réponses proposées changées', ({ kind }) => kind === 'choice'],
  ['condition changée', 'conditions changées', ({ kind }) => kind === 'condition'],
  ['texte changé', 'textes changés', ({ kind }) => kind === 'text'],
  ['indicateur changé', 'indicateurs changés', ({ kind }) => kind === 'indicator'],
  [
    'autre changement',
    'autres changements',
    ({ kind, what }) =>
      kind === 'setting' || kind === 'whole' || kind === 'page' || (kind === 'question' && what === 'moved'),
  ],
]

/** « 2 questions ajoutées, 1 texte changé. » */
export function summaryOf(changes: readonly Change[]): string {
  const said = counted.flatMap(([name, names, is]) => {
    const count = changes.filter(is).length
    return count === 0 ? [] : [`${count} ${count > 1 ? names : name}`]
  })
  return said.length === 0 ? 'Rien n’a changé.' : `${said.join(', ')}.`
}
