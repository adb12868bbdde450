/** The communes, each in the shade of its zone; hatched where the gap with the other zones is not established, striped where its figure may not be published. */
import type { Chart, Plugin } from 'chart.js'
import { levelOf, mapEnds } from '../../../surveys/charts/marks.ts'
import { names } from './map-names.ts'
import { type Palette, secretOf, stripes } from './palette.ts'
import type { MapSpec } from './specs.ts'
import { type Feature, type Position, zoneEdges } from './zone-shapes.ts'

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

const legendHeight = 56
/** Pixels under which the words of the legend are smaller. */
const narrow = 440

export function map({ outlines, places, isShare, shown, onPress }: MapSpec, palette: Palette) {
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
  return {
    type: 'choropleth',
    data: {
      labels: features.map(({ properties }) => places.get(properties.code)?.name ?? properties.code),
      datasets: [
        {
          outline: features,
          data: features.map((feature) => ({ feature, value: places.get(feature.properties.code)?.value ?? 0 })),
          backgroundColor: features.map(({ properties }) => colour(properties.code)),
          borderColor: palette.surface,
          borderWidth: 0.75,
        },
      ],
    },
    options: {
      showOutline: false,
      showGraticule: false,
      layout: { padding: { bottom: legendHeight } },
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
      legend(classes, { shades, secret, hatched: hatched[3]! }, silentWords([...places.values()]), palette),
    ],
  }
}

/** A line where one zone ends and another begins, thick around the one that is pointed at. */
function borders(features: Feature[], places: MapSpec['places'], shown: string | null, { ink }: Palette): Plugin {
  const nameOf = (code: string) => places.get(code)?.name ?? null
  const edges = zoneEdges(features, nameOf)
  const around = zoneEdges(
    features.filter(({ properties }) => shown !== null && nameOf(properties.code) === shown),
    nameOf,
  )
  return {
    id: 'borders',
    afterDatasetsDraw(chart) {
      const { projection } = chart.scales.projection as unknown as { projection: (point: Position) => Position | null }
      const { ctx } = chart
      ctx.save()
      for (const [lines, lineWidth] of [
        [edges, 1.6],
        [around, 4],
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

type Fills = { shades: string[]; secret: CanvasPattern | string; hatched: CanvasPattern | string }

/** What each shade means, drawn with the map: a picture of it says the same. */
function legend(
  classes: { text: string }[],
  { shades, secret, hatched }: Fills,
  silent: string,
  { ink, line }: Palette,
): Plugin {
  const rows = (chart: Chart) => {
    const swatch = (fill: CanvasPattern | string, text: string, x: number, y: number) => {
      const { ctx } = chart
      ctx.fillStyle = fill
      ctx.fillRect(x, y, 16, 12)
      ctx.strokeStyle = line
      ctx.strokeRect(x, y, 16, 12)
      ctx.fillStyle = ink
      ctx.fillText(text, x + 20, y + 6)
    }
    const top = chart.height - legendHeight + 10
    const width = Math.min((chart.width - 4) / classes.length, 110)
    for (const [at, { text }] of classes.entries()) swatch(shades[at + 1]!, text, 4 + at * width, top)
    const isNarrow = chart.width < narrow
    swatch(hatched, isNarrow ? 'écart non établi' : 'écart avec les autres zones non établi', 4, top + 24)
    if (silent !== '') swatch(secret, silent, 4 + (isNarrow ? 130 : Math.max(230, 2 * width)), top + 24)
  }
  return {
    id: 'legend-of-map',
    afterDraw(chart) {
      chart.ctx.save()
      Object.assign(chart.ctx, {
        textAlign: 'left',
        textBaseline: 'middle',
        lineWidth: 1,
        font: `${chart.width < narrow ? 11 : 12}px ${chart.options.font?.family ?? 'sans-serif'}`,
      })
      rows(chart)
      chart.ctx.restore()
    },
  }
}
