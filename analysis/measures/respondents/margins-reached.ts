/** The margins beside the answers: the part of each class among those who answered, and in the population. */

import type { Study } from '../../columns/study.ts'
import { designFor } from '../../columns/subjects.ts'
import { marginColumn, type Weighed } from '../../design/weigh.ts'
import { type FigureTable, keyOf } from '../../disclosure/figure-table.ts'
import { counterOf } from '../counter.ts'
import { hitsOf } from '../local/population.ts'
import { shareFigure, unionValue } from '../tables.ts'

export type MarginList = {
  title: string
  /** Of the question the margin is about. */
  path: string
  table: FigureTable
  /** Part in the population, in [0, 1]. */
  classes: { label: string; key: string; known: number }[]
}

/**
 * One list per margin, the zone apart: it has its own. The classes go by the very names their answers have in the other
 * tables of the question, so that disclosure control protects each group once.
 */
export function marginLists(study: Study, weighed: Weighed): MarginList[] {
  if (weighed.weighting === null) return []
  const subject = { design: designFor(study.table), breakdowns: [] }
  const counter = counterOf(study.table)
  return [...weighed.margins, ...weighed.checks].flatMap((margin): MarginList[] => {
    const found = marginColumn(study, margin)
    if (found === null || found.path === 'zone') return []
    const { path, column, labels } = found
    const universe = `${study.questionnaire.slug}.${path}`
    const all = Object.values(margin.totals).reduce((sum, own) => sum + own, 0)
    const keyFor = (values: readonly string[]) => keyOf(universe, { reponse: unionValue(values) })
    const hitsAt = (codes: readonly number[]) =>
      hitsOf(column, study.table.rows, (row) => codes.includes(column.codes[row]!))
    const classes = Object.entries(margin.totals).flatMap(([label, total]) => {
      const codes = labels.flatMap((own, code) => (own === label ? [code] : []))
      if (codes.length === 0) return []
      const values = codes.map((code) => column.values[code]!)
      return [{ label, codes, values, key: keyFor(values), known: total / all }]
    })
    const figures = classes.map(({ key, codes, label }) =>
      shareFigure(
        counter,
        subject,
        { value: label, label, hits: hitsAt(codes) },
        {},
        { key, base: keyOf(universe, {}) },
      ),
    )
    return [
      {
        title: `Par ${margin.variable.toLowerCase()}`,
        path,
        classes,
        table: {
          id: `${study.questionnaire.slug}/marges/${path}`,
          title: margin.variable,
          sensitive: false,
          crossed: false,
          figures,
        },
      },
    ]
  })
}
