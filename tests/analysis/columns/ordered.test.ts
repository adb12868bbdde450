import { expect, test } from 'vitest'
import { accumulate, tableOf } from '../../../analysis/columns/columns.ts'
import type { Response } from '../../../surveys/answers/response.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import { recordSecret } from './study.ts'

const families = materialise(founding().find(({ slug }) => slug === 'familles')!, {})

function people(count: number): Response[] {
  const random = seeded(3)
  const next = respondentsOf(families)
  return Array.from({ length: count }, (_, at) => ({
    id: `0000000${at}`.slice(-8),
    questionnaire: 'familles',
    version: 1,
    trial: false,
    receivedAt: '2026-03-02T09:00:00Z',
    ...next(random),
  })) as Response[]
}

test('columns grown by later responses are those made in one reading: children stay with their family', () => {
  const all = people(60)
  expect(fieldsOf(families.definition).some(({ kind }) => kind === 'panel')).toBe(true)
  const columns = accumulate(families)
  columns.add(all.filter((_, at) => at % 3 !== 1))
  expect(columns.table(recordSecret).rows).toBe(40)
  columns.add(all.filter((_, at) => at % 3 === 1))
  expect(columns.table(recordSecret)).toEqual(tableOf(families, all, recordSecret))
})
