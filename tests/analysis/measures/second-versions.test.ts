import { expect, test } from 'vitest'
import { accumulate } from '../../../analysis/columns/columns.ts'
import type { WaveChange } from '../../../analysis/measures/waves.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { objections } from '../../../surveys/review/successor.ts'
import { firstVersion } from '../../surveys/first-version.ts'
import { exactFindingsOf, recordSecret, responses } from '../columns/study.ts'

const people = 240

/** Synthetic respondents of a version; those made for the second version do not always fit the first. */
function validOf(version: Questionnaire, seed: number): Answers[] {
  const [validate, one, random] = [compileValidator(version), respondentsOf(version), seeded(seed)]
  const valid: Answers[] = []
  for (let tries = 0; valid.length < people && tries < 40 * people; tries += 1) {
    const { answers } = one(random)
    if (validate(answers).ok) valid.push(answers)
  }
  expect(valid.length).toBe(people)
  return valid
}

test.each(founding().filter(({ version }) => version === 2))(
  'a store that holds answers to the first $slug takes its second version, and compares before and after',
  (source) => {
    const [first, second] = [firstVersion(source.slug), materialise(source, {})]
    expect(objections(first, second)).toEqual([])
    const [before, after] = [validOf(first, 1), validOf(second, 2)]
    const columns = accumulate(second)
    columns.add(
      responses([...before, ...after], source.slug, (row) =>
        row < people
          ? { version: 1, receivedAt: '2025-03-04T10:00:00.000Z' }
          : { version: 2, receivedAt: '2026-10-06T10:00:00.000Z' },
      ),
    )
    const { waves } = exactFindingsOf({
      questionnaire: second,
      table: columns.table(recordSecret),
      trial: false,
      period: { from: '2025-03-04', to: '2026-10-06' },
      versions: [
        { questionnaire: first, days: new Set(['2025-03-04']) },
        { questionnaire: second, days: new Set(['2026-10-06']) },
      ],
      zones: provisionalZones(),
    })
    expect([waves!.earlier, waves!.later]).toEqual(['2025', '2026'])
    const kept = new Set(fieldsOf(first.definition).map(({ path }) => path))
    const fieldOf = new Map(second.indicators.map(({ id, field }) => [id, field]))
    const compared = waves!.changes.filter(({ change }) => change !== null)
    // codes that stay are compared; a question of the second version alone never is
    expect(compared.length).toBeGreaterThan(1)
    for (const { indicator } of compared) expect(kept, indicator).toContain(fieldOf.get(indicator))
    const [was, is] = [first, second].map(
      ({ definition }) => new Map(fieldsOf(definition).map(({ path, title }) => [path, title])),
    )
    const reworded = ({ indicator }: WaveChange) =>
      was!.get(fieldOf.get(indicator)!) !== is!.get(fieldOf.get(indicator)!)
    expect(compared.filter(reworded).length).toBeGreaterThan(0)
    for (const one of compared)
      expect(
        one.limits.some((limit) => limit.includes('reformulée')),
        one.indicator,
      ).toBe(reworded(one))
  },
)
