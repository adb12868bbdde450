/** The communes, each in the shade of its zone; a zone whose figure may not be published is striped. */
import type { Plugin } from 'chart.js'
import { type Palette, secretOf } from './palette.ts'
import type { MapSpec } from './specs.ts'

/** Shade of a value among those shown, 1 to 5; 0 = none. */
export function mapLevel(value: number | null, all: readonly (number | null)[]): number {
  const largest = Math.max(0.0001, ...all.map((one) => one ?? 0))
  return value === null ? 0 : 1 + Math.min(4, Math.floor((value / largest) * 4.999))
}

export function map({ outlines, places }: MapSpec, palette: Palette) {
  const { features } = outlines as { features: { properties: { code: string } }[] }
  const secret = secretOf(palette)
  const all = [...places.values()].map(({ value }) => value)
  const colour = (code: string) => {
    const value = places.get(code)?.value ?? null
    return value === null ? secret : palette.shades.needed[mapLevel(value, all)]!
  }
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
          borderWidth: 1,
        },
      ],
    },
    options: {
      showOutline: false,
      showGraticule: false,
      scales: { projection: { axis: 'x', projection: 'mercator' }, color: { axis: 'x', display: false } },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataIndex }: { dataIndex: number }) => {
              const place = places.get(features[dataIndex]!.properties.code)
              return place ? `${place.name} : ${place.text}` : ''
            },
          },
        },
      },
    },
    plugins: [names(features, places, palette)],
  }
}

/** The name and figure of each zone, on its communes. */
function names(
  features: { properties: { code: string } }[],
  places: MapSpec['places'],
  { ink, surface }: Palette,
): Plugin {
  return {
    id: 'names',
    afterDatasetsDraw(chart) {
      const zones = new Map<string, { x: number; y: number; text: string }[]>()
      chart.getDatasetMeta(0).data.forEach((element, at) => {
        const place = places.get(features[at]!.properties.code)
        if (!place) return
        const { x, y } = (element as unknown as { getCenterPoint(): { x: number; y: number } }).getCenterPoint()
        zones.set(place.name, [...(zones.get(place.name) ?? []), { x, y, text: place.short }])
      })
      const { ctx } = chart
      ctx.save()
      Object.assign(ctx, { textAlign: 'center', textBaseline: 'middle', lineJoin: 'round', lineWidth: 5 })
      ctx.strokeStyle = surface
      ctx.fillStyle = ink
      for (const [name, points] of zones) {
        const middle = (axis: 'x' | 'y') => points.reduce((sum, point) => sum + point[axis], 0) / points.length
        for (const [row, text] of [name, points[0]!.text].entries()) {
          ctx.strokeText(text, middle('x'), middle('y') + row * 18 - 9)
          ctx.fillText(text, middle('x'), middle('y') + row * 18 - 9)
        }
      }
      ctx.restore()
    },
  }
}
