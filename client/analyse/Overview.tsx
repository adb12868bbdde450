/** The plan as a wall: 4 axes in rows, orientations as groups, 38 tiles; what the surveys say of each objective. */
import { useCallback } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { analyse } from '../../api/wire.ts'
import { actions, axes, objectives, orientations } from '../../surveys/plan.ts'
import { Loading } from '../admin/Loading.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { Strength } from './Strength.tsx'
import { answers, day, statusWords } from './words.ts'

type Row = analyse.Overview['rows'][number]
const actionOf = (number: number) => actions.find((action) => action.number === number)!
const pilots = [...new Set(actions.flatMap((action) => action.pilots))].toSorted((a, b) => a.localeCompare(b, 'fr'))
const starts = [...new Set(objectives.flatMap(({ start }) => (start === null ? [] : [String(start)])))].toSorted()

export function Overview() {
  const [loaded, again] = useLoaded(useCallback(() => call<analyse.Overview>('GET', '/api/analyse'), []))
  return (
    <StaffFrame
      title="Le plan et ce qu’en disent les réponses"
      lead="Chaque tuile est un objectif : ouvrez-la pour lire ses résultats."
    >
      <Loading loaded={loaded} again={again}>
        {(overview) => (
          <>
            <Surveys overview={overview} />
            <Wall rows={overview.rows} />
            <Files files={overview.files} />
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

function Surveys({ overview: { questionnaires } }: { overview: analyse.Overview }) {
  return (
    <section className="surveys" aria-label="Questionnaires">
      {questionnaires.map(({ slug, title, status, current }) => (
        <article key={slug} className="survey">
          <h2>{title}</h2>
          <p className="muted">
            {current
              ? `Publication n° ${current.number} du ${day(current.madeAt)}, ${answers(current.responses)}`
              : 'Aucun résultat publié : pendant la collecte, seul le nombre de réponses est montré.'}
            {status === 'trial' ? ' · essai' : ''}
          </p>
          <p className="links">
            {current && <Link href={`/analyse/${slug}/questions`}>Explorer</Link>}
            <Link href={`/analyse/${slug}/terrain`}>La collecte</Link>
            <Link href={`/analyse/${slug}/publications`}>{current ? 'Publications' : 'Publier'}</Link>
          </p>
        </article>
      ))}
    </section>
  )
}

function Wall({ rows }: { rows: Row[] }) {
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
  const isShown = (row: Row) => {
    const objective = objectives.find(({ number }) => number === row.objective)!
    const action = actionOf(objective.action)
    return (
      (!chosen('pilote') || action.pilots.includes(chosen('pilote'))) &&
      (!chosen('debut') || String(objective.start) === chosen('debut')) &&
      (!chosen('etat') || row.status === chosen('etat'))
    )
  }
  const shown = rows.filter(isShown)
  return (
    <section aria-labelledby="wall-title" className="section">
      <h2 id="wall-title">Les 38 objectifs</h2>
      <div className="filters">
        <Filter name="Pilote" value={chosen('pilote')} options={pilots} onChange={(value) => choose('pilote', value)} />
        <Filter
          name="Année de début"
          value={chosen('debut')}
          options={starts}
          onChange={(value) => choose('debut', value)}
        />
        <Filter
          name="État"
          value={chosen('etat')}
          options={Object.keys(statusWords)}
          texts={statusWords}
          onChange={(value) => choose('etat', value)}
        />
        <p role="status">{shown.length === rows.length ? '38 objectifs' : `${shown.length} sur ${rows.length}`}</p>
      </div>
      {axes.map((axis) => {
        const groups = orientations.filter((orientation) => orientation.axis === axis.number)
        return (
          <section key={axis.number} className="axis" aria-labelledby={`axe-${axis.number}`}>
            <h3 id={`axe-${axis.number}`}>
              Axe {axis.number}. {axis.title}
            </h3>
            {axis.transverse && <p className="muted">Axe transverse : il traverse les autres, sans action propre.</p>}
            <div className="groups">
              {groups.map((orientation) => {
                const tiles = shown.filter(({ objective }) =>
                  actionOf(objectives.find(({ number }) => number === objective)!.action).orientations.includes(
                    orientation.number,
                  ),
                )
                if (tiles.length === 0) return null
                return (
                  <div key={orientation.number} className="group">
                    <h4>{orientation.title}</h4>
                    <ul>
                      {tiles.map((row) => (
                        <Tile key={row.objective} row={row} />
                      ))}
                    </ul>
                  </div>
                )
              })}
            </div>
          </section>
        )
      })}
    </section>
  )
}

function Tile({ row: { objective: number, status, best, told } }: { row: Row }) {
  const { title } = objectives.find((one) => one.number === number)!
  return (
    <li>
      <Link href={`/analyse/objectif/${number}`} className="tile" data-status={status}>
        <b>{number}</b>
        <span className="tile-title">{title}</span>
        <span className="tile-foot">
          {statusWords[status]}
          {best && told > 0 && <Strength strength={best} />}
        </span>
      </Link>
    </li>
  )
}

type FilterProps = {
  name: string
  value: string
  options: string[]
  texts?: Record<string, string>
  onChange: (value: string) => void
}
function Filter({ name, value, options, texts = {}, onChange }: FilterProps) {
  return (
    <label>
      {name}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Tous</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {texts[option] ?? option}
          </option>
        ))}
      </select>
    </label>
  )
}

function Files({ files }: Pick<analyse.Overview, 'files'>) {
  if (files.length === 0) return null
  return (
    <section className="section no-print" aria-labelledby="files-title">
      <h2 id="files-title">Documents pour le comité</h2>
      <p className="muted">
        Écrits à partir des publications en cours : aucun chiffre n’y décrit moins de 11 personnes.
      </p>
      <ul className="files">
        {files.map(({ file, name }) => (
          <li key={file}>
            <a href={`/api/analyse/report/${file}`} download={file}>
              {file}
            </a>{' '}
            : {name}
          </li>
        ))}
      </ul>
    </section>
  )
}
