/** What the sessions of a year served: action by action, each session once; objective by objective, where one may count twice. */

import { Link } from 'wouter'
import type { actionLog } from '../../api/wire/public.ts'
import { levelHeading, levelWords } from '../../surveys/authority/levels.ts'
import { type DataColumn, DataTable } from '../parts/staff/DataTable.tsx'
import { hoursText, number } from './words.ts'

type Row = actionLog.Attendance & { number: number | null; title: string }

const columns = (first: DataColumn<Row>): DataColumn<Row>[] => [
  first,
  { title: 'Séances', isNumber: true, cell: ({ sessions }) => number(sessions) },
  {
    title: 'Présences',
    isNumber: true,
    cell: ({ attendances }) => (attendances === null ? 'non compté' : number(attendances)),
  },
  { title: 'Heures', isNumber: true, cell: ({ hours }) => (hours === null ? 'non noté' : hoursText(hours)) },
]

export function Served({ page: { byAction, byObjective, year } }: { page: actionLog.LogPage }) {
  return (
    <div className="section log-served">
      <DataTable
        caption={`Par ${levelWords('action').one} du plan, en ${year}`}
        isCaptionShown
        rows={byAction}
        keyOf={({ number: action }) => action ?? 0}
        empty="Aucune séance cette année."
        columns={columns({
          title: levelHeading('action'),
          isHeading: true,
          cell: ({ number: action, title }) => (action === null ? title : `${action} · ${title}`),
        })}
      />
      <div>
        <DataTable
          caption={`Par ${levelWords('objective').one}, en ${year}`}
          isCaptionShown
          rows={byObjective}
          keyOf={({ number: objective }) => objective ?? 0}
          empty="Aucune séance ne dit encore ce qu’elle sert dans le plan."
          columns={columns({
            title: levelHeading('objective'),
            isHeading: true,
            cell: ({ number: objective, title }) => (
              <Link href={`/carnet?annee=${year}&objectif=${objective}`}>
                {objective} · {title}
              </Link>
            ),
          })}
        />
        {byObjective.length > 0 && (
          <p className="muted">
            Une séance peut servir plusieurs {levelWords('objective').several} : n’additionnez pas ces lignes. Le total
            de l’année la compte une fois.
          </p>
        )}
      </div>
    </div>
  )
}
