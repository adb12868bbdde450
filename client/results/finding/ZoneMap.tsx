/** The zones on a map, each commune in the shade of its zone; never a figure by commune. */
import type { ReactNode } from 'react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { shadedAs } from '../../../surveys/charts/known.ts'
import { noFigureWords } from '../../../surveys/charts/no-figure.ts'
import { hatchSaid, isUncertain } from '../../../surveys/charts/uncertain.ts'
import { leastNew } from '../../../surveys/thresholds.ts'
import { Chart } from '../../parts/charts/Chart.tsx'
import { arrowOf, type Side, sideIn } from '../../parts/charts/established.ts'
import { mapLevel } from '../../parts/charts/map.ts'
import type { Listed, MapSpec, Place } from '../../parts/charts/specs.ts'
import { Loading } from '../../parts/Loading.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { figureSaid } from '../map/zones-said.ts'
import { day } from '../words.ts'

export const mapHeight = 460

/** `isRest`: stands for the zones too small to be alone. */
export type ZoneFigure = NonNullable<analyse.FindingPage['zones']>[number] & { isRest?: boolean }

type Asked = {
  /** Whose zones are drawn, as they were then. */
  publication: Pick<analyse.PublicationLine, 'slug' | 'number'>
  zones: readonly ZoneFigure[]
  isShare: boolean
  /** Said after what an arrow means. */
  pairs?: string
  /** What the map tells, beside it. */
  head?: ReactNode
  /** Called with what is drawn, for a picture of it. */
  onDrawn?: (spec: MapSpec) => void
}

export function ZoneMap(asked: Asked) {
  const { slug, number: publication } = asked.publication
  const [loaded, again] = useLoaded(
    useCallback(
      () => call('GET /api/analyse/:slug/map', { params: { slug }, query: { publication } }),
      [slug, publication],
    ),
  )
  return (
    <Loading loaded={loaded} again={again}>
      {(territory) =>
        isDrawable(territory) ? (
          <Drawn {...asked} territory={territory} />
        ) : (
          <p className="notice">
            La carte attend les contours des communes : une personne qui administre le site les donne dans
            « Collectivité ».
          </p>
        )
      }
    </Loading>
  )
}

const isDrawable = ({ outlines }: analyse.TerritoryMap) =>
  ((outlines as { features?: unknown[] } | null)?.features?.length ?? 0) > 0

const noFigure = (estimate: analyse.MaybeEstimate) =>
  estimate.value === null && estimate.why === 'waiting'
    ? `il faut ${leastNew} réponses nouvelles entre deux publications`
    : 'pas de chiffre'

type Props = Asked & { territory: analyse.TerritoryMap }

function Drawn({
  zones,
  isShare,
  pairs,
  publication,
  head,
  onDrawn,
  territory: { outlines, communes, source, zoning },
}: Props) {
  const isDrawn = communes.length > 0
  const spec = useMemo(() => {
    const places = new Map(
      communes.map(({ code, zoneName }) => {
        const cell = zones.find(({ name }) => name === zoneName) ?? zones.find(({ isRest }) => isRest)
        return [code, cell ? placeOf(zoneName, cell, zones) : nowhere(zoneName)] as const
      }),
    )
    return { kind: 'map' as const, outlines, places, isShare, shown: null }
  }, [zones, outlines, communes, isShare])
  useEffect(() => {
    if (isDrawn) onDrawn?.({ ...spec, list: listed(zones) })
  }, [isDrawn, spec, zones, onDrawn])
  /** Under the pointer or the focus; without one, the zone that was pressed, until it is pressed again. */
  const [pointed, setPointed] = useState<string | null>(null)
  const [pressed, setPressed] = useState<string | null>(null)
  const shown = pointed ?? pressed
  const press = useCallback((zone: string) => setPressed((before) => (before === zone ? null : zone)), [])
  const drawn = useMemo(() => ({ ...spec, shown, onPress: press }), [spec, shown, press])
  const values = [...spec.places.values()].map(({ value }) => value)
  const sides = zones.map(({ estimate }) => sideIn(estimate, estimatesOf(zones)))
  const isApart = sides.some((side) => side === 1 || side === -1)
  return (
    <div className="zone-map">
      {isDrawn ? (
        <Chart
          spec={drawn}
          height={mapHeight}
          label="Carte des communes, chacune dans la teinte de sa zone : du plus clair, le moins, au plus foncé, le plus ; hachurée quand son chiffre est peu précis. Les chiffres sont à côté."
        />
      ) : (
        <p className="notice">
          Les zones de la publication n° {publication.number} ne sont plus connues : ses chiffres se lisent dans la
          liste, sans carte. Une nouvelle publication aura la sienne.
        </p>
      )}
      <div>
        {head}
        <ul className="zones" data-layer="needed">
          {zones.map((zone, at) => {
            const { name, interval, estimate } = zone
            return (
              <li
                key={name}
                data-level={estimate.value === null ? 'secret' : mapLevel(shadedAs(estimate), values, isShare)}
                data-hatched={isUncertain(estimate) || undefined}
              >
                <button
                  type="button"
                  aria-pressed={pressed === name}
                  title="Montrer sur la carte"
                  onClick={() => press(name)}
                  onFocus={() => setPointed(name)}
                  onBlur={() => setPointed(null)}
                  onPointerEnter={() => setPointed(name)}
                  onPointerLeave={() => setPointed(null)}
                >
                  {name}
                </button>
                <b>{figureSaid(zone)}</b>
                <small className="muted">
                  {estimate.value === null ? noFigure(estimate) : `${interval}, base ${estimate.base}`}
                </small>
                {sideSaid(sides[at]!) !== '' && <small>{sideSaid(sides[at]!)}</small>}
              </li>
            )
          })}
        </ul>
        {zones.some(({ estimate }) => isUncertain(estimate)) && <p className="muted small">{hatchSaid}</p>}
        {isApart && (
          <p className="muted small">
            Flèche : l’écart avec les autres zones, ensemble, est établi (tests à 5 %, correction de Holm). Sans flèche,
            il ne l’est pas.{pairs}
          </p>
        )}
        <p className="muted small">
          {zoningText(publication.number, zoning)} Contours : {source.replace(/\.$/, '')}.
        </p>
      </div>
    </div>
  )
}

/** « ▲ au-dessus des autres zones »; '' = the gap is not established. */
const sideSaid = (side: Side): string =>
  side === 1 || side === -1 ? `${arrowOf(side)} ${side === 1 ? 'au-dessus' : 'au-dessous'} des autres zones` : ''

function placeOf(name: string, cell: ZoneFigure, zones: readonly ZoneFigure[]): Place {
  const { text, interval, estimate } = cell
  return {
    name,
    value: shadedAs(estimate),
    text: interval ? `${text} (${interval})` : text,
    short: figureSaid(cell),
    isHatched: isUncertain(estimate),
    side: sideIn(estimate, estimatesOf(zones)),
  }
}

/** A zone too small to be in the list. */
const nowhere = (name: string): Place => ({
  name,
  value: null,
  text: noFigureWords['too-few'],
  short: noFigureWords['too-few'],
  isHatched: false,
  side: null,
})

const estimatesOf = (zones: readonly ZoneFigure[]) => zones.map(({ estimate }) => estimate)

/** Beside the map in a picture of it: each zone with its interval and base, as on the page. */
export const listed = (zones: readonly ZoneFigure[]): Listed[] =>
  zones.map((zone) => {
    const { name, interval, estimate } = zone
    const side = sideSaid(sideIn(estimate, estimatesOf(zones)))
    const note = estimate.value === null ? noFigure(estimate) : `${interval}, base ${estimate.base}`
    return { name, figure: figureSaid(zone), note: side === '' ? note : `${note}\n${side}` }
  })

/** Which zones these are: a table saved since changes nothing here. */
function zoningText(number: number, { provisional, version, date, source }: analyse.TerritoryMap['zoning']): string {
  const table = version === null ? 'table' : `version ${version} de la table`
  return `${provisional ? 'Zonage provisoire' : 'Zones'} de la publication n° ${number}\u202f: ${table} des zones établie le ${day(date)} (${source.replace(/\.$/, '')}).`
}
