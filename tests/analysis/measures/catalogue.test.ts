import { expect, test } from 'vitest'
import { subjectsOf } from '../../../analysis/columns/subjects.ts'
import { catalogue, measureOf } from '../../../analysis/measures/catalogue.ts'
import type { Measure } from '../../../analysis/measures/measure.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import everyType from '../../surveys/fixtures/tous-les-types.json' with { type: 'json' }
import { exactFindingsOf, indicator, small, studyOf, times } from '../columns/study.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

/** The small questionnaire, its note on a scale from 0 to 10. */
const recommended: Questionnaire = {
  ...small,
  definition: {
    pages: small.definition.pages.map((page) => ({
      ...page,
      elements: page.elements.map((element) =>
        element.name === 'note' ? { ...element, rateMin: 0, rateMax: 10 } : element,
      ),
    })),
  },
}

// The row of this measure could be deleted and 59 tests stayed green.
test('the balance of recommendations goes from the answers to the sentence of a finding', () => {
  const answers = [...times(60, { note: 10 }), ...times(30, { note: 8 }), ...times(30, { note: 3 })]
  const own = indicator({ field: 'note', measure: 'nps', title: 'Recommandation', sentence: measureOf('nps').sentence })
  const study = { ...studyOf(answers, [own], recommended) }
  const [finding] = exactFindingsOf(study).findings
  expect(finding?.estimate.value).toBeCloseTo(0.5, 2)
  expect(plain(finding!.sentence)).toContain('Solde : 25')
  expect(finding?.table?.rows.map(({ label }) => label)).toEqual([
    'Recommandent (9 ou 10)',
    'Ni l’un ni l’autre (7 ou 8)',
    'Ne recommandent pas (0 à 6)',
  ])
})

test('a name is in the catalogue once, and a name that is not there is refused', () => {
  const names = catalogue.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(() => measureOf('moyenne')).toThrow('measureOf needs a measure of the catalogue, not moyenne')
})

// A second list said which columns each measure reads: an indicator of a measure missing there never appeared
test('every measure reads the kinds of its row, and no other; it asks for the answers that count when its row says so', () => {
  const whole = everyType as unknown as Questionnaire
  const byKind = new Map(fieldsOf(whole.definition, whole.assigned).map(({ kind, path }) => [kind, path]))
  for (const { name: measure, kinds, needsWanted } of catalogue as readonly Measure[]) {
    expect([...byKind.keys()]).toEqual(expect.arrayContaining([...kinds]))
    const readWith = (wanted: string[]) => {
      const asked = [...byKind.values()].map((field) => indicator({ field, measure, wanted }))
      return subjectsOf(studyOf([], asked, whole)).subjects.map(({ field }) => field.kind)
    }
    expect([measure, readWith(['oui']).sort()]).toEqual([measure, [...kinds].sort()])
    expect([measure, readWith([]).sort()]).toEqual([measure, needsWanted ? [] : [...kinds].sort()])
  }
})

// The code of the question used to decide: « garde_souhaitee » was one, « que_prefereriez_vous » was none.
test('an intention is said to be one because its indicator says so, whatever the code of its question', () => {
  const limit = 'Une intention n’est pas une inscription.'
  const answers = [...times(60, { garde: 'oui' }), ...times(60, { garde: 'non' })]
  const own = indicator({ field: 'garde', measure: 'share', wanted: ['oui'] })
  const limitsOf = (intention: boolean) =>
    exactFindingsOf(studyOf(answers, [{ ...own, ...(intention ? { intention } : {}) }])).findings[0]!.limits
  expect(limitsOf(true)).toContain(limit)
  expect(limitsOf(false)).not.toContain(limit)
})
