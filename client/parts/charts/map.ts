/** The communes, each in the shade of its zone; hatched where its figure is imprecise, striped where its figure may not be published. */
import type { Plugin } from 'chart.js'
import { levelOf, mapEnds } from '../../../surveys/charts/marks.ts'
import { hatchWords } from '../../../surveys/charts/uncertain.ts'
import { type Feature, type Position, zoneEdges } from '../../../surveys/charts/zone-shapes.ts'
import { arrowWords } from './established.ts'
import { legend, legendRow, narrow, type Sign } from './legend.ts'
import { names, pointedIn } from './map-names.ts'
import { type Palette, secretOf, stripes } from './palette.ts'
import type { MapSpec, Place } from './specs.ts'

/** Classes that do not move with the figures shown: fifths of the whole for shares, of a round end for other numbers. */
export function mapClasses(values: readonly (number | null)[], isShare: boolean): { end: number; text: string }[] {
  if (isShare)
    return [...mapEnds, Number.POSITIVE_INFINITY].map((end, at) => {
      const from = Math.round((mapEnds[at - 1] ?? 0) * 100)
      const to = Math.round(end * 100)
      return { end, text: at === 0 ? `< ${to} %` : end > 1 ? `≥ ${from} %` : `${from}–${to} %` }
    })
  const largest = Math.max(1, ...values.map((value) => value ?? 0))
  const power = 10 ** Math.floor(Math.log10(largest))
  const step = (Math.ceil((2 * largest) / power) / 2) * power * 0.2
  const french = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 1 })
  return [1, 2, 3, 4, 5].map((at) => ({
    end: at === 5 ? Number.POSITIVE_INFINITY : at * step,
    text: `${french((at - 1) * step)}–${french(at * step)}`,
  }))
}

/** Shade of a value, 1 to 5; 0 = nobody, or no figure. */
export function mapLevel(value: number | null, all: readonly (number | null)[], isShare: boolean): number {
  if (value === null || value <= 0) return 0
  if (isShare) return levelOf(value, mapEnds)
  return 1 + mapClasses(all, isShare).findIndex(({ end }) => value < end - 1e-9)
}

/** Lines of the legend, by the width of the drawing. */
const rowsOf = (width: number): number => (width < narrow ? 3 : 2)

export function map({ outlines, places, isShare, shown, onPress }: MapSpec, palette: Palette, width: number) {
  const { features } = outlines as { features: Feature[] }
  const secret = secretOf(palette)
  const all = [...places.values()].map(({ value }) => value)
  const shades = palette.shades.needed
  const hatched = shades.map((shade) => stripes(shade, palette.surface))
  const colour = (code: string) => {
    const place = places.get(code)
    if (!place || place.value === null) return secret
    const level = mapLevel(place.value, all, isShare)
    return place.isHatched ? hatched[level]! : shades[level]!
  }
  const classes = mapClasses(all, isShare)
  const fills = features.map(({ properties }) => colour(properties.code))
  return {
    type: 'choropleth',
    data: {
      labels: features.map(({ properties }) => places.get(properties.code)?.name ?? properties.code),
      datasets: [
        {
          outline: features,
          data: features.map((feature) => ({ feature, value: places.get(feature.properties.code)?.value ?? 0 })),
          backgroundColor: fills,
          borderColor: palette.surface,
          borderWidth: 0.75,
          // the whole zone is outlined under the pointer: one commune of it says nothing
          hoverBackgroundColor: fills,
          hoverBorderColor: palette.surface,
          hoverBorderWidth: 0.75,
        },
      ],
    },
    options: {
      showOutline: false,
      showGraticule: false,
      layout: { padding: { bottom: rowsOf(width) * legendRow + 8 } },
      scales: { projection: { axis: 'x', projection: 'mercator' }, color: { axis: 'x', display: false } },
      onClick: (_event: unknown, [hit]: { index: number }[]) => {
        const place = hit && places.get(features[hit.index]!.properties.code)
        if (place) onPress?.(place.name)
      },
      plugins: {
        tooltip: {
          // above the name and the figure that the zone carries
          yAlign: 'bottom',
          caretPadding: 24,
          callbacks: {
            title: () => '',
            label: ({ dataIndex }: { dataIndex: number }) => {
              const place = places.get(features[dataIndex]!.properties.code)
              return place ? `${place.name} : ${place.text}` : ''
            },
          },
        },
      },
    },
    plugins: [
      borders(features, places, shown, palette),
      names(features, places, shown, palette),
      legend(signsOf([...places.values()], { classes, shades, secret, hatched: hatched[3]! }), rowsOf(width), palette),
    ],
  }
}

/** A line where one zone ends and another begins, thick around every piece of the one that is pointed at. */
function borders(features: Feature[], places: MapSpec['places'], shown: string | null, { ink }: Palette): Plugin {
  const nameOf = (code: string) => places.get(code)?.name ?? null
  const edges = zoneEdges(features, nameOf)
  const around = (zone: string | null) =>
    zone === null
      ? []
      : zoneEdges(
          features.filter(({ properties }) => nameOf(properties.code) === zone),
          nameOf,
        )
  return {
    id: 'borders',
    afterDatasetsDraw(chart) {
      const { projection } = chart.scales.projection as unknown as { projection: (point: Position) => Position | null }
      const { ctx } = chart
      ctx.save()
      for (const [lines, lineWidth] of [
        [edges, 2.2],
        [around(pointedIn(chart, features, places) ?? shown), 4],
      ] as const) {
        Object.assign(ctx, { strokeStyle: ink, lineWidth, lineCap: 'round' })
        ctx.beginPath()
        for (const ends of lines) {
          const [from, to] = ends.map((point) => projection(point))
          if (!from || !to) continue
          ctx.moveTo(...from)
          ctx.lineTo(...to)
        }
        ctx.stroke()
      }
      ctx.restore()
    },
  }
}

/** What the stripes stand for, in the words of the zones that have them: « trop petit ou en attente »; '' = every zone has a figure. */
export const silentWords = (places: readonly { value: number | null; short: string }[]): string =>
  [...new Set(places.flatMap(({ value, short }) => (value === null ? [short] : [])))].join(' ou ')

type Drawn = {
  classes: readonly { text: string }[]
  shades: readonly string[]
  secret: CanvasPattern | string
  hatched: CanvasPattern | string
}

/** The classes, then the signs that are drawn: no other. */
function signsOf(places: readonly Place[], { classes, shades, secret, hatched }: Drawn): Sign[] {
  const silent = silentWords(places)
  const arrows = arrowWords(places.map(({ side }) => side))
  return [
    ...classes.map(({ text }, at): Sign => ({ fill: shades[at + 1]!, text })),
    ...(places.some(({ isHatched }) => isHatched) ? [{ fill: hatched, text: hatchWords }] : []),
    ...(arrows === '' ? [] : [{ fill: null, text: `${arrows} des autres zones` }]),
    ...(silent === '' ? [] : [{ fill: secret, text: silent }]),
  ]
}
