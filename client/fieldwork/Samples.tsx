/** Who answers, beside who lives here and what the staff hoped for. */
import type { fieldwork } from '../../api/wire/public.ts'
import { leastNew } from '../../surveys/thresholds.ts'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { Section } from '../parts/staff/Section.tsx'
import { about, day, number } from './words.ts'

type Props = { follow: fieldwork.FollowUp }
type Row = fieldwork.Sample['rows'][number]

export function Samples({ follow: { samples, sampledOn, isRedrawn, provisional, targets } }: Props) {
  if (samples.length === 0)
    return (
      <Section id="samples" title="Qui répond ?">
        {isRedrawn ? (
          <Redrawn />
        ) : (
          <p className="muted">
            On le saura quand assez de réponses seront arrivées : avant, un nombre pourrait désigner une personne.
          </p>
        )}
      </Section>
    )
  return (
    <section className="section" aria-labelledby="samples">
      <div>
        <h2 id="samples">Qui répond, au {day(sampledOn!)}</h2>
        <p className="muted">
          Toutes les réponses reçues ce jour-là{'\u202f'}; on compte à nouveau quand assez d’autres réponses sont
          arrivées.
          {provisional && ' Zonage provisoire.'}
        </p>
        {isRedrawn && <Redrawn />}
      </div>
      {samples.map((sample) => (
        <SampleTable
          key={sample.name}
          sample={sample}
          wanted={sample.name === 'zone' ? targets.zones : sample.name === targets.profile ? targets.profiles : []}
        />
      ))}
    </section>
  )
}

const Redrawn = () => (
  <p className="muted">
    Les zones ont changé depuis le dernier compte{'\u202f'}: celui par zone reviendra avec {leastNew} réponses de plus.
  </p>
)

type TableProps = { sample: fieldwork.Sample; wanted: fieldwork.Target[] }

function SampleTable({ sample, wanted }: TableProps) {
  const { title, rows, people, source } = sample
  const targetOf = (name: string) => wanted.find((target) => target.name === name)?.wanted ?? null
  const hasKnown = rows.some(({ known }) => known !== null)
  // nobody knows their part of the people: beside it, they are left out
  const left = hasKnown ? rows.filter(({ known, count }) => known === null && count > 0).map(({ name }) => name) : []
  return (
    <div className="fieldwork-sample">
      <DataTable
        caption={title}
        isCaptionShown
        rows={rows}
        keyOf={({ name }) => name}
        empty="Pas encore de réponse."
        columns={[
          {
            title: title,
            isHeading: true,
            cell: ({ name, isMissing }) => (
              <>
                {name}
                {isMissing && (
                  <>
                    {' '}
                    <span className="badge" data-kind="warm">
                      répond moins
                    </span>
                  </>
                )}
              </>
            ),
          },
          {
            title: 'Réponses',
            isNumber: true,
            cell: ({ name, count }) => (
              <>
                {about(count)}
                {targetOf(name) !== null && <small className="muted"> sur {number(targetOf(name)!)} espérées</small>}
              </>
            ),
          },
          {
            title: 'Part des réponses',
            isNumber: true,
            cell: ({ share }) => percent(share),
          },
          ...(hasKnown
            ? [{ title: `Part des ${people}`, isNumber: true, cell: ({ known }: Row) => percent(known) }]
            : []),
        ]}
      />
      {rows.some(({ isMissing }) => isMissing) && (
        <p className="muted small">
          «{'\u202f'}Répond moins{'\u202f'}»{'\u202f'}: une part bien plus petite que parmi les {people}.
        </p>
      )}
      {left.length > 0 && (
        <p className="muted small">Part calculée sans {and.format(left.map((name) => `«\u202f${name}\u202f»`))}.</p>
      )}
      {source && <p className="muted small">Marges : {source}</p>}
    </div>
  )
}

const and = new Intl.ListFormat('fr-FR')
const percent = (value: number | null) => (value === null ? '–' : `${value}\u202f%`)
