/** /carnet: what is to be noted, the year in a sentence, its sessions, its attendance, what they served. */
import { useCallback } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { actionLog } from '../../api/wire/public.ts'
import { addressOf } from '../parts/api.ts'
import { Loading } from '../parts/Loading.tsx'
import { useMe } from '../parts/staff/me.ts'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { Tabs } from '../parts/staff/Tabs.tsx'
import { useLoaded } from '../parts/useLoaded.ts'
import { AttendanceCharts } from './AttendanceCharts.tsx'
import { Due } from './Due.tsx'
import { Served } from './Served.tsx'
import { Sessions } from './Sessions.tsx'
import { WaitingList } from './WaitingList.tsx'

const views = [
  { name: 'seances', title: 'Séances' },
  { name: 'presences', title: 'Présences' },
  { name: 'plan', title: 'Plan' },
] as const

export function LogPage() {
  const me = useMe()
  const [query, setQuery] = useSearchParams()
  const year = query.get('annee') ?? undefined
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/action-log', { query: year === undefined ? {} : { year } }), [year]),
  )
  // without a network nobody knows who is here: noting is what a phone is for
  const mayWrite = me?.account?.roles.some((role) => role === 'pilot' || role === 'admin') ?? true
  const choose = (part: Record<string, string>) =>
    setQuery((before) => ({ ...Object.fromEntries(before), ...part }), { replace: true })
  const view = views.find(({ name }) => name === query.get('vue'))?.name ?? 'seances'
  return (
    <StaffFrame
      title="Carnet d’actions"
      lead="Ce qui a été fait, où, avec combien de personnes. Jamais leurs noms."
      isWide
      actions={
        mayWrite && (
          <>
            <Link className="button" data-kind="main" href="/carnet/noter">
              Noter une séance
            </Link>
            <Link className="button" href="/carnet/importer">
              Coller un tableau
            </Link>
          </>
        )
      }
    >
      <WaitingList />
      {mayWrite && <Due />}
      <Loading loaded={loaded} again={again}>
        {(page) => (
          <>
            <Year page={page} choose={choose} />
            {page.entries.length === 0 ? (
              <Empty year={page.year} />
            ) : (
              <Tabs
                label="Ce que dit le carnet"
                tabs={[...views]}
                chosen={view}
                onChoose={(name) => choose({ vue: name })}
              >
                {view === 'seances' && <Sessions page={page} query={query} choose={choose} />}
                {view === 'presences' && <AttendanceCharts page={page} />}
                {view === 'plan' && <Served page={page} />}
              </Tabs>
            )}
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

type YearProps = { page: actionLog.LogPage; choose: (part: Record<string, string>) => void }

function Year({ page: { years, year, sentence, entries, total }, choose }: YearProps) {
  return (
    <section className="log-year both-ends" aria-labelledby="year">
      <div>
        <h2 id="year" className="visually-hidden">
          L’année {year}
        </h2>
        {entries.length > 0 && (
          <>
            <p className="log-sentence">{sentence}</p>
            <p className="muted">
              Les présences s’additionnent : une même personne peut compter plusieurs fois.
              {total.uncounted > 0 &&
                ` ${total.uncounted} ${total.uncounted < 2 ? 'séance n’a pas été comptée : ce n’est' : 'séances n’ont pas été comptées : ce n’est'} pas zéro.`}
            </p>
          </>
        )}
      </div>
      <div className="log-tools">
        {years.length > 1 && (
          <label>
            <span className="visually-hidden">Année</span>
            <select className="field" value={year} onChange={(event) => choose({ annee: event.target.value })}>
              {years.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        )}
        {entries.length > 0 && (
          <a
            className="button"
            href={addressOf('GET /api/action-log/export', { query: { year } })}
            download={`carnet-${year}.csv`}
          >
            Tableau (CSV)
          </a>
        )}
      </div>
    </section>
  )
}

const Empty = ({ year }: { year: string }) => (
  <section className="section log-empty">
    <p className="log-sentence">Le carnet de {year} est vide.</p>
    <p>
      Une séance se note en moins d’une minute, sur un téléphone, même sans réseau. Vous tenez déjà un tableau ?
      Collez-le : rien n’est enregistré avant que vous l’ayez relu.
    </p>
  </section>
)
