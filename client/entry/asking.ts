/** Which questions of a paper form are to be typed, given what is typed so far, and the answers this makes. */
import type { Drawn } from '../../surveys/answers/engine.ts'
import type { Answers } from '../../surveys/answers/response.ts'
import { soleOf } from '../../surveys/answers/single-answer.ts'
import { itemsOf, type Paper, type PaperBlock, type PaperItem } from '../../surveys/paper/form.ts'
import { walkOf } from '../../surveys/people/walk.ts'
import { commentKey } from '../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'

type Rows = Extract<PaperBlock, { block: 'rows' }>

export type Step = {
  /** Where its answer stands in the response, as the validator names it: `garde`, `enfants.0.garde`, `services.rpe`. */
  path: string
  row: number | null
  /** Values that may be given, when not all the printed ones are. */
  offered: readonly unknown[] | null
} & (
  | { kind: 'item'; item: PaperItem; line: { value: string; text: string } | null }
  | { kind: 'other'; item: PaperItem }
  | { kind: 'count'; rows: Rows }
)

/** By path: the value typed; what is missing is blank. */
export type Entries = ReadonlyMap<string, unknown>

export type Asking = (entries: Entries) => { steps: Step[]; answers: Answers }

/**
 * @param questionnaire published
 * @param drawn the values printed on this form
 */
export function askingOf(questionnaire: Questionnaire, paper: Paper, drawn: Drawn): Asking {
  const walk = walkOf(questionnaire)
  const items = new Map(itemsOf(paper).map((item) => [item.path, item]))
  const blocks = paper.parts.flatMap((part) => part.blocks)
  const stepOf = (path: string, row: number | null, offered: string[]): Step | null => {
    const place = inAnswers(path, row)
    const rows = blocks.find((block): block is Rows => block.block === 'rows' && block.path === path)
    if (rows !== undefined) return { kind: 'count', path: place, row, offered: null, rows }
    const item = items.get(path)
    if (item !== undefined) {
      const special = item.choices.filter(({ code }) => Number(code) >= 90).map(({ value }) => value)
      return {
        kind: 'item',
        path: place,
        row,
        offered: item.carriedFrom ? [...offered, ...special] : null,
        item,
        line: null,
      }
    }
    for (const grid of items.values()) {
      if (commentKey(grid.path) === path) return { kind: 'other', path: place, row, offered: null, item: grid }
      const line = grid.rows.find(({ value }) => `${grid.path}.${value}` === path)
      if (line !== undefined) return { kind: 'item', path: place, row, offered: null, item: grid, line }
    }
    return null
  }
  return (entries) => {
    const steps: Step[] = []
    const answers = walk(
      ({ path, element, offered, row }) => {
        const sole = soleOf(element, offered)
        if (sole !== null) return sole
        const step = stepOf(path, row, offered)
        if (step === null) return null
        steps.push(step)
        return entries.get(step.path) ?? null
      },
      () => 0,
      drawn,
    )
    return { steps, answers }
  }
}

/** `enfants.garde` of the second child is `enfants.1.garde` in the response. */
function inAnswers(path: string, row: number | null): string {
  if (row === null) return path
  const [panel, ...rest] = path.split('.')
  return [panel, row, ...rest].join('.')
}
