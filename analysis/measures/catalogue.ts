/** The measures an indicator can name. */
import { meanMeasure } from './mean.ts'
import type { Measure } from './measure.ts'
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
])
