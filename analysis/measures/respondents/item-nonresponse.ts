/** Counts who was asked and is in no base, and publishes it beside the base, through the same disclosure control as all else. */
import { type State, state, stateAt } from '../../columns/column.ts'
import type { Figures } from '../../disclosure/published.ts'
import type { FigureTable } from '../../disclosure/table.ts'
import { keyOf } from '../../disclosure/table.ts'
import { and, count, typeset } from '../../text/format.ts'
import { universeOf } from '../local/population.ts'
import type { Subject } from '../measure.ts'

const kinds: readonly { answerState: State; name: string; words: string }[] = [
  { answerState: state.dontKnow, name: 'nsp', words: '« je ne sais pas »' },
  { answerState: state.refused, name: 'refus', words: '« je préfère ne pas répondre »' },
  { answerState: state.blank, name: 'blanc', words: 'sans réponse' },
]

const silentKey = (subject: Subject, name: string) => keyOf(universeOf(subject), { silence: name })
const idOf = ({ slug, field }: Subject) => `${slug}/${field.path}/hors-base`

/**
 * The silences of a column, as groups of people. How many were asked and how many answered is taken as known, so that
 * what is published never rests on their being secret.
 */
export function silenceTable(subject: Subject): FigureTable {
  const { column, table, indicator } = subject
  const counts = new Map<State, number>()
  for (let row = 0; row < table.rows; row++) {
    const answerState = stateAt(column, row)
    counts.set(answerState, (counts.get(answerState) ?? 0) + 1)
  }
  const silent = kinds.map(({ answerState, name }) => ({
    key: silentKey(subject, name),
    count: counts.get(answerState) ?? 0,
  }))
  const inside = { key: silentKey(subject, 'non'), count: counts.get(state.answered) ?? 0 }
  const asked = { key: silentKey(subject, 'tous'), count: silent.reduce((sum, one) => sum + one.count, inside.count) }
  return {
    id: idOf(subject),
    title: indicator.title,
    sensitive: false,
    weighted: false,
    crossing: 0,
    figures: silent.map((one, at) => ({
      ...one,
      dims: { silence: kinds[at]!.name },
      base: null,
      shape: 'count',
      estimate: { value: null, why: 'not-asked', base: one.count },
    })),
    cells: [asked, inside].map((one) => ({ ...one, base: null, known: true })),
    sums: [{ total: asked.key, parts: [inside.key, ...silent.map(({ key }) => key)] }],
  }
}

/** « Hors base : 30 « je ne sais pas » et 25 sans réponse. » None of them = no note. */
export function silenceNote(subject: Subject, figures: Figures): string[] {
  const shown = kinds.flatMap(({ name, words }) => {
    const figure = figures(idOf(subject), silentKey(subject, name))
    return figure.secret || !figure.count ? [] : [`${count(figure.count)} ${words}`]
  })
  return shown.length === 0 ? [] : [typeset(`Hors base : ${and(shown)}.`)]
}
