/** The texts people write freely: where they stand in a response, « autre, précisez » and the cards of a panel included. */

import type { Answers } from '../answers/response.ts'
import { commentKey, fieldsOf } from './fields.ts'
import type { Questionnaire } from './questionnaire.ts'

export type FreeTexts = {
  /** Every text of a response, with its path: `besoin`, `enfants.2.garde-Comment`. */
  in(answers: Answers): { path: string; text: string }[]
  /** The same answers with each of their texts changed; the very same object when none is. */
  changed(answers: Answers, change: (text: string, path: string) => string | null): Answers
}

export function freeTextsOf({ definition, assigned }: Pick<Questionnaire, 'definition' | 'assigned'>): FreeTexts {
  const fields = fieldsOf(definition, assigned)
  const names = new Set([
    ...fields.filter(({ kind }) => kind === 'text').map(({ question }) => question),
    ...fields.filter(({ comment }) => comment).map(({ question }) => commentKey(question)),
  ])
  const panels = new Set(fields.filter(({ kind }) => kind === 'panel').map(({ question }) => question))
  function changed(answers: Answers, change: (text: string, path: string) => string | null, above = ''): Answers {
    let own = answers
    for (const name in answers) {
      const value = answers[name]
      const next =
        typeof value === 'string' && names.has(name)
          ? change(value, above + name)
          : Array.isArray(value) && panels.has(name)
            ? cards(value, `${above}${name}.`)
            : value
      if (next === value) continue
      if (own === answers) own = { ...answers }
      own[name] = next
    }
    return own

    function cards(all: Answers[], path: string): Answers[] {
      const next = all.map((card, at) => changed(card, change, `${path}${at + 1}.`))
      return next.every((card, at) => card === all[at]) ? all : next
    }
  }
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
