import { expect, test } from 'vitest'
import { askAll } from '../../../analysis/attack/explorer.ts'
import { cellKey } from '../../../analysis/attack/mechanism.ts'
import { utilityOf } from '../../../analysis/attack/utility.ts'
import { partByShort, worldOf } from '../../../analysis/attack/world.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'

// groups that nearly everybody is in said nothing: 94 and 90 %
test.each([150, 300])('of %i families, many by the short door, 95 %% of the figures are shown', (families) => {
  const questionnaire = materialise(founding().find(({ slug }) => slug === 'familles')!, {})
  const shown = [1, 2, 3].map((seed) => {
    const { snapshots } = worldOf(questionnaire, families, seed, partByShort)
    return utilityOf(families, askAll(snapshots.at(-1)!, families, cellKey)).shown
  })
  expect(shown.reduce((sum, one) => sum + one, 0) / shown.length).toBeGreaterThan(0.95)
})
