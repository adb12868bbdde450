/** The margins beside the answers: the part of each class among those who answered, and in the population. */

import type { Study } from '../../columns/study.ts'
import { designFor } from '../../columns/subjects.ts'
import { marginColumn, type Weighed } from '../../design/weigh.ts'
import type { FigureTable } from '../../disclosure/table.ts'
import { keyOf, type Sum } from '../../disclosure/table.ts'
import { share } from '../../estimates/share.ts'
import { hitsOf, tally } from '../local/population.ts'
import { unionValue } from '../tables.ts'

export type MarginList = {
  title: string
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
  const design = designFor(study.table)
  return weighed.margins.flatMap((margin): MarginList[] => {
    const found = marginColumn(study, margin)
    if (found === null || found.path === 'zone') return []
    const { path, column, labels } = found
    const universe = `${study.questionnaire.slug}.${path}`
    const all = Object.values(margin.totals).reduce((sum, own) => sum + own, 0)
    const keyFor = (values: readonly string[]) => keyOf(universe, { reponse: unionValue(values) })
    const countOf = (codes: readonly number[]) =>
      hitsOf(column, study.table.rows, (row) => codes.includes(column.codes[row]!))
    const classes = Object.entries(margin.totals).flatMap(([label, total]) => {
      const codes = labels.flatMap((own, code) => (own === label ? [code] : []))
      if (codes.length === 0) return []
      const values = codes.map((code) => column.values[code]!)
      return [{ label, codes, values, key: keyFor(values), known: total / all }]
    })
    const base = { key: keyOf(universe, {}), count: tally(countOf([]), null).base }
    const singles = column.values.map((value, code) => ({
      key: keyFor([value]),
      count: tally(countOf([code]), null).count,
      base: base.key,
    }))
    const sums: Sum[] = [
      { total: base.key, parts: singles.map(({ key }) => key) },
      ...classes
        .filter(({ values }) => values.length > 1)
        .map(({ key, values }) => ({ total: key, parts: values.map((value) => keyFor([value])) })),
    ]
    const figures = classes.map(({ key, codes, label }) => {
      const hits = countOf(codes)
      return {
        key,
        dims: { classe: label },
        count: tally(hits, null).count,
        base,
        shape: 'share' as const,
        estimate: share(hits, design),
      }
    })
    return [
      {
        title: `Par ${margin.variable.toLowerCase()}`,
        classes,
        table: {
          id: `${study.questionnaire.slug}/marges/${path}`,
          title: margin.variable,
          sensitive: false,
          weighted: false,
          crossing: 0,
          figures,
          cells: [{ ...base, base: null }, ...singles],
          sums,
        },
      },
    ]
  })
}
