/** The plan as a wall: axes in rows, orientations as groups, a tile an objective; the address holds the filter. */

import { Link, useSearchParams } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import {
  capitalised,
  levelCount,
  levelHeading,
  levelSaid,
  levelTitle,
  levelWords,
} from '../../../surveys/authority/levels.ts'
import {
  actions,
  axes,
  objectives,
  orientations,
  objectiveOf as planned,
  shortTitles,
} from '../../../surveys/authority/plan.ts'
import { transverseLines } from '../../../surveys/authority/printed.ts'
import { type Status, StatusMark } from '../StatusMark.tsx'
import { Strength, StrengthKey } from '../Strength.tsx'
import { statusWords } from '../words.ts'
import { KindMark, KindMarks, kindNames, kinds } from './KindMark.tsx'

type Row = analyse.Overview['rows'][number]
/** A publication from before an amendment may hold a row whose objective is gone. */
const isOfPlan = (number: number) => planned(number) !== null
const objectiveOf = (number: number) => planned(number)!
const actionOf = (objective: number) => actions().find(({ number }) => number === objectiveOf(objective).action)!
const pilots = () =>
  [...new Set(actions().flatMap((action) => action.pilots))].toSorted((a, b) => a.localeCompare(b, 'fr'))
const starts = () =>
  [...new Set(objectives().flatMap(({ start }) => (start === null ? [] : [String(start)])))].toSorted()
const statuses = Object.keys(statusWords) as Status[]
const none = 'aucune'
/** Choices of evidence: its kinds, and none of them. */
const evidenceChoices: Record<string, (row: Row) => boolean> = {
  ...Object.fromEntries(kinds.map((kind) => [kindNames[kind], ({ evidence }: Row) => evidence[kind] > 0])),
  [none]: ({ evidence }) => kinds.every((kind) => evidence[kind] === 0),
}

export function Wall({ rows }: { rows: Row[] }) {
  const [search, setSearch] = useSearchParams()
  const chosen = (name: string) => search.get(name) ?? ''
  const choose = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  const among = rows.filter(
    (row) =>
      isOfPlan(row.objective) &&
      (!chosen('pilote') || actionOf(row.objective).pilots.includes(chosen('pilote'))) &&
      (evidenceChoices[chosen('preuve')]?.(row) ?? true) &&
      (!chosen('debut') || String(objectiveOf(row.objective).start) === chosen('debut')),
  )
  const shown = among.filter(({ status }) => !chosen('etat') || status === chosen('etat'))
  return (
    <section className="section wall" aria-labelledby="wall-title">
      <div className="wall-head">
        <h2 id="wall-title">Les {levelCount('objective', rows.length)}</h2>
        <p role="status" className="muted">
          {shown.length === rows.length ? 'Tous sont montrés.' : `${shown.length} sur ${rows.length} sont montrés.`}
        </p>
        <ul className="legend" aria-label="Preuves">
          {kinds.map((kind) => (
            <li key={kind}>
              <KindMark kind={kind} /> {kindNames[kind]}
            </li>
          ))}
        </ul>
        <StrengthKey present={rows.flatMap(({ best, concluded }) => (best && concluded > 0 ? [best] : []))} />
      </div>
      <div className="filters">
        <Choice
          name="Pilote"
          value={chosen('pilote')}
          options={pilots()}
          onChange={(value) => choose('pilote', value)}
        />
        <Choice name="Début" value={chosen('debut')} options={starts()} onChange={(value) => choose('debut', value)} />
        <Choice
          name="Preuve"
          value={chosen('preuve')}
          options={Object.keys(evidenceChoices)}
          onChange={(value) => choose('preuve', value)}
        />
        <fieldset className="chips">
          <legend>État</legend>
          {['', ...statuses].map((status) => {
            const count = status ? among.filter((row) => row.status === status).length : among.length
            if (status && count === 0 && chosen('etat') !== status) return null
            return (
              <label key={status} className="chip drawn-field">
                <input
                  type="radio"
                  name="etat"
                  checked={chosen('etat') === status}
                  onChange={() => choose('etat', status)}
                />
                {status && <StatusMark status={status as Status} />}
                <span>
                  {status ? statusWords[status as Status] : 'Tous'} <b>{count}</b>
                </span>
              </label>
            )
          })}
        </fieldset>
      </div>
      <Standing rows={rows} />
      {shown.length === 0 && (
        <p className="empty">{capitalised(levelSaid('none', 'objective'))} ne répond à ces filtres.</p>
      )}
      {axes().map((axis) => (
        <Axis key={axis.number} axis={axis} rows={shown} />
      ))}
    </section>
  )
}

/** How many objectives have evidence, and by number those that have none: nothing is claimed before it is there. */
function Standing({ rows }: { rows: Row[] }) {
  const without = rows.filter(evidenceChoices[none]!).map(({ objective }) => objective)
  if (without.length === 0)
    return <p className="muted">Chacun des {levelCount('objective', rows.length)} a au moins une preuve.</p>
  if (without.length === rows.length)
    return (
      <p className="muted">
        {capitalised(levelSaid('none', 'objective'))} n’a encore de preuve : une tuile ouverte dit ce qui l’éclairerait.
      </p>
    )
  const count = rows.length - without.length
  return (
    <p className="muted">
      {levelCount('objective', count)} sur {rows.length} {count > 1 ? 'ont' : 'a'} au moins une preuve. Sans preuve à ce
      jour : {without.join(', ')}.
    </p>
  )
}

function Axis({ axis, rows }: { axis: ReturnType<typeof axes>[number]; rows: Row[] }) {
  const groups = orientations()
    .filter((orientation) => orientation.axis === axis.number)
    .map((orientation) => ({
      ...orientation,
      tiles: rows.filter(({ objective }) => actionOf(objective).orientations.includes(orientation.number)),
    }))
    .filter(({ tiles }) => tiles.length > 0)
  if (groups.length === 0 && !axis.transverse) return null
  return (
    <section className="axis" aria-labelledby={`axe-${axis.number}`}>
      <h3 id={`axe-${axis.number}`}>
        <span>{levelTitle('axis', axis.number)}</span> {axis.title}
      </h3>
      <div className="groups">
        {axis.transverse && <Lines axis={axis.number} rows={rows} />}
        {groups.map(({ number, title, tiles }) => (
          <div key={number} className="group">
            <h4>{title}</h4>
            <ul>
              {tiles.map((row) => (
                <Tile key={row.objective} row={row} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

/** An axis without actions of its own: its lines, and the objectives of the other axes that carry them. */
function Lines({ axis, rows }: { axis: number; rows: Row[] }) {
  const lines = transverseLines().filter((line) => line.axis === axis)
  const titleOf = (number: number) => orientations().find((one) => one.number === number)?.title ?? ''
  const areProposed = lines.some(({ proposed }) => proposed)
  return (
    <div className="group">
      <p className="muted small">
        {levelHeading('axis')} transverse, sans {levelWords('action').one} propre : ses lignes avancent avec des{' '}
        {levelWords('objective').several} des autres {levelWords('axis').several}
        {areProposed && ' (liens proposés, à confirmer)'}.
      </p>
      <ul className="lines">
        {lines.map(({ number, title, objectives: carriers, orientations: served }) => (
          <li key={number}>
            <b>{title}</b>
            <span className="muted small">{served.map((one) => `${one}. ${titleOf(one)}`).join(' · ')}</span>
            <span className="line-objectives">
              {carriers.map((one) => {
                const row = rows.find(({ objective }) => objective === one)
                return (
                  <Link key={one} href={`/analyse/objectif/${one}`} className="line-objective">
                    {one}. {shortTitles()[one]}
                    {row && <KindMarks counts={row.evidence} />}
                  </Link>
                )
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Tile({ row: { objective: number, status, best, concluded, evidence } }: { row: Row }) {
  return (
    <li>
      <Link
        href={`/analyse/objectif/${number}`}
        className="tile"
        data-status={status}
        data-evidence={kinds.some((kind) => evidence[kind] > 0) || undefined}
        title={objectiveOf(number).title}
      >
        <span className="tile-head">
          <b>{number}</b>
          <KindMarks counts={evidence} />
          {best && concluded > 0 && <Strength strength={best} isCompact />}
        </span>
        <span className="tile-title">{shortTitles()[number]}</span>
        <span className="tile-foot">
          <StatusMark status={status} />
          {statusWords[status]}
        </span>
      </Link>
    </li>
  )
}

type ChoiceProps = { name: string; value: string; options: string[]; onChange: (value: string) => void }
function Choice({ name, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      {name}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Tous</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </label>
  )
}
