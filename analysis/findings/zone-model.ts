/** Zones estimated together: one with few answers borrows from the others. Computed from published figures only, and labelled. */
import { communes } from '../../surveys/authority/territory.ts'
import type { Study } from '../columns/study.ts'
import type { Figures } from '../disclosure/published-figure.ts'
import { normalQuantile } from '../distributions/normal.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Area } from '../estimates/fay-herriot.ts'
import { fayHerriotPosterior } from '../estimates/fay-herriot-posterior.ts'
import type { Layout } from '../measures/measure.ts'
import { datedNotes } from '../measures/tables.ts'
import type { Grid, GridCell } from '../report/tree.ts'
import { percent, typeset } from '../text/format.ts'
import { datedIn, estimateOf } from './presentation.ts'

const z95 = normalQuantile(0.975)
/** An interval as wide as this is no order of magnitude: what other zones say is worth having. */
const wideInterval = 0.2

/**
 * The zones of a layout by an area-level model, beside their own figures.
 *
 * The level of a zone follows the size of its communes (INSEE), as far as the other zones show it; with three zones, their mean.
 *
 * @param layout rows are zones, the first column their share
 * @returns null where every zone is known well enough, or too few have a figure
 */
export function zoneModel(layout: Layout, figures: Figures, study: Pick<Study, 'zones'>): Grid | null {
  const zones = layout.rows.flatMap(({ label, keys }) => {
    const figure = figures(layout.table, keys[0]!)
    const estimate = estimateOf(figure)
    const size = communeSize(figure.dims.zone ?? '', study)
    return estimate.value === null || size === null ? [] : [{ label, estimate, size }]
  })
  if (!zones.some(({ estimate }) => estimate.high - estimate.low >= wideInterval)) return null
  const isSized = zones.length > 3
  const middle = zones.reduce((sum, { size }) => sum + size, 0) / zones.length
  const model = fayHerriotPosterior(
    zones.map(
      ({ estimate, size }): Area => ({
        value: estimate.value,
        variance: ((estimate.high - estimate.low) / (2 * z95)) ** 2,
        known: isSized ? [1, size - middle] : [1],
      }),
    ),
  )
  if (model === null) return null
  // of figures that stand at an earlier day, so do those made of them
  const dated = datedIn(layout, figures)
  return {
    title: 'Estimation par modèle, par zone',
    base: 'D’après les chiffres publiés des zones',
    columns: ['Zone', 'Par modèle', 'Ses réponses seules', 'Poids de ses réponses'],
    rows: zones.map(({ label, estimate }, at) => ({
      label,
      cells: [
        modelled(estimate, model.areas[at]!),
        { kind: 'estimate', estimate },
        { kind: 'text', text: percent(model.areas[at]!.own) },
      ],
    })),
    notes: [
      typeset(
        `Estimation par modèle (Fay-Herriot) : une zone qui a peu de réponses emprunte aux autres${isSized ? ', selon la taille de ses communes (INSEE)' : ''}. L’intervalle compte l’erreur du modèle. Jamais pour une commune seule.`,
      ),
      ...datedNotes(dated),
    ],
    ...(dated.length > 0 ? { dated } : {}),
  }
}

function modelled(direct: Estimate, { value, error }: { value: number; error: number }): GridCell {
  const half = z95 * Math.sqrt(error)
  const [share, low, high] = [value, value - half, value + half].map((one) => Math.min(1, Math.max(0, one)))
  return {
    kind: 'estimate',
    estimate: {
      ...direct,
      value: Math.round(share! * 100) / 100,
      low: Math.floor(low! * 100 + 1e-9) / 100,
      high: Math.ceil(high! * 100 - 1e-9) / 100,
      method: 'modèle de Fay-Herriot',
    },
  }
}

/** Decimal logarithm of the size of the communes of a zone, as its people meet them; null for what is not a zone of them. */
function communeSize(zone: string, { zones }: Pick<Study, 'zones'>): number | null {
  const own = new Set(zones.rows.filter((row) => row.zone === zone).map(({ insee }) => insee))
  const inside = communes().filter(({ insee }) => own.has(insee))
  const people = inside.reduce((sum, { municipalPopulation }) => sum + municipalPopulation, 0)
  if (people === 0) return null
  return inside.reduce((sum, { municipalPopulation: size }) => sum + (size * Math.log10(size)) / people, 0)
}
