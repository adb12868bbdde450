/** The measures an indicator can name. */

import { likertMeasure } from './likert.ts'
import { catchmentMeasure } from './local/catchment.ts'
import { funnelMeasure } from './local/funnel.ts'
import { gapMeasure } from './local/gap.ts'
import { placesMeasure } from './local/places.ts'
import { priceCurveMeasure } from './local/price-curve.ts'
import { topNeedsMeasure } from './local/top-needs.ts'
import { weekMeasure } from './local/week.ts'
import { mobilityMeasure, youthPlacesMeasure } from './local/youth.ts'
import { meanMeasure } from './mean.ts'
import type { Measure } from './measure.ts'
import { npsMeasure } from './nps.ts'
import { numericMeasure } from './numeric.ts'
import { rankingMeasure } from './ranking.ts'
import { ratingMeasure } from './rating.ts'
import { shareMeasure } from './share.ts'
import { sharesMeasure } from './shares.ts'
import { themesMeasure } from './themes.ts'

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
  ['youth-places', youthPlacesMeasure],
  ['mobility', mobilityMeasure],
  ['funnel', funnelMeasure],
  ['numeric', numericMeasure],
  ['likert', likertMeasure],
  ['nps', npsMeasure],
  ['top-needs', topNeedsMeasure],
  ['themes', (subject) => themesMeasure(subject)],
])

/** Every name an indicator may give; any other is an error at publication. */
export const measureNames: ReadonlySet<string> = new Set(measures.keys())
