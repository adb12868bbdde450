/** The collection as it goes: how many, what came lately and what waits, who is missing, by which way, where people stop. */
import { type ReactNode, useMemo } from 'react'
import type { fieldwork } from '../../api/wire/public.ts'
import { hourText } from '../../surveys/days.ts'
import { leastDrawn } from '../../surveys/wording/near-five.ts'
import { Chart } from '../parts/charts/Chart.tsx'
import { Button } from '../parts/forms/Button.tsx'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { Section } from '../parts/staff/Section.tsx'
import { Recent } from './Recent.tsx'
import { Samples } from './Samples.tsx'
import { Steps } from './Steps.tsx'
import { about, countedSaid, day, unusedSaid } from './words.ts'

type Props = {
  follow: fieldwork.FollowUp
  refresh: () => void
  /** What whoever runs the fieldwork sets beside the counts. */
  children: ReactNode
}

export function Progress({ follow, refresh, children }: Props) {
  return (
    <>
      <Headline follow={follow} refresh={refresh} />
      {children}
      <Samples follow={follow} />
      {follow.days.some(({ count }) => count > 0) && <Days days={follow.days} />}
      {(follow.steps.length > 0 || follow.short) && (
        <Steps steps={follow.steps} short={follow.short} total={follow.total} />
      )}
      <div className="fieldwork-two">
        <Tally title="Par mode" head="Mode" rows={follow.modes} />
        <Tally title="Par canal" head="Canal" rows={follow.channels} />
      </div>
    </>
  )
}

type HeadProps = Pick<Props, 'follow' | 'refresh'>

function Headline({ follow, refresh }: HeadProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment these counts came
  const readAt = useMemo(() => hourText(new Date()), [follow])
  const { total, aside, minutes, short, targets, status } = follow
  const share = targets.total ? Math.min(100, Math.round((100 * total) / targets.total)) : null
  return (
    <section className="section" aria-label="En bref">
      <p className="fieldwork-statement">{countedSaid(follow)}</p>
      {share !== null && (
        <div className="gauge" aria-hidden="true">
          <span style={{ inlineSize: `${share}%` }} />
        </div>
      )}
      <Recent follow={follow} />
      <p className="muted">
        Chaque nombre est arrondi à 5 près. <span role="status">Compté à {readAt}.</span>
        {status === 'trial' && ' Ce sont des réponses d’essai : elles seront effacées à l’ouverture.'}
        {follow.invitation === 'required' &&
          follow.unusedCodes !== null &&
          status === 'open' &&
          ` Il faut un code pour répondre\u202f: ${unusedSaid(follow.unusedCodes)}.`}
        {aside > 0 && ` ${about(aside)} autres sont mises de côté.`}
        {minutes &&
          ` Durée médiane : ${minutes.median} min, sur environ ${minutes.base} personnes qui ont répondu d’une traite.`}
        {short?.minutes &&
          ` Par l’essentiel : ${short.minutes.median} min, sur environ ${short.minutes.base} personnes.`}
      </p>
      <div className="actions">
        <Button onClick={refresh}>Actualiser</Button>
      </div>
    </section>
  )
}

function Days({ days }: { days: fieldwork.FollowUp['days'] }) {
  const spec = useMemo(() => ({ kind: 'days' as const, days }), [days])
  return (
    <Section id="by-day" title="Par jour">
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
          rows={days}
          keyOf={({ name }) => name}
          columns={[
            { title: 'Jour', isHeading: true, cell: ({ name }) => day(name) },
            { title: 'Réponses, à 5 près', isNumber: true, cell: ({ count }) => about(count) },
          ]}
        />
      </details>
    </Section>
  )
}

type TallyProps = { title: string; head: string; rows: { name: string; count: number }[] }

function Tally({ title, head, rows }: TallyProps) {
  return (
    <section className="section">
      <h2>{title}</h2>
      <DataTable
        caption={title}
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
