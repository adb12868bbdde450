/** The zones on a map, each commune in the shade of its zone; never a figure by commune. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { leastNew } from '../../../surveys/thresholds.ts'
import { Chart } from '../../parts/charts/Chart.tsx'
import { isLike, shadedBy } from '../../parts/charts/like.ts'
import { mapLevel } from '../../parts/charts/map.ts'
import type { MapSpec } from '../../parts/charts/specs.ts'
import { Loading } from '../../parts/Loading.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'

export const mapHeight = 480

/** `isRest`: stands for the zones too small to be alone. */
export type ZoneFigure = NonNullable<analyse.FindingPage['zones']>[number] & { isRest?: boolean }

type Asked = {
  zones: readonly ZoneFigure[]
  whole: analyse.MaybeEstimate | null
  isShare: boolean
  /** Called with what is drawn, for a picture of it. */
  onDrawn?: (spec: MapSpec) => void
}

export function ZoneMap(asked: Asked) {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/analyse/map'), []))
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
    ? `il faut ${leastNew} réponses nouvelles à la fois`
    : 'pas de chiffre'

type Props = Asked & { territory: analyse.TerritoryMap }

function Drawn({
  zones,
  whole,
  isShare,
  onDrawn,
  territory: { outlines, communes, source, zoneSource, provisional },
}: Props) {
  const spec = useMemo(() => {
    const places = new Map(
      communes.map(({ code, zoneName }) => {
        const cell = zones.find(({ name }) => name === zoneName) ?? zones.find(({ isRest }) => isRest)
        const text = !cell ? 'trop petit' : cell.interval ? `${cell.text} (${cell.interval})` : cell.text
        return [
          code,
          {
            name: zoneName,
            value: cell ? shadedBy(cell.estimate, whole) : null,
            text,
            short: cell?.text ?? 'trop petit',
            isHatched: cell ? isLike(cell.estimate, whole) : false,
          },
        ] as const
      }),
    )
    return { kind: 'map' as const, outlines, places, isShare, shown: null }
  }, [zones, outlines, communes, whole, isShare])
  useEffect(() => onDrawn?.(spec), [spec, onDrawn])
  const [shown, setShown] = useState<string | null>(null)
  const pointed = useMemo(() => ({ ...spec, shown }), [spec, shown])
  const values = [...spec.places.values()].map(({ value }) => value)
  return (
    <div className="zone-map">
      <Chart
        spec={pointed}
        height={mapHeight}
        label="Carte des communes, chacune dans la teinte de sa zone : du plus clair, le moins, au plus foncé, le plus ; hachurée quand la zone ne se distingue pas de l’ensemble. Les chiffres sont à côté."
      />
      <div>
        <ul className="zones" data-layer="needed">
          {zones.map(({ name, text, interval, estimate }) => (
            <li
              key={name}
              data-level={estimate.value === null ? 'secret' : mapLevel(shadedBy(estimate, whole), values, isShare)}
              data-hatched={isLike(estimate, whole) || undefined}
            >
              <button
                type="button"
                className="link"
                aria-pressed={shown === name}
                title="Montrer sur la carte"
                onClick={() => setShown(name)}
                onFocus={() => setShown(name)}
                onBlur={() => setShown(null)}
                onPointerEnter={() => setShown(name)}
                onPointerLeave={() => setShown(null)}
              >
                {name}
              </button>
              <b>{text}</b>
              <small className="muted">
                {estimate.value === null ? noFigure(estimate) : `${interval}, base ${estimate.base}`}
                {isLike(estimate, whole) && ' · semblable à l’ensemble'}
              </small>
            </li>
          ))}
        </ul>
        <p className="muted small">
          Contours : {source.replace(/\.$/, '')}. {provisional ? 'Zonage provisoire. ' : ''}
          {zoneSource}.
        </p>
      </div>
    </div>
  )
}
