import { expect, test } from 'vitest'
import { findingsOf } from '../../../../analysis/findings/findings.ts'
import { completeOf } from '../../../../analysis/measures/respondents/doors.ts'
import { studyOf } from '../../../../analysis/scripts/simulate/demo.ts'
import { founding } from '../../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../../surveys/questionnaire/parameters.ts'

const families = materialise(founding().find(({ slug }) => slug === 'familles')!, {})
const completeWith = (byShort: number) => {
  const { published } = findingsOf(studyOf({ ...families, indicators: [] }, 400, 1, undefined, byShort))
  return completeOf({ slug: families.slug, responses: 400 }, published)
}

test('responses by the short door are not complete', () => {
  expect(completeWith(0)).toBe(400)
  // the share is published with its noise
  expect(Math.abs(completeWith(0.5) - 200)).toBeLessThan(60)
})
