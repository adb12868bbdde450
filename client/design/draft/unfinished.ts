/** Conditions begun and without a value yet: they rule nothing, and stay while the room is open. */
import type { ConditionForm } from '../../../surveys/edit/condition-form.ts'
import { findElement, pagesOf } from '../../../surveys/edit/places.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import type { PlacedIssue } from '../../../surveys/review/issue.ts'
import { placed } from '../../../surveys/review/places.ts'

export type Rule = 'visibleIf' | 'requiredIf'
/** `of`: the condition that is written, without the lines that lack a value. */
export type Unfinished = { path: string; rule: Rule; of: string; form: ConditionForm }

/** @param isHeld false = it is finished, or taken off */
export const withUnfinished = (all: readonly Unfinished[], own: Unfinished, isHeld: boolean): readonly Unfinished[] => [
  ...all.filter(({ path, rule }) => path !== own.path || rule !== own.rule),
  ...(isHeld ? [own] : []),
]

/** Undone, or changed elsewhere, what was begun no longer counts. */
export function unfinishedIssues(questionnaire: Questionnaire, all: readonly Unfinished[]): PlacedIssue[] {
  const isThere = ({ path, rule, of }: Unfinished) => {
    const holder = findElement(questionnaire, path)?.element ?? pagesOf(questionnaire).find(({ name }) => name === path)
    return holder !== undefined && ((holder as Partial<Record<Rule, unknown>>)[rule] ?? '') === of
  }
  return placed(
    questionnaire,
    all.filter(isThere).map(({ path }) => ({
      level: 'advice',
      path,
      code: 'condition-unfinished',
      message:
        'Une condition commencée n’a pas de valeur\u202f: elle ne compte pas. Choisissez sa valeur, ou retirez-la.',
    })),
  )
}
