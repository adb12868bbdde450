import { expect, test } from 'vitest'
import { itemsOf, paperOf } from '../../../surveys/paper/form.ts'
import { pretestOf } from '../../../surveys/paper/pretest.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'

test.each(founding())(
  'the pretest sheet of $slug has every question of its paper form, and a time for each page',
  (one) => {
    const questionnaire = materialise(one, {})
    const { pages } = pretestOf(questionnaire)
    const asked = pages.flatMap(({ questions }) => questions)
    expect(asked).toEqual(itemsOf(paperOf(questionnaire, 'fr')).map(({ number, title }) => ({ number, title })))
    for (const { seconds, questions } of pages) {
      expect(questions.length).toBeGreaterThan(0)
      expect(seconds).toBeGreaterThan(2 * questions.length)
    }
  },
)

test('a page with more to read is given more time', () => {
  const page = (name: string, title: string) => ({
    name,
    elements: [{ type: 'boolean', name: `${name}_q`, title }],
  })
  const [first] = founding()
  const definition = { pages: [page('a', 'Oui ?'), page('b', 'mot '.repeat(40))] }
  const [short, long] = pretestOf({ ...first!, definition: definition as never }).pages
  expect(long!.seconds).toBeGreaterThan(short!.seconds + 8)
})
