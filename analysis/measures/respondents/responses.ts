/** The responses themselves by zone and by way of answering, in the groups of the closed lists. */
import { closedListsOf, listOn } from '../../columns/closed-lists.ts'
import { modePath } from '../../columns/derive.ts'
import type { Study } from '../../columns/study.ts'
import { designFor } from '../../columns/subjects.ts'
import { type FigureTable, keyOf } from '../../disclosure/figure-table.ts'
import { counterOf } from '../counter.ts'
import type { Breakdown } from '../measure.ts'
import { shareFigure } from '../tables.ts'

export type ResponseList = { path: string; title: string; breakdown: Breakdown; table: FigureTable }

const titles = [
  { path: 'zone', title: 'Par zone' },
  { path: modePath, title: 'Par façon de répondre' },
] as const

export const responsesUniverse = ({ questionnaire }: Study): string => `${questionnaire.slug}.feuilles`
export const responsesKey = (study: Study, path: string, value: string): string =>
  keyOf(responsesUniverse(study), { [path]: value })

export const responseLists = (study: Study): ResponseList[] =>
  titles.flatMap(({ path, title }) => {
    const list = closedListsOf(study).find((one) => one.path === path)
    const breakdown = list ? listOn(list, study.table, study) : null
    return breakdown ? [{ path, title, breakdown, table: tableOf(study, title, breakdown) }] : []
  })

/** Each group as a share of all responses, without weights: who answered is what weights correct. */
function tableOf(study: Study, title: string, { path, choices, codes, earlier = [] }: Breakdown): FigureTable {
  const { table, questionnaire } = study
  const counter = counterOf(table)
  const subject = { design: designFor(table), breakdowns: [] }
  return {
    id: `${questionnaire.slug}/feuilles/${path}`,
    title,
    sensitive: false,
    crossed: false,
    figures: choices.map(({ value, text }, code) => {
      // nobody of such a group is counted: that is not « 0 % »
      const isBroken = earlier.some((one) => one.value === value && !one.isWhole)
      const hits = Float64Array.from(codes, (own) => (isBroken ? Number.NaN : Number(own === code)))
      const names = { key: responsesKey(study, path, value), base: responsesUniverse(study) }
      const figure = shareFigure(counter, subject, { value, label: text, hits }, {}, names)
      return { ...figure, dims: { ...figure.dims, [path]: value } }
    }),
  }
}
