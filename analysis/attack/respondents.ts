/** What documents print beside the answers: who responded, and who was asked and is in no base. Read as printed. */

import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { doorPath } from '../columns/derive.ts'
import { subjectsOf } from '../columns/subjects.ts'
import { weigh } from '../design/weigh.ts'
import type { Figure } from '../disclosure/figure-table.ts'
import { baseShown } from '../disclosure/rules.ts'
import type { Finding } from '../findings/finding.ts'
import { doorTables } from '../measures/respondents/doors.ts'
import { silenceTable } from '../measures/respondents/item-nonresponse.ts'
import { responseLists } from '../measures/respondents/responses.ts'
import type { Crosstab } from './crosstab.ts'
import type { Mechanism } from './mechanism.ts'
import { type Range, rangeOf, stepped } from './range.ts'
import type { Snapshot } from './world.ts'

/** One line of « Qui a répondu »: part of the responses, its interval, and their number. */
export type RespondentLine = {
  title: string
  list: string
  label: string
  value: number
  low: number
  high: number
  base: number
}

const plain = (html: string) =>
  html
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
const number = (digits: string) => Number(digits.replaceAll(' ', ''))

/** @param page report.html */
export function respondentLines(page: string): RespondentLine[] {
  const [, part = ''] = /<section class="part" id="qui-a-repondu">([\s\S]*?)<\/section>/.exec(page) ?? []
  return plain(part)
    .split('<h3>')
    .slice(1)
    .flatMap((own) => {
      const title = own.slice(0, own.indexOf('</h3>'))
      return [
        ...own.matchAll(/<figcaption>([^<]*)<span class="base">Base : ([\d ]+) fiches?<\/span>(.*?)<\/table>/g),
      ].flatMap(([, list, base, rows]) =>
        [...rows!.matchAll(/<th scope="row">([^<]*)<\/th><td[^>]*>(\d+) %<span class="span">(\d+) – (\d+) %/g)].map(
          ([, label, value, low, high]) => ({
            title,
            list: list!,
            label: label!,
            value: Number(value),
            low: Number(low),
            high: Number(high),
            base: number(base!),
          }),
        ),
      )
    })
}

/** Each list of responses, and the silences of each question, as a table of one column. */
export function respondentsIn(
  files: ReadonlyMap<string, string | Uint8Array>,
  { study }: Snapshot,
  mechanism: Mechanism,
): Crosstab[] {
  const { slug, title } = study.questionnaire
  const lines = respondentLines(String(files.get('report.html'))).filter((one) => one.title === plain(frenchOf(title)))
  const lists = responseLists(study).map(({ path, title, breakdown, table }) => {
    const own = lines.filter(({ list }) => list === title)
    const base = own[0]?.base ?? null
    const ranges = breakdown.choices.map(({ text }) => {
      const line = own.find(({ label }) => label === text)
      return rangeOf(line && base !== null ? stepped(line.value, mechanism.step(base)) : null, base, mechanism)
    })
    return column(path, table.figures, ranges, base, 'ordinary', true)
  })
  const { findings }: { findings: Finding[] } = JSON.parse(String(files.get('findings.json')))
  const silences = subjectsOf(study, weigh(study)).subjects.flatMap((subject) => {
    const finding = findings.find((one) => one.questionnaire === slug && one.indicator === subject.indicator.id)
    const note = finding?.table?.notes.map(plain).find((one) => one.startsWith('Hors base : '))
    if (!finding?.table || finding.table.rows.length === 0 || finding.estimate.value === null) return []
    const { figures, sensitive } = silenceTable(subject)
    const parts = wordsOf.map((words) => number(new RegExp(`(\\d+) % ${words}`).exec(note ?? '')?.[1] ?? '0'))
    // the number of those asked is not printed: the attacker is given it, to the nearest five
    const base = Math.round(figures[0]!.base.count / 5) * 5
    const ranges = parts.map((part): Range => ({ from: part, to: part }))
    const found = column(subject.field.path, figures, ranges, base, sensitive ? 'sensitive' : 'ordinary', false)
    return [{ ...found, isPanel: subject.table.parent !== null }]
  })
  return [...lists, ...silences, ...doorsIn(files, study, mechanism)]
}

/** Parts of the responses that the limits of findings tell to have come by the short door, in percent; one questionnaire, one part. */
export const doorParts = (findings: readonly Pick<Finding, 'limits' | 'questionnaire'>[], slug: string): number[] => [
  ...new Set(
    findings
      .filter(({ questionnaire }) => questionnaire === slug)
      .flatMap(({ limits }) => limits.map(plain))
      .flatMap((limit) => {
        const part = /^(\d+) % des réponses sont passées par l’essentiel/.exec(limit)?.[1]
        return part === undefined ? [] : [Number(part)]
      }),
  ),
]

/** Who came by which door, of a base that the page prints: the number of responses. */
function doorsIn(
  files: ReadonlyMap<string, string | Uint8Array>,
  study: Snapshot['study'],
  mechanism: Mechanism,
): Crosstab[] {
  const [table] = doorTables(study)
  if (!table) return []
  const { findings }: { findings: Finding[] } = JSON.parse(String(files.get('findings.json')))
  const base = baseShown(study.responses)
  // below a third nothing is printed: the attacker has the base alone
  const [part] = doorParts(findings, study.questionnaire.slug)
  const range = rangeOf(part === undefined ? null : stepped(part, mechanism.step(base)), base, mechanism)
  return [column(doorPath, table.figures, [range], base, 'ordinary', false)]
}

/** In the order of the table: not concerned, does not know, will not say, blank. */
const wordsOf = ['« pas concerné »', '« je ne sais pas »', '« je préfère ne pas répondre »', 'sans réponse']

const column = (
  path: string,
  figures: readonly Figure[],
  cells: readonly (Range | null)[],
  base: number | null,
  topic: Crosstab['topic'],
  linesAdd: boolean,
): Crosstab => ({
  path,
  by: '',
  topic,
  isPanel: false,
  height: figures.length,
  width: 1,
  prints: [{ cells, bases: [base] }],
  ofLine: null,
  columnBases: [base],
  lineBases: figures.map(() => null),
  totals: figures.map(() => null),
  linesAdd,
  columnsAdd: false,
  columnsLeft: true,
  linesLeft: true,
  gone: 0,
  truth: Int32Array.from(figures, ({ count }) => count),
})
