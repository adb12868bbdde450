/** The plan as a wall: axes in rows, orientations as groups, a tile for each objective; the address holds the filter. */
import { Link, useSearchParams } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { actions, axes, objectives, orientations, shortTitles } from '../../../surveys/authority/plan.ts'
import { type Status, StatusMark } from '../StatusMark.tsx'
import { Strength } from '../Strength.tsx'
import { statusWords, strengths } from '../words.ts'

type Row = analyse.Overview['rows'][number]
const objectiveOf = (number: number) => objectives().find((one) => one.number === number)!
const actionOf = (objective: number) => actions().find(({ number }) => number === objectiveOf(objective).action)!
const pilots = () =>
  [...new Set(actions().flatMap((action) => action.pilots))].toSorted((a, b) => a.localeCompare(b, 'fr'))
const starts = () =>
  [...new Set(objectives().flatMap(({ start }) => (start === null ? [] : [String(start)])))].toSorted()
const statuses = Object.keys(statusWords) as Status[]

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
    ({ objective }) =>
      (!chosen('pilote') || actionOf(objective).pilots.includes(chosen('pilote'))) &&
      (!chosen('debut') || String(objectiveOf(objective).start) === chosen('debut')),
  )
  const shown = among.filter(({ status }) => !chosen('etat') || status === chosen('etat'))
  return (
    <section className="section wall" aria-labelledby="wall-title">
      <div className="wall-head">
        <h2 id="wall-title">Les {objectives().length} objectifs</h2>
        <p role="status" className="muted">
          {shown.length === rows.length ? 'Tous sont montrés.' : `${shown.length} sur ${rows.length} sont montrés.`}
        </p>
        <ul className="legend" aria-label="Force du meilleur résultat">
          {strengths.map((strength) => (
            <li key={strength}>
              <Strength strength={strength} />
            </li>
          ))}
        </ul>
      </div>
      <div className="filters">
        <Choice
          name="Pilote"
          value={chosen('pilote')}
          options={pilots()}
          onChange={(value) => choose('pilote', value)}
        />
        <Choice name="Début" value={chosen('debut')} options={starts()} onChange={(value) => choose('debut', value)} />
        <fieldset className="chips">
          <legend>État</legend>
          {['', ...statuses].map((status) => {
            const count = status ? among.filter((row) => row.status === status).length : among.length
            if (status && count === 0 && chosen('etat') !== status) return null
            return (
              <label key={status} className="chip">
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
      {shown.length === 0 && <p className="empty">Aucun objectif ne répond à ces filtres.</p>}
      {axes().map((axis) => (
        <Axis key={axis.number} axis={axis} rows={shown} />
      ))}
    </section>
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
        <span>Axe {axis.number}</span> {axis.title}
      </h3>
      <div className="groups">
        {axis.transverse && <p className="muted small">Axe transverse : il traverse les autres, sans action propre.</p>}
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

function Tile({ row: { objective: number, status, best, told } }: { row: Row }) {
  return (
    <li>
      <Link
        href={`/analyse/objectif/${number}`}
        className="tile"
        data-status={status}
        title={objectiveOf(number).title}
      >
        <span className="tile-head">
          <b>{number}</b>
          {best && told > 0 && <Strength strength={best} isCompact />}
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
