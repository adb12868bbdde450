/** Counts the responses by zone and by mode: published whole, in groups large enough, or not at all. */
import { type Dimension, derivedDimension, modePath } from '../../columns/derive.ts'
import type { Study } from '../../columns/study.ts'
import { designOf } from '../../design/design.ts'
import { policies } from '../../disclosure/policy.ts'
import type { Bound, FigureTable } from '../../disclosure/table.ts'
import { keyOf } from '../../disclosure/table.ts'
import { share } from '../../estimates/share.ts'
import { withoutSmall } from '../../explore/closed-lists.ts'
import type { Breakdown } from '../measure.ts'

const { least } = policies.document

export type ResponseList = { path: string; title: string; breakdown: Breakdown; counts: number[]; table: FigureTable }

/** Counts published before, by key, one record per publication; null = hidden then. */
export type PublishedCounts = readonly Readonly<Record<string, number | null>>[]

const paths = [
  { path: 'zone', title: 'Par zone' },
  { path: modePath, title: 'Par façon de répondre' },
] as const

export const responsesUniverse = ({ questionnaire }: Study): string => `${questionnaire.slug}.feuilles`
export const responsesKey = (study: Study, path: string, value: string): string =>
  keyOf(responsesUniverse(study), { [path]: value })

/**
 * The lists that may be published: every group counts eleven responses at least, and so do the newcomers of each group since each
 * publication before, where there are any.
 *
 * @returns `late`: titles of the lists that must wait for more responses
 */
export function responseLists(study: Study, before: PublishedCounts): { lists: ResponseList[]; late: string[] } {
  const late: string[] = []
  const lists = paths.flatMap(({ path, title }) => {
    const list = listOf(study, path, title)
    if (list === null) return []
    const isQuiet = list.table.cells.every(({ key, count }) =>
      before.every((published) => {
        const change = Math.abs(count - (published[key] ?? count))
        return change === 0 || change >= least
      }),
    )
    if (!isQuiet) late.push(title)
    return isQuiet ? [list] : []
  })
  return { lists, late }
}

function listOf(study: Study, path: string, title: string): ResponseList | null {
  const { table } = study
  const column = table.columns.get(path)
  if (column?.kind !== 'choice' || table.rows < least) return null
  const dimension: Dimension = derivedDimension(path, column.values)!
  const met = column.values.filter((_, code) => column.codes.includes(code))
  const choices = met.map((value) => dimension.choices.find((choice) => choice.value === value)!)
  const codes = column.codes.map((code) => (code < 0 ? -1 : met.indexOf(column.values[code]!)))
  const breakdown = withoutSmall({ path, title: dimension.title, choices, codes, left: [] }, least)
  const counts = breakdown.choices.map((_, code) => breakdown.codes.reduce((sum, own) => sum + Number(own === code), 0))
  if (counts.length < 2) return null
  return { path, title, breakdown, counts, table: tableOf(study, path, title, breakdown, counts) }
}

function tableOf(study: Study, path: string, title: string, { choices, codes }: Breakdown, counts: number[]) {
  const { rows } = study.table
  const design = designOf({ rows })
  const base = { key: responsesUniverse(study), count: rows }
  const keys = choices.map(({ value }) => responsesKey(study, path, value))
  return {
    id: `${study.questionnaire.slug}/feuilles/${path}`,
    title,
    sensitive: false,
    weighted: false,
    crossing: 0,
    figures: choices.map(({ value }, code) => ({
      key: keys[code]!,
      dims: { [path]: value },
      count: counts[code]!,
      base,
      shape: 'share' as const,
      estimate: share(
        Float64Array.from(codes, (own) => Number(own === code)),
        design,
      ),
    })),
    // no figure of the whole system may be safe only because these are not known
    cells: [base, ...keys.map((key, code) => ({ key, count: counts[code]! }))].map((cell) => ({
      ...cell,
      base: cell.key === base.key ? null : base.key,
      known: true,
    })),
    sums: [{ total: base.key, parts: keys }],
  } satisfies FigureTable
}

/**
 * No question has more answers from a group of responses than there are responses.
 *
 * @param tables of questions put once a response
 */
export function boundsOf(study: Study, lists: readonly ResponseList[], tables: readonly FigureTable[]): Bound[] {
  const sizes = new Map<string, number>(
    lists.flatMap(({ path, breakdown, counts }) =>
      breakdown.choices.map(({ value }, code) => [`${path}=${value}`, counts[code]!] as const),
    ),
  )
  const bounds = new Map<string, number>([])
  for (const { figures, cells } of tables)
    for (const { key } of [
      ...cells.filter(({ base }) => base === null),
      ...figures.flatMap(({ base }) => base ?? []),
    ]) {
      const [, ...traits] = key.split('|')
      const most = traits.length === 0 ? study.table.rows : traits.length === 1 ? sizes.get(traits[0]!) : undefined
      if (most !== undefined) bounds.set(key, most)
    }
  return [...bounds].map(([key, most]) => ({ key, most }))
}
