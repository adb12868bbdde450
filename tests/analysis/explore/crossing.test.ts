import { expect, test } from 'vitest'
import type { Table } from '../../../analysis/columns/table.ts'
import { questionAxis } from '../../../analysis/explore/axis.ts'
import { countedOf, crossingOf } from '../../../analysis/explore/crossing.ts'
import { questionTables } from '../../../analysis/explore/question-tables.ts'
import { questionsOf } from '../../../analysis/explore/questions.ts'
import { randomOf } from '../../../analysis/scripts/simulate/random.ts'
import { zonesIn } from '../../../api/results/pictures/finding-picture.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { elementsIn } from '../../../surveys/questionnaire/elements.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import { exactFindingsOf, studyOf, times, unperturbed } from '../columns/study.ts'

const draw = randomOf(5)
const pick = <T>(...values: T[]): T => values[Math.floor(draw() ** 2 * values.length)]!
/** Families with rare answers, several answers, and up to three children. */
const families = Array.from(
  { length: 150 },
  (): Answers => ({
    commune: pick('81140', '81271', '81298'),
    garde: pick('oui', 'parfois', 'non'),
    qui: pick([['creche'], ['creche', 'assmat'], ['aucun'], ['assmat']][Math.floor(draw() * 4)]!),
    voiture: draw() < 0.7,
    note: pick(3, 4, 5, 2, 1),
    enfants: Array.from({ length: Math.floor(draw() * 4) }, () => ({ naissance: 2024 - Math.floor(draw() * 12) })),
  }),
)
const subjects = questionsOf(studyOf(families, []))
const oneByOne = subjects.flatMap((subject) =>
  subjects
    .filter((other) => other !== subject && other.table === subject.table)
    .map((other) => {
      const counted = (table: Pick<Table, 'rows' | 'responseOf' | 'recordKeys' | 'parent'>) =>
        countedOf(questionAxis(subject), questionAxis(other), table, subject.design)
      return { subject, other, counted }
    }),
)

test('two questions counted once for both sides give what each side gives alone', () => {
  const tables = new Map([...questionTables(subjects)].map(({ subject, crossings }) => [subject, crossings]))
  let compared = 0
  for (const { subject, other, counted } of oneByOne) {
    const shown = tables.get(subject)!.find(({ by }) => by?.path === other.field.path)
    if (!shown || subject.breakdowns.some(({ path }) => path === other.field.path)) continue
    expect(shown).toEqual(crossingOf(subject.slug, counted(subject.table)))
    compared++
  }
  expect(compared).toBeGreaterThan(10)
})

test('small categories put together are the sum of their people', () => {
  let [together, changed] = [0, 0]
  for (const { subject, counted } of oneByOne.filter(({ subject }) => subject.table.parent === null)) {
    const summed = counted(subject.table)
    // rows that may share a response are counted again
    const again = counted({ ...subject.table, parent: Int32Array.from(subject.table.responseOf) })
    expect(crossingOf(subject.slug, summed)).toEqual(crossingOf(subject.slug, again))
    if (summed.lines.categories.some(({ label }) => label === 'Autres réponses')) together++
    if (summed.lines.categories.length < questionAxis(subject).categories.length) changed++
  }
  expect(together).toBeGreaterThan(0)
  expect(changed).toBeGreaterThan(3)
})

test('a crossing is what one counts by hand, with its rare answers together', () => {
  const subject = subjects.find(({ field }) => field.path === 'note')!
  const by = subjects.find(({ field }) => field.path === 'voiture')!
  const axes = [questionAxis(subject), questionAxis(by)] as const
  const crossing = crossingOf(subject.slug, countedOf(...axes, subject.table, subject.design, unperturbed), unperturbed)
  for (const [column, { value }] of crossing.by!.choices.entries()) {
    const those = families.filter(({ voiture }) => String(voiture) === value)
    expect(crossing.bases[column]).toBe(Math.round(those.length / 5) * 5)
    for (const [line, answer] of crossing.answers.entries()) {
      const isThis = ({ note }: Answers) =>
        answer.label === 'Autres réponses'
          ? !crossing.answers.some((one) => one.value === String(note))
          : String(note) === answer.value
      expect([answer.label, crossing.shares[column]![line]]).toEqual([
        answer.label,
        Math.round((100 * those.filter(isThis).length) / those.length),
      ])
    }
  }
})

// « Au ponton », by zone and by age, told where the girls of one commune go.
test('a place that the authority names is counted, and met with no list nor question', () => {
  const source = founding().find(({ slug }) => slug === 'jeunes-11-15')!
  const questionnaire = structuredClone(materialise(source, {}))
  const asked = elementsIn(questionnaire.definition).find(({ element }) => element.name === 'lieux_dehors')!.element
  asked.choices = [{ value: 'nomme_quai', text: 'Sur le quai' }, ...(asked.choices as object[])]
  const given = (commune: string, place: string, age: string) => times(60, { commune, lieux_dehors: [place], age })
  const answers = [
    ...given('81140', 'nomme_quai', '11_12'),
    ...given('81140', 'parc', '13_14'),
    ...given('81271', 'nomme_quai', '13_14'),
    ...given('81271', 'parc', '11_12'),
  ]
  const indicators = questionnaire.indicators.filter(({ id }) => id === 'lieux')
  const study = studyOf(answers, indicators, questionnaire)
  const { crossings } = [...questionTables(questionsOf(study), unperturbed)].find(
    ({ subject }) => subject.field.path === 'lieux_dehors',
  )!
  const valuesBy = crossings.map((one) => [one.by?.path ?? '', one.answers.map(({ value }) => value)] as const)
  expect(valuesBy.length).toBeGreaterThan(2)
  for (const [by, values] of valuesBy) expect([by, values.includes('nomme_quai')]).toEqual([by, by === ''])
  const [finding] = exactFindingsOf(study).findings
  expect(finding!.table!.rows.map(({ label }) => label)).toContain('Sur le quai')
  expect(JSON.stringify(finding!.breakdowns)).toContain('Dans un parc')
  expect(JSON.stringify(finding!.breakdowns)).not.toContain('Sur le quai')
  // nothing a map could be drawn from, though each zone has answers enough
  expect(zonesIn(finding!)).toBeNull()
})
