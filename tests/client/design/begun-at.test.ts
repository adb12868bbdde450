import { expect, test } from 'vitest'
import { begunAt, foundAt } from '../../../client/design/preview/begun-at.ts'
import { elementsIn } from '../../../surveys/questionnaire/elements.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

/** Every question, of every founding questionnaire, with where a preview of it begins. */
const previews = founding().flatMap((questionnaire) =>
  elementsIn(questionnaire.definition).map(({ element, parent, page }) => {
    const path = parent ? `${parent.name}.${element.name}` : element.name
    return { questionnaire, path, page, found: foundAt(questionnaire, path) }
  }),
)

test('a preview that begins at a question asks it whatever its condition, and leaves the other conditions alone', () => {
  expect(previews.length).toBeGreaterThan(100)
  for (const { questionnaire, path, page, found } of previews) {
    expect(found?.path).toBe(path)
    const begun = begunAt(questionnaire, found!)
    const shown = foundAt(begun.questionnaire, path)!
    const ownPage = begun.questionnaire.definition.pages.find(({ name }) => name === page.name)!
    expect([path, shown.element.visibleIf, ownPage.visibleIf]).toEqual([path, undefined, undefined])
    // the screen is on the page that holds the question
    expect(JSON.stringify(ownPage)).toContain(`"name":"${begun.screen.replace(/\/cards$/, '')}"`)
    expect(begun.screen.endsWith('/cards')).toBe(found!.parent !== null || found!.element.type === 'paneldynamic')
    const conditions = (of: unknown) => JSON.stringify(of).match(/"visibleIf"/g)?.length ?? 0
    expect(conditions(questionnaire) - conditions(begun.questionnaire)).toBeLessThanOrEqual(4)
  }
})

test('the name of a page begins at its first question; a place that is not there begins at none', () => {
  const [questionnaire] = founding()
  const page = questionnaire!.definition.pages[1]!
  expect(foundAt(questionnaire!, page.name)?.page).toBe(page.name)
  expect(foundAt(questionnaire!, 'nulle-part')).toBeNull()
})
