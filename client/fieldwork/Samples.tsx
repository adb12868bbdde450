/** Who answers, beside who lives here and what the staff hoped for. */
import type { fieldwork } from '../../api/wire/public.ts'
import { isFarBelow, leastNew } from '../../surveys/thresholds.ts'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { about, day, number } from './words.ts'

type Props = { follow: fieldwork.FollowUp }
type Row = fieldwork.Sample['rows'][number]

export function Samples({ follow: { samples, sampledOn, isRedrawn, provisional, targets } }: Props) {
  if (samples.length === 0)
    return (
      <section className="section" aria-labelledby="samples">
        <h2 id="samples">Qui répond ?</h2>
        {isRedrawn ? (
          <Redrawn />
        ) : (
          <p className="muted">
            On le saura quand assez de réponses seront arrivées : avant, un nombre pourrait désigner une personne.
          </p>
        )}
      </section>
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

function SampleTable({ sample, wanted }: { sample: fieldwork.Sample; wanted: fieldwork.Target[] }) {
  const { title, rows, source } = sample
  const responses = rows.reduce((sum, { count }) => sum + count, 0)
  const missing = rows.filter((row) => isFarBelow(row, responses))
  const targetOf = (name: string) => wanted.find((target) => target.name === name)?.wanted ?? null
  const hasKnown = rows.some(({ known }) => known !== null)
  return (
    <div>
      <DataTable
        caption={title}
        rows={rows}
        keyOf={({ name }) => name}
        empty="Pas encore de réponse."
        columns={[
          { title: title, isHeading: true, cell: ({ name }) => name },
          { title: 'Réponses, à 5 près', isNumber: true, cell: ({ count }) => about(count) },
          ...(wanted.length > 0
            ? [{ title: 'Espérées', isNumber: true, cell: ({ name }: Row) => shownTarget(targetOf(name)) }]
            : []),
          {
            title: hasKnown ? 'Part, parmi les comparées' : 'Part des réponses',
            isNumber: true,
            cell: ({ share }) => percent(share),
          },
          ...(hasKnown
            ? [{ title: 'Part des habitants', isNumber: true, cell: ({ known }: Row) => percent(known) }]
            : []),
        ]}
      />
      {missing.length > 0 && (
        <div className="fieldwork-missing">
          <p>
            Moins présents parmi les réponses que parmi les habitants :{' '}
            {missing.map(({ name, share, known }) => `${name} (${percent(share)} contre ${percent(known)})`).join(', ')}
            .
          </p>
          <p className="muted small">
            C’est une part, pas un nombre : « Avant de publier » dit où il faut plus de réponses pour un chiffre.
          </p>
        </div>
      )}
      {source && <p className="muted small">Marges : {source}</p>}
    </div>
  )
}

const percent = (value: number | null) => (value === null ? '–' : `${value}\u202f%`)
const shownTarget = (value: number | null) => (value === null ? '–' : number(value))
