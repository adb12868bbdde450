import { expect, test } from 'vitest'
import { withEvidence } from '../../../analysis/evidence/asked.ts'
import { evidenceCounts } from '../../../analysis/evidence/item.ts'
import { coverage } from '../../../analysis/findings/coverage.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

const item = (objective: number, kind: 'counted' | 'heard' | 'registered') => ({ objective, kind })

test('each kind is counted under its own objective only', () => {
  const items = [item(4, 'registered'), item(4, 'registered'), item(4, 'heard'), item(5, 'counted')]
  expect(evidenceCounts(items, 4)).toEqual({ asked: 0, counted: 0, heard: 1, registered: 2 })
  expect(evidenceCounts(items, 6)).toEqual({ asked: 0, counted: 0, heard: 0, registered: 0 })
})

test('coverage keeps its rows and statuses, and what was asked is what the findings establish', () => {
  const rows = coverage(founding(), [
    { objective: 1, estimate: { value: 0.4 } },
    { objective: 1, estimate: { value: null } },
  ])
  const covered = withEvidence(rows, [item(4, 'registered')])
  expect(covered.map(({ evidence: _, ...row }) => row)).toEqual(rows)
  expect(covered[0]!.evidence).toEqual({ asked: 1, counted: 0, heard: 0, registered: 0 })
  expect(covered[3]!.evidence).toEqual({ asked: 0, counted: 0, heard: 0, registered: 1 })
})

test('before anything is there, no objective claims anything', () => {
  const counts = withEvidence(coverage(founding()), []).flatMap(({ evidence }) => Object.values(evidence))
  expect(counts).toHaveLength(4 * coverage(founding()).length)
  expect(counts.every((count) => count === 0)).toBe(true)
})
