/** The findings that are read zone by zone, one map at a time, need by need; those that tell zones apart are folded above. */
import { useCallback, useMemo } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { bytesOf } from '../../parts/staff/files.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { mapPlate, ZoneMap } from '../finding/ZoneMap.tsx'
import { Notices } from '../Notices.tsx'
import { TakeAway } from '../TakeAway.tsx'
import { answers, day, findingAddress } from '../words.ts'
import { apart, byValue, figureWhole, sidesOf, zonesSaid } from './zones-said.ts'
import './map.css'

type Mapped = analyse.MappedFindings['findings'][number]

export function MapPage() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/analyse/mapped'), []))
  return (
    <StaffFrame title="Carte" isWide>
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
  const shown = findings.find((one) => idOf(one) === search.get('r')) ?? findings[0]!
  const at = findings.indexOf(shown)
  const choose = (finding: Mapped | undefined) => finding && setSearch({ r: idOf(finding) }, { replace: true })
  const needs = [...Map.groupBy(findings, ({ objective }) => objective).values()]
  return (
    <>
      <Apart telling={telling} all={findings.length} />
      <div className="filters map-choice no-print">
        <label className="wide">
          <span className="visually-hidden">Résultat montré</span>
          <select
            value={idOf(shown)}
            onChange={({ target }) => choose(findings.find((one) => idOf(one) === target.value))}
          >
            {needs.map((own) => (
              <optgroup key={own[0]!.objective} label={`${own[0]!.objective}. ${own[0]!.need}`}>
                {own.map((one) => (
                  <option key={idOf(one)} value={idOf(one)}>
                    {one.title}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <div className="steps">
          <Button aria-label="← Précédent" disabled={at <= 0} onClick={() => choose(findings[at - 1])}>
            ←<span className="step-word"> Précédent</span>
          </Button>
          <Button aria-label="Suivant →" disabled={at >= findings.length - 1} onClick={() => choose(findings[at + 1])}>
            <span className="step-word">Suivant </span>→
          </Button>
        </div>
      </div>
      <Shown
        key={idOf(shown)}
        finding={shown}
        place={`${at + 1} sur ${findings.length}`}
        publication={publications.find(({ slug }) => slug === shown.questionnaire)!}
        mention={mention}
      />
    </>
  )
}

/** Where to look first: the findings that tell zones apart, need by need. */
function Apart({ telling, all }: { telling: Mapped[]; all: number }) {
  if (telling.length === 0)
    return (
      <p className="notice">
        Aucune zone ne se distingue nettement de l’ensemble, pour aucun des {all} résultats : ce qui manque manque
        partout, ou les réponses sont encore trop peu nombreuses pour le dire.
      </p>
    )
  return (
    <details className="apart no-print">
      <summary>
        Où est-ce différent ? Une zone se distingue pour {telling.length} des {all} résultats
      </summary>
      <ul>
        {telling.map((one) => (
          <li key={idOf(one)}>
            <Link href={`/analyse/carte?r=${encodeURIComponent(idOf(one))}`}>{one.title}</Link>
            {' : '}
            {sidesOf(one.zones)}
            <br />
            <small className="muted">{one.brief}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}

type ShownProps = { finding: Mapped; place: string; publication: analyse.PublicationLine; mention: string }

function Shown({ finding, place, publication, mention }: ShownProps) {
  const { questionnaire, indicator, title, brief, base, zones, dated } = finding
  const [whole] = zones
  // the map is drawn anew with each new list
  const own = useMemo(() => byValue(zones.slice(1)), [zones])
  const where = zonesSaid(zones)
  const said = [brief, zonesSaid(zones, figureWhole), dated].filter(Boolean).join(' ')
  const isShare = whole!.estimate.value !== null && whole!.estimate.unit === 'share'
  return (
    <article className="mapped" aria-labelledby="mapped-title">
      <Notices publications={[publication]} />
      <ZoneMap
        publication={publication}
        zones={own}
        isShare={isShare}
        head={
          <header aria-live="polite">
            <h2 id="mapped-title">{title}</h2>
            <p>
              {brief} {where !== '' && <b>{where}</b>}
            </p>
            {dated !== '' && <p className="muted">{dated}</p>}
            <p>
              <Link href={findingAddress(questionnaire, indicator)}>Lire ce résultat, décider</Link>
            </p>
          </header>
        }
      />
      <TakeAway
        sentence={said}
        mention={mention}
        publication={publication}
        name={`carte ${title}`}
        table={(as) =>
          bytesOf('GET /api/analyse/:slug/findings/:indicator/table', {
            params: { slug: questionnaire, indicator },
            query: { publication: publication.number, as },
          })
        }
        plate={{ title, under: base, drawing: mapPlate(publication, own, isShare) }}
      />
      <p className="muted small">
        {base}. Résultat {place}. {publication.title}, publication n° {publication.number} du {day(publication.madeAt)},{' '}
        {answers(publication.responses)}. Les résultats se lisent zone par zone, jamais commune par commune. {mention}
      </p>
    </article>
  )
}
