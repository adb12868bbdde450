import { expect, test } from 'vitest'
import { publish } from '../../../analysis/disclosure/gate.ts'
import { policies } from '../../../analysis/disclosure/policy.ts'
import { countsOf, leastOf } from '../../../analysis/disclosure/primary.ts'
import { attack, hiddenKeys } from './attacker.ts'
import { randomSurvey } from './random-survey.ts'

// 1,000 surveys with SURVEYS=1000; fewer by default, to keep the suite short
const surveys = Number(process.env.SURVEYS ?? 200)

test(`${surveys} random surveys of linked tables: the attack recovers nothing, and every hidden count stays wide`, {
  timeout: 3_600_000,
}, () => {
  let hidden = 0
  let primaries = 0
  for (let seed = 1; seed <= surveys; seed++) {
    const { people, tables } = randomSurvey(seed)
    const policy = seed % 3 === 0 ? policies.screen : policies.document
    const published = publish({ tables, snapshot: 'cloture', responses: people.length }, policy)
    const { cells } = countsOf(tables)
    const secret = hiddenKeys(published)
    for (const key of secret) expect(published.knowledge.counts[key], `${seed} ${key}`).toBeNull()
    for (const { key, lo, hi } of attack([published])) {
      const cell = cells.get(key.slice(2))!
      // the truth is among the guesses: the attack is a real one
      expect(lo).toBeLessThanOrEqual(cell.count)
      expect(hi).toBeGreaterThanOrEqual(cell.count)
      const isSmall = cell.count > 0 && cell.count < leastOf(cell, policy)
      if (isSmall) primaries++
      if (isSmall || cell.figures > 0) {
        hidden++
        if (hi - lo < policy.least) expect.fail(`survey ${seed}: ${key} is known to be within ${lo}–${hi}`)
      }
    }
    for (const [key, cell] of cells)
      if (cell.count > 0 && cell.count < leastOf(cell, policy))
        expect(published.knowledge.counts[key], `${seed} ${key}`).toBeNull()
  }
  expect(hidden).toBeGreaterThan(primaries)
  expect(primaries).toBeGreaterThan(surveys)
})
