/** The zones on a map, each commune in the shade of its zone; never a figure by commune. */
import type { ReactNode } from 'react'
import { useCallback, useMemo, useState } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { shadedAs } from '../../../surveys/charts/known.ts'
import { axisEnd } from '../../../surveys/charts/marks.ts'
import { noFigureWords } from '../../../surveys/charts/no-figure.ts'
import { hatchSaid, hatchWords, isUncertain } from '../../../surveys/charts/uncertain.ts'
import { mapClasses, mapLevel } from '../../../surveys/charts/zone-map.ts'
import { type Feature, ringsOf } from '../../../surveys/charts/zone-shapes.ts'
import { leastNew } from '../../../surveys/thresholds.ts'
import { arrowOf, arrowWords, type Side, sideIn } from '../../parts/charts/established.ts'
import { Loading } from '../../parts/Loading.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { figureSaid } from '../map/zones-said.ts'
import type { Plate, PlateBars } from '../TakeAway.tsx'
import { day } from '../words.ts'
import { type Shaded, ZoneShapes } from './ZoneShapes.tsx'

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

function Drawn({ zones, isShare, pairs, publication, head, territory: { outlines, communes, source, zoning } }: Props) {
  const isDrawn = communes.length > 0
  const levelOf = useMemo(() => levelIn(zones, isShare), [zones, isShare])
  const shapes = useMemo(() => {
    const named = new Map(communes.map(({ code, zoneName }) => [code, zoneName]))
    const { features } = outlines as { features: Feature[] }
    const byZone = Map.groupBy(features, ({ properties: { code } }) => named.get(code) ?? '')
    return [...byZone].flatMap(([name, own]): Shaded[] => {
      if (name === '') return []
      const cell = zones.find((zone) => zone.name === name) ?? zones.find(({ isRest }) => isRest)
      return [{ name, rings: own.flatMap(ringsOf), ...(cell ? shadeOf(cell, levelOf, zones) : tooSmall) }]
    })
  }, [zones, outlines, communes, levelOf])
  /** Under the pointer or the focus; without one, the zone that was pressed, until it is pressed again. */
  const [pointed, setPointed] = useState<string | null>(null)
  const [pressed, setPressed] = useState<string | null>(null)
  const shown = pointed ?? pressed
  const press = (zone: string) => setPressed((before) => (before === zone ? null : zone))
  const sides = zones.map(({ estimate }) => sideIn(estimate, estimatesOf(zones)))
  const isApart = sides.some((side) => side === 1 || side === -1)
  return (
    <div className="zone-map">
      {isDrawn ? (
        <figure className="zone-drawing">
          <ZoneShapes
            zones={shapes}
            label="Carte des zones, chacune dans sa teinte : du plus clair, le moins, au plus foncé, le plus ; hachurée quand son chiffre est peu précis. Les chiffres sont à côté."
            shown={shown}
            onPoint={setPointed}
            onPress={press}
          />
          <Key zones={zones} shapes={shapes} isShare={isShare} />
        </figure>
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
                data-level={levelOf(estimate) ?? 'secret'}
                data-shown={shown === name || undefined}
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

const levelIn = (zones: readonly ZoneFigure[], isShare: boolean) => {
  const values = zones.map(({ estimate }) => shadedAs(estimate))
  return (estimate: analyse.MaybeEstimate) =>
    estimate.value === null ? null : mapLevel(shadedAs(estimate), values, isShare)
}
type LevelOf = ReturnType<typeof levelIn>

const shadeOf = (cell: ZoneFigure, levelOf: LevelOf, zones: readonly ZoneFigure[]) => ({
  level: levelOf(cell.estimate),
  isHatched: isUncertain(cell.estimate),
  text: `${figureSaid(cell)} ${arrowOf(sideIn(cell.estimate, estimatesOf(zones)))}`.trim(),
})

/** A zone too small to be in the list. */
const tooSmall = { level: null, isHatched: false, text: noFigureWords['too-few'] }

/** The classes, then the signs that are drawn: no other. */
function Key({
  zones,
  shapes,
  isShare,
}: {
  zones: readonly ZoneFigure[]
  shapes: readonly Shaded[]
  isShare: boolean
}) {
  const silent = [...new Set(shapes.flatMap(({ level, text }) => (level === null ? [text] : [])))].join(' ou ')
  const arrows = arrowWords(zones.map(({ estimate }) => sideIn(estimate, estimatesOf(zones))))
  const values = zones.map(({ estimate }) => shadedAs(estimate))
  return (
    <ul className="scale" data-layer="needed">
      {mapClasses(values, isShare).map(({ text }, at) => (
        <li key={text} data-level={at + 1}>
          {text}
        </li>
      ))}
      {shapes.some(({ isHatched }) => isHatched) && <li data-level="hatched">{hatchWords}</li>}
      {arrows !== '' && <li data-level="words">{arrows} des autres zones</li>}
      {silent !== '' && <li data-level="secret">{silent}</li>}
    </ul>
  )
}

const estimatesOf = (zones: readonly ZoneFigure[]) => zones.map(({ estimate }) => estimate)

/** The map as a picture that leaves, the figures of its zones under it. */
export function mapPlate(
  { slug, number: publication }: Asked['publication'],
  zones: readonly ZoneFigure[],
  isShare: boolean,
): Plate['drawing'] {
  const levelOf = levelIn(zones, isShare)
  const rest = zones.find(({ isRest }) => isRest)
  const highs = zones.map(({ estimate }) => (estimate.value === null ? 0 : estimate.high))
  const bars: PlateBars = {
    kind: 'bars',
    end: axisEnd(Math.max(0, ...highs), isShare),
    columns: [{ label: '', base: '' }],
    rows: zones.map((zone) => {
      const { name, interval, estimate } = zone
      const { low, high } = estimate.value === null ? { low: 0, high: 0 } : estimate
      const note = estimate.value === null ? noFigure(estimate) : `${interval}, base ${estimate.base}`
      const one = { value: shadedAs(estimate), low, high, text: figureSaid(zone), isUncertain: isUncertain(estimate) }
      return {
        label: name,
        note: [note, sideSaid(sideIn(estimate, estimatesOf(zones)))].filter(Boolean).join(', '),
        bars: [one],
      }
    }),
  }
  return {
    kind: 'map',
    slug,
    publication,
    zones: zones.map((zone) => ({ name: zone.name, ...shadeOf(zone, levelOf, zones) })),
    ...(rest ? { rest: shadeOf(rest, levelOf, zones) } : {}),
    bars,
  }
}

/** Which zones these are: a table saved since changes nothing here. */
function zoningText(number: number, { provisional, version, date, source }: analyse.TerritoryMap['zoning']): string {
  const table = version === null ? 'table' : `version ${version} de la table`
  return `${provisional ? 'Zonage provisoire' : 'Zones'} de la publication n° ${number}\u202f: ${table} des zones établie le ${day(date)} (${source.replace(/\.$/, '')}).`
}
