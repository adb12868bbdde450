/** The texts people write freely: where they stand in a response, « autre, précisez » and the cards of a panel included. */

import type { Answers } from '../answers/response.ts'
import { commentKey, fieldsOf } from './fields.ts'
import type { Questionnaire } from './questionnaire.ts'

export type FreeTexts = {
  /** Every text of a response, with its path: `besoin`, `enfants.2.garde-Comment`. */
  in(answers: Answers): { path: string; text: string }[]
  /** The same response with each of its texts changed. */
  changed(answers: Answers, change: (text: string, path: string) => string | null): Answers
}

export function freeTextsOf({ definition, assigned }: Pick<Questionnaire, 'definition' | 'assigned'>): FreeTexts {
  const fields = fieldsOf(definition, assigned)
  const names = new Set([
    ...fields.filter(({ kind }) => kind === 'text').map(({ question }) => question),
    ...fields.filter(({ comment }) => comment).map(({ question }) => commentKey(question)),
  ])
  const panels = new Set(fields.filter(({ kind }) => kind === 'panel').map(({ question }) => question))
  const changed = (answers: Answers, change: (text: string, path: string) => string | null, above = ''): Answers =>
    Object.fromEntries(
      Object.entries(answers).map(([name, value]) => {
        if (names.has(name) && typeof value === 'string') return [name, change(value, above + name)]
        if (panels.has(name) && Array.isArray(value))
          return [name, value.map((card, at) => changed(card as Answers, change, `${above}${name}.${at + 1}.`))]
        return [name, value]
      }),
    )
  return {
    changed,
    in(answers) {
      const found: { path: string; text: string }[] = []
      changed(answers, (text, path) => {
        found.push({ path, text })
        return text
      })
      return found
    },
  }
}
