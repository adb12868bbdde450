/** The calendar of the plan as it is printed: its headings, actions and objectives, year by year; made to be printed too. */

import { Fragment } from 'react'
import { Link } from 'wouter'
import { levelHeading, levelNumbers, levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import { type Action, actions, axes, objectives, orientations } from '../../../surveys/authority/plan.ts'
import {
  acronymsIn,
  blocks,
  periodOf,
  periods,
  planYears,
  starOf,
  transverseLines,
  unreadMarks,
  validation,
} from '../../../surveys/authority/printed.ts'
import { dayOf } from '../../../surveys/days.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { ChangePlan } from './ChangePlan.tsx'

export function Calendar() {
  const span = planYears()
  const years = span === null ? [] : Array.from({ length: span.to - span.from + 1 }, (_, index) => span.from + index)
  const thisYear = Number(dayOf(new Date()).slice(0, 4))
  const everyText = [...actions(), ...objectives()]
    .map(({ title }) => title)
    .concat(actions().flatMap(({ pilots }) => pilots))
  const initials = acronymsIn([...everyText, validation()].join(' '))
  return (
    <StaffFrame
      title={span === null ? 'Le calendrier du plan' : `Le calendrier du plan, ${span.from}-${span.to}`}
      lead={`Ce que le plan imprime${validation() ? `, ${validation()}` : ''} : quand chaque ${levelWords('objective').one} démarre, et qui s’en charge.`}
      isWide
    >
      <nav aria-label="Retour" className="rooms room-nav">
        <Link href="/analyse">← Le plan</Link>
        <ChangePlan />
        <button type="button" className="button no-print" data-kind="quiet" onClick={() => window.print()}>
          Imprimer
        </button>
      </nav>
      <ul className="legend calendar-legend">
        <li>
          <span className="calendar-key" data-at="start" aria-hidden="true" /> démarrage prévu
        </li>
        <li>
          <span className="calendar-key" data-at="on" aria-hidden="true" /> années qui suivent
        </li>
        <li>Une ligne sans couleur : le plan n’imprime pas d’année.</li>
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section className="data-scroll" aria-label="Calendrier" tabIndex={0}>
        <table className="calendar">
          <thead>
            {periods().length > 0 && (
              <tr>
                <td />
                {periods().map(({ label, from, to }) => (
                  <th key={label} scope="colgroup" colSpan={to - from + 1}>
                    {label}
                  </th>
                ))}
              </tr>
            )}
            <tr>
              <th scope="col">{levelHeading('objective')}</th>
              {years.map((year) => (
                <th key={year} scope="col" aria-current={year === thisYear ? 'date' : undefined}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          {groups().map(({ title, own }) => (
            <tbody key={title}>
              {title !== '' && (
                <tr className="calendar-block">
                  <th scope="rowgroup" colSpan={1 + years.length}>
                    {title}
                  </th>
                </tr>
              )}
              {own.map((action) => (
                <ActionRows key={action.number} action={action} years={years} />
              ))}
            </tbody>
          ))}
        </table>
      </section>
      <Transverse />
      <section className="section calendar-notes">
        {unreadMarks().length > 0 && (
          <>
            <h2>Ce qui reste à confirmer</h2>
            <ul>
              {unreadMarks().map(({ mark, why }) => (
                <li key={mark}>{why}</li>
              ))}
            </ul>
          </>
        )}
        {initials.length > 0 && (
          <>
            <h2>Sigles</h2>
            <dl className="initials">
              {initials.map(({ short, long, toConfirm }) => (
                <div key={short}>
                  <dt>{short}</dt>
                  <dd>
                    {long}
                    {toConfirm && ' (sens courant, à confirmer)'}
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </section>
    </StaffFrame>
  )
}

/** Actions under their printed headings; those under none come last, without one. */
function groups(): { title: string; own: Action[] }[] {
  const under = blocks().map((block) => ({
    title: block.title,
    own: actions().filter(({ number }) => block.actions.includes(number)),
  }))
  const rest = actions().filter(({ number }) => !blocks().some((block) => block.actions.includes(number)))
  return rest.length === 0 ? under : [...under, { title: '', own: rest }]
}

function ActionRows({ action, years }: { action: Action; years: number[] }) {
  const own = objectives().filter((one) => one.action === action.number)
  return (
    <Fragment>
      <tr className="calendar-action">
        <th scope="rowgroup" colSpan={1 + years.length}>
          {levelTitle('action', action.number)}. {action.title}
          <span className="calendar-pilots">
            Pilotes : {action.pilots.join(', ')}
            {action.rotating && ' (à tour de rôle)'}
          </span>
        </th>
      </tr>
      {own.map(({ number, title, start }) => (
        <tr key={number} data-undated={start === null || undefined}>
          <th scope="row">
            <Link href={`/analyse/objectif/${number}`}>
              {number}. {title}
            </Link>
            {starOf(number) && (
              <span className="calendar-star">
                <span aria-hidden="true">★ </span>
                {starOf(number)}
              </span>
            )}
          </th>
          {start === null ? (
            <td colSpan={years.length} className="muted">
              sans année
            </td>
          ) : (
            years.map((year) => (
              <td key={year} data-at={year === start ? 'start' : year > start ? 'on' : undefined}>
                {year === start && (
                  <>
                    {start}
                    <span className="visually-hidden">
                      {' '}
                      : démarrage{periodOf(start) && `, période ${periodOf(start)!.label}`}
                    </span>
                  </>
                )}
                {year > start && <span className="visually-hidden">se poursuit</span>}
              </td>
            ))
          )}
        </tr>
      ))}
    </Fragment>
  )
}

/** The axis that crosses the others: its own lines, with the objectives that carry them. */
function Transverse() {
  const lines = transverseLines()
  if (lines.length === 0) return null
  const crossing = axes().filter(({ number }) => lines.some(({ axis }) => axis === number))
  return (
    <section className="section calendar-notes">
      {crossing.map((axis) => (
        <Fragment key={axis.number}>
          <h2>
            {levelTitle('axis', axis.number)}, transverse. {axis.title}
          </h2>
          <p>
            {orientations()
              .filter((one) => one.axis === axis.number)
              .map(({ number, title }) => `${number}. ${title}`)
              .join(' · ')}
          </p>
          <ul>
            {lines
              .filter((line) => line.axis === axis.number)
              .map(({ number, title, objectives: carriers, proposed }) => (
                <li key={number}>
                  {title} : {levelNumbers('objective', carriers)}
                  {proposed && <span className="muted"> (liens proposés)</span>}
                </li>
              ))}
          </ul>
        </Fragment>
      ))}
    </section>
  )
}
