import { expect, test } from 'vitest'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import { objections } from '../../../surveys/review/successor.ts'
import { firstVersion } from '../first-version.ts'

const second = founding().filter(({ version }) => version === 2)

test.each(second)(
  '$slug may follow its first version: what people have answered is counted with it',
  (questionnaire) => {
    expect(objections(firstVersion(questionnaire.slug), materialise(questionnaire, {}))).toEqual([])
  },
)

test.each(second)('most questions of the first $slug are still asked, under their codes', (questionnaire) => {
  const paths = new Set(fieldsOf(questionnaire.definition, questionnaire.assigned).map(({ path }) => path))
  const before = fieldsOf(firstVersion(questionnaire.slug).definition).filter(({ row }) => row === null)
  const kept = before.filter(({ path }) => paths.has(path))
  expect(kept.length / before.length).toBeGreaterThan(0.5)
})

/** What people are asked to be counted by, or led by. */
const serving = new Set([
  'commune',
  'birth-year',
  'age-band',
  'household-type',
  'qf',
  'sex',
  'consent',
  'gate',
  'naming',
])
/** Its answer says whom the others are asked of. */
const leading = new Set(['enfants_a_charge', 'enfants_3_17'])

test.each(founding())(
  'every question of $slug feeds a finding, or counts or leads those who answer',
  (questionnaire) => {
    const { definition, assigned, indicators } = questionnaire
    const read = new Set(indicators.flatMap(({ field, beside = [], breakdowns }) => [field, ...beside, ...breakdowns]))
    const fields = fieldsOf(definition, assigned)
    const holders = new Set(fields.map(({ parent }) => parent))
    const idle = fields.filter(
      ({ path, semantic, kind }) =>
        kind !== 'assigned' &&
        !read.has(path) &&
        !holders.has(path) &&
        !serving.has(String(semantic)) &&
        !leading.has(path),
    )
    expect(idle.map(({ path }) => path)).toEqual([])
  },
)

test.each(second)('the easy notice of $slug is no longer than the standard one', ({ notice }) => {
  const said = (language: 'default' | 'fr-facile') =>
    notice.lines.flatMap(({ title, text, more }) =>
      [title, text, more].map((one) => (typeof one === 'object' ? (one[language] ?? '') : '')),
    )
  expect(said('fr-facile').join('').length).toBeLessThanOrEqual(said('default').join('').length)
})
