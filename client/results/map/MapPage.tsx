/** The findings that are read zone by zone, one map at a time: those that tell zones apart are offered first. */
import { useCallback, useMemo, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import type { Cell } from '../../../surveys/csv.ts'
import type { MapSpec } from '../../parts/charts/specs.ts'
import { Loading } from '../../parts/Loading.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { mapHeight, ZoneMap } from '../finding/ZoneMap.tsx'
import { Notices } from '../Notices.tsx'
import { TakeAway } from '../TakeAway.tsx'
import { answers, day, findingAddress } from '../words.ts'
import { apart, zonesSaid } from './zones-said.ts'
import './map.css'

type Mapped = analyse.MappedFindings['findings'][number]

export function MapPage() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/analyse/mapped'), []))
  return (
    <StaffFrame title="Carte" lead="Les résultats zone par zone ; jamais commune par commune." isWide>
      <Loading loaded={loaded} again={again}>
        {(mapped) =>
          mapped.findings.length === 0 ? (
            <p className="empty">
              Aucun résultat publié ne se lit encore zone par zone.{' '}
              <Link href="/gerer/questionnaires">Voir les questionnaires</Link>
            </p>
          ) : (
            <Maps mapped={mapped} />
          )
        }
      </Loading>
    </StaffFrame>
  )
}

const idOf = ({ questionnaire, indicator }: Mapped) => `${questionnaire}/${indicator}`

/** What is shown stands in the address, so that it can be sent to a colleague. */
function Maps({ mapped: { findings, publications, mention } }: { mapped: analyse.MappedFindings }) {
  const [search, setSearch] = useSearchParams()
  const telling = findings.filter(({ zones }) => apart(zones).length > 0)
  const asked = findings.find((one) => idOf(one) === search.get('r'))
  const isAll = search.has('toutes') || telling.length === 0 || (asked !== undefined && !telling.includes(asked))
  const offered = isAll ? findings : telling
  const shown = asked ?? offered[0]!
  const at = offered.indexOf(shown)
  const choose = (finding: Mapped | undefined, all = isAll) =>
    setSearch({ ...(finding ? { r: idOf(finding) } : {}), ...(all ? { toutes: '' } : {}) }, { replace: true })
  return (
    <>
      <div className="filters no-print">
        <label className="wide">
          Résultat montré
          <select
            value={idOf(shown)}
            onChange={({ target }) => choose(offered.find((one) => idOf(one) === target.value))}
          >
            {publications.map(({ slug, title }) => {
              const own = offered.filter(({ questionnaire }) => questionnaire === slug)
              return (
                own.length > 0 && (
                  <optgroup key={slug} label={title}>
                    {own.map((one) => (
                      <option key={idOf(one)} value={idOf(one)}>
                        {one.title}
                      </option>
                    ))}
                  </optgroup>
                )
              )
            })}
          </select>
        </label>
        <div className="steps">
          <button type="button" className="button" disabled={at <= 0} onClick={() => choose(offered[at - 1])}>
            ← Précédent
          </button>
          <button
            type="button"
            className="button"
            disabled={at >= offered.length - 1}
            onClick={() => choose(offered[at + 1])}
          >
            Suivant →
          </button>
        </div>
      </div>
      {telling.length > 0 && telling.length < findings.length && (
        <label className="choice no-print">
          <input
            type="checkbox"
            checked={isAll}
            onChange={({ target }) =>
              choose(target.checked || telling.includes(shown) ? shown : telling[0], target.checked)
            }
          />
          <span>Montrer aussi les {findings.length - telling.length} résultats où aucune zone ne se distingue</span>
        </label>
      )}
      <Shown
        key={idOf(shown)}
        finding={shown}
        place={`${at + 1} sur ${offered.length}`}
        publication={publications.find(({ slug }) => slug === shown.questionnaire)!}
        mention={mention}
      />
    </>
  )
}

type ShownProps = { finding: Mapped; place: string; publication: analyse.PublicationLine; mention: string }

function Shown({ finding, place, publication, mention }: ShownProps) {
  const { questionnaire, indicator, title, brief, base, zones } = finding
  const [whole] = zones
  // the map is drawn anew with each new list
  const own = useMemo(() => zones.slice(1), [zones])
  const said = zonesSaid(zones)
  const [spec, setSpec] = useState<MapSpec | null>(null)
  const isShare = whole!.estimate.value !== null && whole!.estimate.unit === 'share'
  return (
    <article className="mapped" aria-labelledby="mapped-title">
      <Notices publications={[publication]} />
      <header aria-live="polite">
        <p className="eyebrow">
          {publication.title} · {place}
        </p>
        <h2 id="mapped-title">{title}</h2>
        <p className="statement">{said}</p>
        <p className="muted">{base}</p>
      </header>
      <ZoneMap zones={own} whole={whole!.estimate} isShare={isShare} onDrawn={setSpec} />
      <p>
        {brief} <Link href={findingAddress(questionnaire, indicator)}>Lire ce résultat, décider</Link>
      </p>
      <TakeAway
        sentence={`${title}. ${said}`}
        mention={mention}
        publication={publication}
        name={`carte-${indicator}`}
        rows={() => rowsOfZones(finding, publication, mention)}
        plate={spec && { title, base, spec, height: mapHeight }}
      />
      <p className="muted small">
        {mention} Publication n° {publication.number} du {day(publication.madeAt)}, {answers(publication.responses)}.
      </p>
    </article>
  )
}

const rowsOfZones = (
  { title, base, zones }: Mapped,
  { number }: analyse.PublicationLine,
  mention: string,
): Cell[][] => [
  [title],
  [base],
  ['Zone', 'Valeur', 'Intervalle à 95 %'],
  ...zones.map(({ name, text, interval }) => [name, text, interval]),
  [''],
  [`Publication n° ${number} · ${mention}`],
]
