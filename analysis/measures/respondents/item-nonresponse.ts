/** Who was asked and is in no base: reported beside it, as shares of those asked. */
import { type State, state, stateAt } from '../../columns/column.ts'
import { type FigureTable, keyOf } from '../../disclosure/figure-table.ts'
import type { Figures } from '../../disclosure/published-figure.ts'
import { estimateOf } from '../../findings/presentation.ts'
import { and, percent, typeset } from '../../text/format.ts'
import { unconcernedOf } from '../answers.ts'
import { universeOf } from '../local/population.ts'
import type { Subject } from '../measure.ts'
import { censusPart, counterFor, shareFigure } from '../tables.ts'

/** Why a row that was asked is in no base. */
const kinds = [
  { name: 'non-concerne', words: '« pas concerné »' },
  { name: 'nsp', words: '« je ne sais pas »', answerState: state.dontKnow },
  { name: 'refus', words: '« je préfère ne pas répondre »', answerState: state.refused },
  { name: 'blanc', words: 'sans réponse', answerState: state.blank },
] as const satisfies readonly { name: string; words: string; answerState?: State }[]

const silentKey = (subject: Subject, name: string) => keyOf(universeOf(subject), { silence: name })
const idOf = ({ slug, field }: Subject) => `${slug}/${field.path}/hors-base`

export function silenceTable(subject: Subject): FigureTable {
  const { column, table, indicator } = subject
  const counter = counterFor(subject)
  const own = { ...subject, breakdowns: [] }
  const isUnconcerned = unconcernedOf(subject)
  return {
    id: idOf(subject),
    title: indicator.title,
    sensitive: subject.field.sensitivity === 'sensitive',
    crossed: false,
    ...censusPart(subject.study),
    figures: kinds.map((kind) => {
      const hits = new Float64Array(table.rows)
      for (let row = 0; row < hits.length; row++) {
        const there = stateAt(column, row)
        const isSilent = 'answerState' in kind ? there === kind.answerState : isUnconcerned(row)
        hits[row] = there === state.notAsked ? Number.NaN : Number(isSilent)
      }
      const names = { key: silentKey(subject, kind.name), base: keyOf(universeOf(subject), { silence: 'tous' }) }
      return shareFigure(counter, own, { value: kind.name, label: kind.name, hits }, {}, names)
    }),
  }
}

/** « Hors base : 5 % « je ne sais pas » et 2 % sans réponse. » Less than one in a hundred = no note. */
export function silenceNote(subject: Subject, figures: Figures): string[] {
  const shown = kinds.flatMap(({ name, words }) => {
    const { value } = estimateOf(figures(idOf(subject), silentKey(subject, name)))
    return value === null || value < 0.01 ? [] : [`${percent(value)} ${words}`]
  })
  return shown.length === 0 ? [] : [typeset(`Hors base : ${and(shown)}.`)]
}
