/** The measures an indicator can name, the only list, in the order in which they are offered. */
import { likertMeasure } from './general/likert.ts'
import { meanMeasure } from './general/mean.ts'
import { npsMeasure } from './general/nps.ts'
import { numericMeasure } from './general/numeric.ts'
import { rankingMeasure } from './general/ranking.ts'
import { ratingMeasure } from './general/rating.ts'
import { shareMeasure } from './general/share.ts'
import { sharesMeasure } from './general/shares.ts'
import { themesMeasure } from './general/themes.ts'
import { catchmentMeasure } from './local/catchment.ts'
import { cumulatedMeasure } from './local/cumulated.ts'
import { gapMeasure } from './local/gap.ts'
import { placesMeasure } from './local/places.ts'
import { priceCurveMeasure } from './local/price-curve.ts'
import { topNeedsMeasure } from './local/top-needs.ts'
import { weekMeasure } from './local/week.ts'
import { mobilityMeasure, youthPlacesMeasure } from './local/youth.ts'
import type { Measure } from './measure.ts'

export const catalogue = [
  shareMeasure,
  sharesMeasure,
  cumulatedMeasure,
  topNeedsMeasure,
  likertMeasure,
  ratingMeasure,
  npsMeasure,
  rankingMeasure,
  numericMeasure,
  meanMeasure,
  themesMeasure,
  weekMeasure,
  gapMeasure,
  mobilityMeasure,
  youthPlacesMeasure,
  placesMeasure,
  priceCurveMeasure,
  catchmentMeasure,
] as const satisfies readonly Measure[]

const byName: ReadonlyMap<string, Measure> = new Map(catalogue.map((measure) => [measure.name, measure]))

/** Every name an indicator may give; any other is an error at publication. */
export const measureNames: ReadonlySet<string> = new Set(byName.keys())

/** @throws RangeError for a name that is not in the catalogue */
export function measureOf(name: string): Measure {
  const measure = byName.get(name)
  if (measure === undefined) throw new RangeError(`measureOf needs a measure of the catalogue, not ${name}`)
  return measure
}

/** What the designer and the publication review know of each measure. */
export const measureRules = catalogue.map((measure: Measure) => {
  const { compute: _, easy: __, ...rule } = measure
  return { ...rule, kinds: [...rule.kinds], beside: [...rule.beside] }
})
