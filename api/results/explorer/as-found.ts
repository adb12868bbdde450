/** The tables of questions that findings of the same publication show too: the same figures, intervals and tests in both. */
import type { Precision } from '../../../analysis/disclosure/interval.ts'
import type { PublishedFigure, PublishedTable } from '../../../analysis/disclosure/published-figure.ts'
import type { MaybeEstimate } from '../../../analysis/estimates/estimate.ts'
import type { Finding } from '../../../analysis/findings/finding.ts'
import { estimateOf } from '../../../analysis/findings/presentation.ts'
import { titleBy, valuesIn } from '../../../analysis/measures/tables.ts'
import { baseText, figure, interval, typeset } from '../../../analysis/text/format.ts'
import type { Head } from '../publications.ts'

type Dims = Readonly<Record<string, string>>

export type Found = {
  /** `isOpen`: it concludes nothing, and gives no figure. */
  finding: Pick<Finding, 'indicator' | 'title'> & { isOpen: boolean }
  /** Absent = the finding has no such figure. */
  estimateAt: (dims: Dims) => MaybeEstimate | undefined
  /** The sentence of its figure, of everybody, where that is a number and no share: a mean, a median; null = it is none. */
  number: string | null
  /** ISO day of figures of everybody that are shown again from an earlier publication. */
  day: string | undefined
  precision: Precision
  /** Its own figure of everybody with its interval, in words; '' = it has none. */
  figure: string
  /** Answers it has a figure of. */
  answers: string[]
  /** Answers it counts together, without a figure of each. */
  together: string[]
  /** The finding compares it between groups. */
  isCompared: (answer: { value: string; label: string }) => boolean
}

/** Of a question, by a list, null = of everybody; null when no finding shows it so. */
export type AsFound = (question: string, by: { path: string; title: string } | null) => Found | null

export function asFoundIn({ findings, document }: Pick<Head, 'findings' | 'document'>): AsFound {
  const tables = new Map(document.published.tables.map((table) => [table.id, table]))
  return (question, by) => {
    const found = findings.flatMap((finding) => {
      if (finding.source.field !== question) return []
      const table = tables.get([finding.questionnaire, finding.indicator, ...(by ? [by.path] : [])].join('/'))
      return table && !table.precision.isCounted ? [{ finding, table }] : []
    })
    // of several findings of one question, the one that shows the most of it
    const [most] = found.toSorted((a, b) => b.table.figures.length - a.table.figures.length)
    return most ? foundIn(most.finding, most.table, by) : null
  }
}

function foundIn(finding: Finding, { figures, precision }: PublishedTable, by: { title: string } | null): Found {
  const { indicator, title, estimate, table: own, breakdowns } = finding
  const known = new Map<string, PublishedFigure>(figures.map((figure) => [nameOf(figure.dims), figure]))
  const answers = [...new Set(figures.flatMap(({ dims }) => dims.reponse ?? []))]
  const grids = [...(own ? [own] : []), ...breakdowns.map(({ table }) => table)]
  const grid = by && grids.find(({ title }) => title === titleBy({ title: by.title }))
  return {
    finding: { indicator, title, isOpen: estimate.value === null },
    estimateAt: (dims) => {
      const figure = known.get(nameOf(dims))
      return figure && estimateOf(figure)
    },
    number: by === null ? numberSaid(finding) : null,
    day: figures.find(({ day }) => day)?.day,
    precision,
    // of a ranking, its figure is that of one of them
    figure: answers.length === 1 ? shareSaid(finding) : '',
    answers,
    together: answers.flatMap((answer) => valuesIn(answer)).filter((value) => !answers.includes(value)),
    isCompared: ({ value, label }) =>
      answers.includes(value) && (answers.length === 1 || !grid || grid.rows.some((row) => row.label === label)),
  }
}

/** « 42 % (entre 38 % et 46 % ; 300 réponses) »; beside that of a zone, the share of everybody. */
function shareSaid({ estimate, zone, isZoneOpen, whole, evidence }: Finding): string {
  const shown = zone === undefined || isZoneOpen ? estimate : whole?.estimate
  if (shown?.value == null || shown.unit !== 'share') return ''
  return typeset(`${figure(shown)} (${interval(shown)} ; ${baseText(shown.base, evidence.unit)})`)
}

/** A sentence goes on after its figure: on what it is of, on which day. */
const numberSaid = ({ estimate, sentence, zone }: Finding): string | null =>
  estimate.value === null || estimate.unit === 'share' || zone !== undefined
    ? null
    : (/^.*?\.(?=\s|$)/.exec(sentence)?.[0] ?? null)

const nameOf = (dims: Dims) =>
  Object.keys(dims)
    .sort()
    .map((name) => `${name}=${dims[name]}`)
    .join('|')
