/** Who came, month by month: attendances are added, different people never derived. Classes are shown for the year, rounded. */
import type { actionLog } from '../../api/wire/public.ts'
import { ageRows, originRows } from '../../surveys/action-log/rows.ts'
import { monthName } from '../../surveys/days.ts'
import { leastDescribed } from '../../surveys/thresholds.ts'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { counted, eurosText, hoursText, number } from './words.ts'

type Page = actionLog.LogPage

export function AttendanceCharts({ page }: { page: Page }) {
  const { months, total, year } = page
  return (
    <div className="section">
      <Months months={months} year={year} />
      <dl className="log-sums">
        <Sum title="Séances" text={number(total.sessions)} />
        <Sum title="Présences" text={total.attendances === null ? 'non compté' : number(total.attendances)} />
        <Sum title="Présences de familles" text={total.families === null ? 'non compté' : number(total.families)} />
        <Sum title="Heures" text={total.hours === null ? 'non noté' : hoursText(total.hours)} />
        <Sum title="Coût" text={total.cost === null ? 'non noté' : eurosText(total.cost)} />
      </dl>
      <Classes
        title={`Les âges en ${year}`}
        classes={page.ages?.map(({ name, count }) => ({ text: ageRows[name].text, count })) ?? null}
        none="Aucune séance n’a été comptée par âge."
      />
      <Classes
        title={`D’où viennent les personnes en ${year}`}
        classes={page.origins?.map(({ name, count }) => ({ text: originRows[name].text, count })) ?? null}
        none="Aucune séance n’a été comptée par provenance."
      />
      <p className="muted">
        Âges et provenances sont arrondis à cinq près, sur toute l’année, et rien n’est dit de moins de {leastDescribed}{' '}
        présences : une séance est trop petite pour décrire qui est venu.
      </p>
    </div>
  )
}

const Sum = ({ title, text }: { title: string; text: string }) => (
  <div>
    <dt>{title}</dt>
    <dd>{text}</dd>
  </div>
)

function Months({ months, year }: { months: Page['months']; year: string }) {
  const most = Math.max(1, ...months.map(({ attendances }) => attendances ?? 0))
  const best = months.reduce((a, b) => ((b.attendances ?? 0) > (a.attendances ?? 0) ? b : a))
  return (
    <figure className="log-months">
      <figcaption>
        <b>
          {best.attendances
            ? `Le mois le plus fréquenté de ${year} est ${monthName(best.month)}, avec ${counted(best.attendances, 'présence', 'présences')}.`
            : `Aucune présence comptée en ${year}.`}
        </b>
      </figcaption>
      <div className="log-bars" aria-hidden="true">
        {months.map(({ month, sessions, attendances }) => (
          <div key={month}>
            <span className="log-bar-value">
              {sessions === 0 ? '' : attendances === null ? '?' : number(attendances)}
            </span>
            <span
              className="log-bar"
              data-unknown={(sessions > 0 && attendances === null) || undefined}
              style={{ height: `${sessions > 0 && attendances === null ? 12 : ((attendances ?? 0) / most) * 100}%` }}
            />
            <span className="log-bar-name">{monthName(month, 'short')}</span>
          </div>
        ))}
      </div>
      <details>
        <summary>Les nombres, mois par mois</summary>
        <DataTable
          caption={`Séances et présences par mois en ${year}`}
          rows={months}
          keyOf={({ month }) => month}
          columns={[
            { title: 'Mois', isHeading: true, cell: ({ month }) => monthName(month) },
            { title: 'Séances', isNumber: true, cell: ({ sessions }) => number(sessions) },
            {
              title: 'Présences',
              isNumber: true,
              cell: ({ sessions, attendances }) =>
                sessions === 0 ? '0' : attendances === null ? 'non compté' : number(attendances),
            },
            { title: 'Sans comptage', isNumber: true, cell: ({ uncounted }) => number(uncounted) },
          ]}
        />
      </details>
    </figure>
  )
}

type ClassesProps = { title: string; classes: { text: string; count: number | null }[] | null; none: string }

function Classes({ title, classes, none }: ClassesProps) {
  return (
    <section className="log-classes" aria-label={title}>
      <h3>{title}</h3>
      {classes === null ? (
        <p className="muted">{none}</p>
      ) : (
        <ul className="log-list">
          {classes.map(({ text, count }) => (
            <li key={text}>
              {text} :{' '}
              <b>{count === null ? `moins de ${leastDescribed} présences` : `environ ${number(count)} présences`}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
