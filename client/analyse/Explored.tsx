/** What one question tells, in three forms that say the same numbers; each can be taken away. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { analyse } from '../../api/wire.ts'
import { Tabs } from '../parts/staff/Tabs.tsx'
import { tell } from '../parts/staff/Toasts.tsx'
import { Chart } from './Chart.tsx'
import { type Bar, barOf, endOf } from './charts/specs.ts'
import { csvOf } from './csv.ts'
import { ExplorerTable } from './ExplorerTable.tsx'
import { answers as answersText, day } from './words.ts'
import { ZoneMap } from './ZoneMap.tsx'

type Props = { explored: analyse.Explored; answer: string | null; onAnswer: (value: string) => void }

export function Explored({ explored, answer, onAnswer }: Props) {
  const { title, cells, lists, answers, kind, publication, from, mention, why, who, weighted } = explored
  const [view, setView] = useState('chart')
  const canvas = useRef<HTMLCanvasElement | null>(null)
  const keep = useCallback((own: HTMLCanvasElement | null) => {
    canvas.current = own
  }, [])
  const chosen = answers.find(({ value }) => value === answer) ?? answers[0]
  const bars = useMemo(() => barsOf(explored, chosen?.value ?? null), [explored, chosen?.value])
  const spec = useMemo(
    () => ({ kind: 'bars' as const, bars, isShare: kind !== 'mean', end: endOf(bars, kind !== 'mean') }),
    [bars, kind],
  )
  const base = baseText(cells ?? [], who)
  const heading = (
    <>
      <h2>{title}</h2>
      <p className="muted">
        {base}
        {kind === 'several' ? ' · plusieurs réponses possibles' : ''}
        {weighted ? ' · avec les poids' : ''}
      </p>
    </>
  )
  const foot = (
    <p className="muted small">
      <span className="badge" data-kind="warm">
        usage interne
      </span>{' '}
      {mention} Publication n° {publication.number} du {day(publication.madeAt)}, {answersText(publication.responses)}
      {from && from.id !== `n° ${publication.number}`
        ? ` ; ces chiffres-ci n’ont pas changé depuis la publication ${from.id}`
        : ''}
      .
    </p>
  )
  if (cells === null)
    return (
      <section className="section">
        {heading}
        <div className="empty secret-whole">
          <p>
            <b>Secret.</b> {why}
          </p>
          <p>
            Retirez une des listes, ou choisissez-en une autre : le même résultat est montré quand les groupes sont
            assez grands.
          </p>
        </div>
        {foot}
      </section>
    )
  const hasZone = lists.length === 1 && lists[0]!.path === 'zone'
  const tabs = [
    { name: 'chart', title: 'Graphique' },
    { name: 'table', title: 'Tableau' },
    ...(hasZone ? [{ name: 'map', title: 'Carte' }] : []),
  ]
  const copy = async () => {
    await navigator.clipboard.writeText(`${explored.sentence} (${mention})`)
    tell('La phrase est copiée.')
  }
  return (
    <section className="section">
      {heading}
      {lists.length > 0 && answers.length > 1 && view !== 'table' && (
        <div className="filters">
          <label className="wide">
            Réponse montrée
            <select value={chosen?.value} onChange={(event) => onAnswer(event.target.value)}>
              {answers.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <Tabs
        label="Forme"
        tabs={tabs}
        chosen={tabs.some(({ name }) => name === view) ? view : 'chart'}
        onChoose={setView}
      >
        {view === 'table' && <ExplorerTable explored={explored} />}
        {view === 'map' && hasZone && <ZoneMap explored={explored} answer={chosen?.value ?? null} />}
        {(view === 'chart' || (view === 'map' && !hasZone)) && (
          <Chart
            spec={spec}
            canvasRef={keep}
            height={bars.length * 40 + 60}
            label={`Barres avec intervalle à 95 %. ${bars.map(({ label, text }) => `${label} : ${text}`).join(', ')}.`}
          />
        )}
      </Tabs>
      <p className="said">{explored.sentence}</p>
      {lists.some(({ left }) => left.length > 0) && (
        <p className="muted small">
          Groupes trop petits pour être seuls, mis ensemble : {lists.flatMap(({ left }) => left).join(', ')}.
        </p>
      )}
      <div className="actions no-print">
        <button type="button" className="button" onClick={copy}>
          Copier la phrase
        </button>
        <button
          type="button"
          className="button"
          onClick={() => save(`${explored.path}.csv`, new Blob([csvOf(explored)], { type: 'text/csv' }))}
        >
          Télécharger le CSV
        </button>
        {view === 'chart' && (
          <button
            type="button"
            className="button"
            onClick={() => canvas.current?.toBlob((image) => image && save(`${explored.path}.png`, image))}
          >
            Enregistrer l’image
          </button>
        )}
      </div>
      {foot}
    </section>
  )
}

/** One bar an answer; by a list, one bar a group for the answer chosen. */
function barsOf({ cells, lists, answers }: analyse.Explored, chosen: string | null): Bar[] {
  const wide = (estimate: analyse.MaybeEstimate) =>
    estimate.value !== null && (estimate.effectiveBase < 30 || estimate.high - estimate.low >= 0.3)
  const group = (dims: Record<string, string>) =>
    lists.map(({ path, choices }) => choices.find(({ value }) => value === dims[path])?.text ?? dims[path]).join(' · ')
  return (cells ?? [])
    .filter(({ dims }) => lists.length === 0 || chosen === null || dims.reponse === chosen)
    .map(({ dims, estimate, text }) => {
      const label =
        lists.length === 0 ? (answers.find(({ value }) => value === dims.reponse)?.label ?? 'Moyenne') : group(dims)
      return barOf(label, estimate, wide(estimate), text)
    })
}

function baseText(cells: analyse.ExplorerCell[], [one, many]: [string, string]): string {
  const bases = cells.flatMap(({ estimate }) => (estimate.value === null ? [] : [estimate.base]))
  const [least, most] = [Math.min(...bases), Math.max(...bases)]
  if (bases.length === 0) return ''
  const text = least === most ? String(most) : `${least} à ${most}, selon le groupe :`
  return `Base : ${text} ${most < 2 ? one : many}`
}

function save(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
