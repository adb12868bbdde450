import { expect, test } from 'vitest'
import {
  composedCoverage,
  demoTable,
  isComposed,
  published,
  sharesCoverage,
} from '../../../analysis/scripts/simulate/demo.ts'

const sizes = { samples: 5, people: 350, population: 8_000 }

test.each(published())(
  'at least nine intervals in ten of $slug hold the truth of the population',
  (questionnaire) => {
    const found = sharesCoverage(questionnaire, sizes)
    console.log(demoTable([found]).trim())
    // a short questionnaire has fewer answers to count, never few
    expect(found.intervals).toBeGreaterThan(200)
    expect(found.inside / found.intervals).toBeGreaterThanOrEqual(0.9)
  },
  60_000,
)

test.each(published().filter(({ indicators }) => indicators.some(isComposed)))(
  'so do those of the composed measures of $slug, against the same measure on the whole population',
  (questionnaire) => {
    const found = composedCoverage(questionnaire, sizes)
    console.log(demoTable([found]).trim())
    expect(found.intervals).toBeGreaterThan(50)
    expect(found.inside / found.intervals).toBeGreaterThanOrEqual(0.9)
  },
  60_000,
)
