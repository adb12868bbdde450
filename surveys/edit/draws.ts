/** Values drawn by lot for each person: how many versions, and a question asked in two ways. */
import { parseCondition } from '../conditions/expression.ts'
import { elementsIn } from '../questionnaire/elements.ts'
import type { Assigned, Questionnaire } from '../questionnaire/questionnaire.ts'
import { freeCode, takenCodes } from './codes.ts'
import { writeCondition } from './condition-form.ts'
import { duplicateElement } from './elements.ts'
import { findElement, setElement } from './places.ts'

/** As many versions as people are shared between: more leaves too few of them in each. */
export const versions = { least: 2, most: 5 } as const

const valuesFor = (count: number) => Array.from('abcde').slice(0, count)

/** A draw between two versions, in equal shares. @returns the questionnaire and the name of the draw */
export function addDraw(questionnaire: Questionnaire): { questionnaire: Questionnaire; name: string } {
  const name = freeCode('tirage', takenCodes(questionnaire))
  const assigned = [...(questionnaire.assigned ?? []), { name, values: valuesFor(versions.least) }]
  return { questionnaire: { ...questionnaire, assigned }, name }
}

/** Versions that a condition reads by their name. */
export const versionsRead = ({ definition }: Questionnaire, { name, values }: Assigned): string[] => {
  const conditions = elementsIn(definition)
    .flatMap(({ page, containers, element }) => [page, ...containers, element])
    .flatMap(({ visibleIf, requiredIf }) => [visibleIf, requiredIf])
    .filter((condition) => String(condition).includes(`{${name}}`))
    .join(' ')
  return values.filter((value) => conditions.includes(`'${value}'`))
}

/** A version that a condition reads is not taken away. @param count from `versions.least` to `versions.most` */
export function setVersions(questionnaire: Questionnaire, name: string, count: number): Questionnaire {
  const assigned = (questionnaire.assigned ?? []).map((drawn) => {
    if (drawn.name !== name) return drawn
    const next = [...drawn.values, ...valuesFor(versions.most).filter((value) => !drawn.values.includes(value))]
    const wanted = next.slice(0, Math.min(versions.most, Math.max(versions.least, count)))
    return versionsRead(questionnaire, drawn).every((value) => wanted.includes(value))
      ? { ...drawn, values: wanted }
      : drawn
  })
  return { ...questionnaire, assigned }
}

/**
 * A question and its copy just after, each asked of one person in two; a condition it has holds for both.
 *
 * @returns the questionnaire, and the path of the copy: its words are to be changed
 */
export function askTwoWays(questionnaire: Questionnaire, path: string): { questionnaire: Questionnaire; path: string } {
  if (findElement(questionnaire, path) === null) return { questionnaire, path }
  const drawn = addDraw(questionnaire)
  const copied = duplicateElement(drawn.questionnaire, path)
  const [first, second] = valuesFor(versions.least)
  const asked = (draft: Questionnaire, at: string, version: string) =>
    setElement(draft, at, (element) => {
      const test = { name: drawn.name, operator: 'equal', literal: version } as const
      const own = typeof element.visibleIf === 'string' && element.visibleIf !== '' ? element.visibleIf : null
      return {
        ...element,
        visibleIf: writeCondition(own === null ? test : { all: [parseCondition(own), test] }),
      }
    })
  return { questionnaire: asked(asked(copied.questionnaire, path, first!), copied.path, second!), path: copied.path }
}
