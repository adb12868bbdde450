/** The sessions of a year, filtered; « sans pilote » and the like are work lists. */

import { useState } from 'react'
import { Link } from 'wouter'
import type { actionLog } from '../../api/wire/public.ts'
import { type LogState, logStates, stateRows } from '../../surveys/action-log/rows.ts'
import { levelHeading, levelWords } from '../../surveys/authority/levels.ts'
import { shortDayText } from '../../surveys/days.ts'
import { folded } from '../../surveys/wording/folded.ts'
import { Button } from '../parts/forms/Button.tsx'
import { counted, eurosText, hoursText, peopleText, stateBadge } from './words.ts'

type Line = actionLog.EntryLine
type Props = {
  page: actionLog.LogPage
  query: URLSearchParams
  choose: (part: Record<string, string>) => void
}

/** Lines shown at first, and added at each press. */
const pageLength = 40

/** Lists of what lacks something, one row each. */
const lacks: Record<string, { text: string; is: (line: Line) => boolean }> = {
  pilote: { text: 'Sans pilote', is: ({ entry }) => entry.pilot === '' },
  compte: { text: 'Sans comptage', is: ({ entry }) => stateRows[entry.state].isHeld && entry.present === null },
  objectif: {
    get text() {
      return `Sans ${levelWords('objective').one}`
    },
    is: ({ entry }) => entry.objectives.length === 0,
  },
  nom: { text: 'Un nom dans la note ?', is: ({ hasName }) => hasName },
}

export function Sessions({ page, query, choose }: Props) {
  const [most, setMost] = useState(pageLength)
  const words = query.get('mots') ?? ''
  const state = query.get('etat') ?? ''
  const objective = query.get('objectif') ?? ''
  const lack = query.get('sans') ?? ''
  const shown = page.entries.filter(
    (line) =>
      (words === '' || folded(wordsOf(line)).includes(folded(words))) &&
      (state === '' || line.entry.state === state) &&
      (objective === '' || line.entry.objectives.includes(Number(objective))) &&
      (lack === '' || lacks[lack]?.is(line)),
  )
  const worklists = Object.entries(lacks)
    .map(([name, row]) => ({ name, text: row.text, count: page.entries.filter(row.is).length }))
    .filter(({ name, count }) => count > 0 || name === lack)
  return (
    <div className="section">
      <search className="log-filters">
        <label>
          Chercher
          <input
            className="field"
            type="search"
            placeholder="activité, commune, structure"
            value={words}
            onChange={(event) => choose({ mots: event.target.value })}
          />
        </label>
        <label>
          État
          <select className="field" value={state} onChange={(event) => choose({ etat: event.target.value })}>
            <option value="">Tous</option>
            {logStates.map((one: LogState) => (
              <option key={one} value={one}>
                {stateRows[one].text}
              </option>
            ))}
          </select>
        </label>
        <label>
          {levelHeading('objective')}
          <select className="field" value={objective} onChange={(event) => choose({ objectif: event.target.value })}>
            <option value="">Tous</option>
            {page.byObjective.map(({ number, title }) => (
              <option key={number} value={number}>
                {number} · {title}
              </option>
            ))}
          </select>
        </label>
      </search>
      {worklists.length > 0 && (
        <fieldset className="log-lacks">
          <legend className="visually-hidden">À compléter</legend>
          {worklists.map(({ name, text, count }) => (
            <Button key={name} aria-pressed={lack === name} onClick={() => choose({ sans: lack === name ? '' : name })}>
              {text} <span className="muted">{count}</span>
            </Button>
          ))}
        </fieldset>
      )}
      <p role="status" className="muted">
        {shown.length === page.entries.length
          ? counted(shown.length, 'ligne', 'lignes')
          : `${counted(shown.length, 'ligne', 'lignes')} sur ${page.entries.length}`}
      </p>
      <ul className="log-lines">
        {shown.slice(0, most).map((line) => (
          <SessionLine key={line.id} line={line} />
        ))}
      </ul>
      {shown.length > most && (
        <div className="actions">
          <Button onClick={() => setMost(most + pageLength)}>
            Afficher {counted(Math.min(pageLength, shown.length - most), 'ligne', 'lignes')} de plus
          </Button>
        </div>
      )}
    </div>
  )
}

const wordsOf = ({ entry, communeName }: Line) =>
  [entry.activity, communeName, entry.pilot, ...entry.partners, entry.note].join(' ')

function SessionLine({ line: { id, entry, communeName, isCorrected, hasExit } }: { line: Line }) {
  const badge = stateBadge(entry.state)
  const { isHeld } = stateRows[entry.state]
  const more = [
    communeName,
    entry.pilot,
    entry.hours === null ? '' : hoursText(entry.hours),
    entry.cost === null ? '' : eurosText(entry.cost),
    hasExit ? 'avis à chaud' : '',
    isCorrected ? 'corrigée' : '',
  ].filter(Boolean)
  return (
    <li>
      <span className="log-day">{shortDayText(entry.day, 'fr')}</span>
      <span className="log-what">
        <Link href={`/carnet/${id}`}>{entry.activity}</Link>
        <small className="muted">{more.join(' · ')}</small>
      </span>
      <span className="log-count">
        {isHeld ? (
          <b>{peopleText(entry.present)}</b>
        ) : (
          <span className="badge" data-kind={badge.kind}>
            {badge.text}
          </span>
        )}
        {entry.state === 'ongoing' && <span className="badge">{badge.text}</span>}
      </span>
    </li>
  )
}
