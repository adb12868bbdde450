/** Answers that follow one another are added up, from their published shares. */
import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../../analysis/disclosure/interval.ts'
import { cumulate } from '../../../../analysis/measures/local/cumulated.ts'
import { seeded } from '../../../../surveys/people/random.ts'
import type { Questionnaire } from '../../../../surveys/questionnaire/questionnaire.ts'
import { exactFindingsOf, indicator, small, studyOf, times } from '../../columns/study.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const precision = { worth: 1, peoplePerAnswer: 1, noise: 5 }
const minutes: Questionnaire = {
  ...small,
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          {
            type: 'radiogroup',
            name: 'trajet',
            title: 'Combien de minutes au plus ?',
            choices: [5, 10, 15, 20].map((value) => ({ value: `min_${value}`, text: `${value} minutes` })),
            objectives: [1],
            sensitivity: 'ordinary',
          },
        ],
      },
    ],
  },
}
const own = indicator({
  field: 'trajet',
  measure: 'cumulated',
  sentence: '{value} des familles feraient au plus {top} de trajet ({interval} ; {base} réponses).',
  phrases: { min_10: '10 minutes' },
})
const answers = (counts: number[]) =>
  counts.flatMap((count, at) => times(count, { trajet: `min_${[5, 10, 15, 20][at]}` }))
const found = (counts: number[], given = own) =>
  exactFindingsOf(studyOf(answers(counts), [given], minutes)).findings[0]!

// « 45 % feraient au plus 10 minutes » was said of those who answered 10, and 23 % answered 5.
test('« au plus 10 minutes » counts those who answered less', () => {
  const one = found([46, 90, 46, 18])
  expect(plain(one.sentence)).toMatch(
    /^68 % des familles feraient au plus 10 minutes de trajet \(entre \d\d % et 7\d % ; 200 réponses\)\.$/,
  )
  expect(one.estimate.value).toBe(0.68)
  // no row of its table is that figure: the sums have a table of their own
  expect(one.standing).toBeUndefined()
  expect(one.table!.rows).toHaveLength(4)
  const sums = one.breakdowns.find(({ table }) => table.title.startsWith('Parts additionnées'))!.table
  expect(sums.rows.map(({ label }) => plain(label))).toEqual(['5 minutes', '10 minutes', '15 minutes'])
})

test('the steps are added in the order of the indicator; all of them together say nothing', () => {
  const downwards = { ...own, wanted: ['min_20', 'min_15', 'min_10', 'min_5'] }
  expect(plain(found([46, 90, 46, 18], downwards).sentence)).toMatch(/^77 % des familles feraient au plus 10 minutes/)
  expect(plain(found([20, 20, 20, 140]).sentence)).toMatch(/^30 % des familles feraient au plus « 15 minutes »/)
})

// « Coût de la garde : impossible de dire ce qui vient en tête », of prices that are added up
test('with too few answers, steps that are added up are said to be no ranking', () => {
  expect(plain(found([12, 12, 12, 12]).sentence)).toMatch(/ : avec \d+ réponses en tout, la fourchette .* conclure\.$/)
})

test('a step that is not published ends the sums', () => {
  const few = { value: null, why: 'too-few', base: 0 } as const
  const [first, second, third] = cumulate([publishedEstimate(0.2, 100, precision), few, few], precision)
  expect(first!.value).toBe(0.2)
  expect([second!.value, third!.value]).toEqual([null, null])
})

test('the interval of a sum of noisy, rounded shares covers its truth', () => {
  const random = seeded(5)
  const normal = () => Math.sqrt(-2 * Math.log(random() || 1e-12)) * Math.cos(2 * Math.PI * random())
  const sums = [0.2, 0.5, 0.7, 1]
  const [rounds, n] = [2000, 150]
  const inside = [0, 0, 0]
  for (let round = 0; round < rounds; round++) {
    const counts = [0, 0, 0, 0]
    for (let row = 0; row < n; row++) {
      const draw = random()
      counts[sums.findIndex((sum) => draw < sum)]! += 1
    }
    const shares = counts.map((count) =>
      publishedEstimate(Math.max(0, Math.round(((count + Math.sqrt(5) * normal()) / n) * 100) / 100), n, precision),
    )
    for (const [at, sum] of cumulate(shares, precision).slice(0, 3).entries())
      if (sum.value !== null && sum.low <= sums[at]! && sums[at]! <= sum.high) inside[at]! += 1
  }
  for (const count of inside) expect(count / rounds).toBeGreaterThan(0.94)
})
