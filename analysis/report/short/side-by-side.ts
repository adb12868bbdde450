/** Findings as one table: a line each, the same question put to two publics on one line. */
import { sentencesIn } from '../../../surveys/wording/sentences.ts'
import type { Estimate } from '../../estimates/estimate.ts'
import type { Finding } from '../../findings/finding.ts'
import { isGeneral, isSaidOnce } from '../../findings/limits.ts'
import { isDated } from '../../findings/sentence.ts'
import { cell, counted, figure, span, typeset } from '../../text/format.ts'
import { endsBlock, findingId, strengthBadge } from '../finding-blocks.ts'
import type { Block, Grid, GridCell } from '../tree.ts'

const text = (words: string): GridCell => ({ kind: 'text', text: words })
const rowOf = (finding: Finding, label: string, cells: string[]): Grid['rows'][number] => ({
  id: findingId(finding),
  label,
  cells: cells.map(text),
})

/** What can be concluded as tables, what cannot as one line. */
export function resultBlocks(findings: readonly Finding[]): Block[] {
  const shown = findings.filter(({ strength }) => strength !== 'non concluant')
  const open = findings.filter(({ strength }) => strength === 'non concluant')
  const twice = shown.filter((one) => shown.some((other) => isSameThing(one, other)))
  const once = shown.filter((one) => !twice.includes(one))
  return [
    ...pairs(twice),
    ...(once.length === 0 ? [] : [{ kind: 'grid', grid: listOf(once) } as const]),
    ...(open.length === 0 ? [] : [{ kind: 'text', tone: 'small', text: openText(open) } as const]),
  ]
}

/** The same indicator in two questionnaires. */
export const isSameThing = (one: Finding, other: Finding) =>
  one.questionnaire !== other.questionnaire &&
  one.indicator === other.indicator &&
  sharedTitle(one) === sharedTitle(other)

/** « Loisirs des 11-15 ans » and « Loisirs des 16-25 ans » are the same thing of two publics. */
const sharedTitle = ({ title }: Finding): string => {
  const shared = title.replace(/(?:Les )?\d+-\d+\sans/, 'jeunes')
  return shared.charAt(0).toUpperCase() + shared.slice(1)
}

/** One column a questionnaire. */
function pairs(findings: readonly Finding[]): Block[] {
  if (findings.length === 0) return []
  const asked = [...new Map(findings.map(({ questionnaire, source }) => [questionnaire, source.title])).entries()]
  const ids = [...new Set(findings.map(({ indicator }) => indicator))]
  const grid: Grid = {
    title: '',
    base: '',
    columns: ['Résultat', ...asked.map(([, title]) => title)],
    rows: ids.map((id) => {
      const own = findings.filter(({ indicator }) => indicator === id)
      const inOf = (slug: string) => own.find(({ questionnaire }) => questionnaire === slug)
      return rowOf(
        own[0]!,
        sharedTitle(own[0]!),
        asked.map(([slug]) => figureText(inOf(slug))),
      )
    }),
    notes: [],
  }
  return [{ kind: 'grid', grid }]
}

/** « Chez moi : 34 % (30 – 38 %), indicatif » */
function figureText(finding: Finding | undefined): string {
  if (finding === undefined || finding.estimate.value === null) return '–'
  const { estimate, standing, table, strength } = finding
  const lead = standing && (table?.rows.length ?? 0) > 1 ? `${standing.row} : ` : ''
  const dated = sentencesIn(finding.sentence).find(isDated)
  const since = dated === undefined ? '' : ` ; ${dated.charAt(0).toLowerCase()}${dated.slice(1).replace(/\.$/, '')}`
  return typeset(`${lead}${cell(estimate)} (${span(estimate)}), ${strength}${since}`)
}

/** The share that the sentence says first; nothing where it says none. */
function shareIn({ estimate, aside, sentence }: Finding): Pick<Grid['rows'][number], 'share'> {
  const said = sentence.toLowerCase()
  const placeOf = (one: Estimate) => said.indexOf(figure(one))
  const [share] = [estimate, aside?.estimate]
    .flatMap((one) => (one?.value != null && one.unit === 'share' && placeOf(one) >= 0 ? [one] : []))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
  return share === undefined ? {} : { share }
}

/** Sentences that stand alone: their titles would only repeat them. What each of them ends with is said once, under them. */
function listOf(findings: readonly Finding[]): Grid {
  const said = findings.map(({ sentence }) => sentencesIn(sentence))
  const shared =
    said.length < 2 ? [] : said[0]!.slice(1).filter((one) => said.every((own) => own.slice(1).includes(one)))
  return {
    title: '',
    base: '',
    columns: ['Ce que disent les réponses', 'Force'],
    rows: findings.map((finding, at) => ({
      ...rowOf(finding, said[at]!.filter((one) => !shared.includes(one)).join(' '), [finding.strength]),
      ...shareIn(finding),
    })),
    notes: [
      ...(shared.length === 0 ? [] : [shared.join(' ')]),
      ...[...new Set(findings.flatMap(({ limits }) => limits))].filter(
        (limit) => !(isSaidOnce(limit) || isGeneral(limit)),
      ),
    ],
  }
}

/** Named, as many as are read; the rest is counted. */
export const openTitles = (titles: readonly string[], [one, many] = ['autre question', 'autres questions']): string => {
  const rest = titles.length - mostOpen
  return [...titles.slice(0, mostOpen), ...(rest > 0 ? [counted(rest, one!, many!)] : [])].join(' ; ')
}
const mostOpen = 3

const openText = (findings: readonly Finding[]): string =>
  `Sans conclusion possible à ce jour : ${openTitles(findings.map(({ title }) => title))}.`

/** Under the lead: the same result in the other questionnaire, or what answers the rest of the question. */
export const twinBlock = (finding: Finding): Block => ({
  kind: 'group',
  role: 'finding',
  id: findingId(finding),
  blocks: [{ kind: 'text', tone: 'statement', text: finding.sentence }, ...endsBlock(finding), strengthBadge(finding)],
})
