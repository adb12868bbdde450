/** The measures an indicator can name. */
import { catchmentMeasure } from './catchment.ts'
import { gapMeasure } from './gap.ts'
import { meanMeasure } from './mean.ts'
import type { Measure } from './measure.ts'
import { placesMeasure } from './places.ts'
import { priceCurveMeasure } from './price-curve.ts'
import { rankingMeasure } from './ranking.ts'
import { ratingMeasure } from './rating.ts'
import { shareMeasure } from './share.ts'
import { sharesMeasure } from './shares.ts'
import { weekMeasure } from './week.ts'

export const measures: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ['share', shareMeasure],
  ['shares', sharesMeasure],
  ['mean', meanMeasure],
  ['rating', ratingMeasure],
  ['ranking', rankingMeasure],
  ['week', weekMeasure],
  ['gap', gapMeasure],
  ['places', placesMeasure],
  ['price-curve', priceCurveMeasure],
  ['catchment', catchmentMeasure],
])

/** Every name an indicator may give; any other is an error at publication. */
export const measureNames: ReadonlySet<string> = new Set(measures.keys())
