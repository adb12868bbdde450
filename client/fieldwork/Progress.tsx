/** The collection as it goes: how many, since when, by which way, where people stop, and who is missing. */
import { useCallback, useMemo } from 'react'
import type { fieldwork } from '../../api/wire/public.ts'
import { leastDrawn } from '../../surveys/near-five.ts'
import { Chart } from '../parts/charts/Chart.tsx'
import { Loading } from '../parts/Loading.tsx'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { useMe } from '../parts/staff/me.ts'
import { call } from '../parts/staff/staffApi.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { Answered } from '../results/publications/Answered.tsx'
import { Samples } from './Samples.tsx'
import { Steps } from './Steps.tsx'
import { Targets } from './Targets.tsx'
import type { TabProps } from './tab-props.ts'
import { about, day, number, roughly } from './words.ts'

export function Progress({ page, again: reload }: TabProps) {
  const { slug } = page
  const isAnalyst = useMe()?.account?.roles.includes('analyst') ?? false
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/fieldwork/:slug/follow', { params: { slug } }), [slug]),
  )
  return (
    <Loading loaded={loaded} again={again}>
      {(follow) => (
        <>
          <Headline page={page} follow={follow} again={again} />
          {follow.days.some(({ count }) => count > 0) && <Days days={follow.days} />}
          {isAnalyst && <Answered slug={slug} />}
          <Samples follow={follow} targets={page.targets} />
          {(follow.steps.length > 0 || follow.short) && <Steps steps={follow.steps} short={follow.short} />}
          <div className="fieldwork-two">
            <Tally title="Par mode" head="Mode" rows={follow.modes} />
            <Tally title="Par canal" head="Canal" rows={named(follow.channels, page)} />
          </div>
          <Targets page={page} again={reload} />
        </>
      )}
    </Loading>
  )
}

type HeadProps = { page: fieldwork.FieldworkPage; follow: fieldwork.FollowUp; again: () => void }

function Headline({ page: { targets, status }, follow: { total, aside, minutes, short }, again }: HeadProps) {
  const share = targets.total ? Math.min(100, Math.round((100 * total) / targets.total)) : null
  return (
    <section className="section" aria-label="En bref">
      <p className="fieldwork-statement">
        {total > 0
          ? roughly(total)
          : aside > 0
            ? 'Moins de 5 réponses comptent\u202f: les autres sont mises de côté.'
            : 'Moins de 5 réponses pour l’instant.'}
        {total > 0 && (targets.total ? `, sur ${number(targets.total)} espérées.` : '.')}
      </p>
      {share !== null && (
        <div className="gauge" aria-hidden="true">
          <span style={{ inlineSize: `${share}%` }} />
        </div>
      )}
      <p className="muted">
        Chaque nombre est arrondi à 5 près.
        {status === 'trial' && ' Ce sont des réponses d’essai : elles seront effacées à l’ouverture.'}
        {aside > 0 && ` ${about(aside)} autres sont mises de côté.`}
        {minutes &&
          ` Durée médiane : ${minutes.median} min, sur environ ${minutes.base} personnes qui ont répondu d’une traite.`}
        {short?.minutes &&
          ` Par l’essentiel : ${short.minutes.median} min, sur environ ${short.minutes.base} personnes.`}
      </p>
      <div className="actions">
        <button type="button" className="button" onClick={again}>
          Actualiser
        </button>
      </div>
    </section>
  )
}

function Days({ days }: { days: fieldwork.FollowUp['days'] }) {
  const spec = useMemo(() => ({ kind: 'days' as const, days }), [days])
  return (
    <section className="section" aria-labelledby="by-day">
      <h2 id="by-day">Par jour</h2>
      <Chart
        spec={spec}
        label={`Réponses reçues par jour, du ${day(days[0]!.name)} au ${day(days.at(-1)!.name)}. Les nombres sont dans le tableau.`}
        height={200}
      />
      {days.some(({ count }) => count > 0 && count < leastDrawn) && (
        <p className="muted small">Une barre vide compte moins de {leastDrawn} réponses, sans dire combien.</p>
      )}
      <details>
        <summary>Les mêmes nombres en tableau</summary>
        <DataTable
          caption="Réponses par jour"
          isCaptionHidden
          rows={days}
          keyOf={({ name }) => name}
          empty=""
          columns={[
            { title: 'Jour', isHeading: true, cell: ({ name }) => day(name) },
            { title: 'Réponses, à 5 près', isNumber: true, cell: ({ count }) => about(count) },
          ]}
        />
      </details>
    </section>
  )
}

/** Our own channels by their names; what somebody else wrote into a link is quoted. */
function named(rows: fieldwork.FollowUp['channels'], { channels, zones }: fieldwork.FieldworkPage) {
  const nameOf = (code: string, list: { code: string; name: string }[]) =>
    list.find((one) => one.code === code)?.name ?? (code === 'Sans canal' ? code : `Autre lien : «\u202f${code}\u202f»`)
  return rows.map(({ name, count }) => {
    const [channel = '', zone] = name.split('--')
    return { name: [nameOf(channel, channels), zone && nameOf(zone, zones)].filter(Boolean).join(', '), count }
  })
}

type TallyProps = { title: string; head: string; rows: { name: string; count: number }[] }

function Tally({ title, head, rows }: TallyProps) {
  return (
    <section className="section">
      <h2>{title}</h2>
      <DataTable
        caption={title}
        isCaptionHidden
        rows={rows}
        keyOf={({ name }) => name}
        empty="Pas encore assez de réponses."
        columns={[
          { title: head, isHeading: true, cell: ({ name }) => name },
          { title: 'Réponses, à 5 près', isNumber: true, cell: ({ count }) => about(count) },
        ]}
      />
    </section>
  )
}
