/** « Une page pour décider »: the question of an objective, its answer, where, what it would take, what nobody knows. */

import { levelNumbers, levelSaid, levelTitle } from '../../../surveys/authority/levels.ts'
import { objectives, shortTitles } from '../../../surveys/authority/plan.ts'
import { zoneNames } from '../../../surveys/authority/territory.ts'
import { firstLines, firstSaid } from '../../../surveys/charts/first-lines.ts'
import { silentIn } from '../../../surveys/charts/no-figure.ts'
import { judgements } from '../../findings/coverage-judgement.ts'
import { type Finding, isSummary, mostStops, zoneBarsOf } from '../../findings/finding.ts'
import { isGeneral, isSaidOnce } from '../../findings/limits.ts'
import { strengths } from '../../findings/strength.ts'
import { isOpen } from '../../findings/ties.ts'
import { areSteps } from '../../measures/answers.ts'
import { and, counted, ended, typeset } from '../../text/format.ts'
import { endsBlock, findingId, strengthBadge } from '../finding-blocks.ts'
import { publicWords } from '../public/words.ts'
import { decisionBlocks } from '../sections/decided.ts'
import type { ChosenPage, ReportSource } from '../source.ts'
import type { BarsChart, Block, Grid, Part } from '../tree.ts'
import { type Comparison, comparisonGrid, gapSentence, type Series, seriesTitle, widestOf } from './groups.ts'
import { isSameThing, openTitles, twinBlock } from './side-by-side.ts'
import { zoneMapOf, zonesIn } from './zone-map.ts'
import { datedText, outsideZones } from './zone-notes.ts'

export type CommitteePage = {
  objective: number
  /** Of the plan, word for word. */
  title: string
  question: string
  lead: Finding
  /** The same result in another questionnaire. */
  twin: Finding | null
  /** What answers the rest of the question, in the questionnaire of the lead. */
  also: Finding | null
  answer: string
  /** The sentence of the lead, where words were chosen in its place: they have no interval and name nobody; '' = the answer is it. */
  measured: string
  where: Comparison | null
  /** Numbers of children, adults, places: null = their tables are not entered. `declared`: the intentions, where the presence they give comes first. */
  needs: { finding: Finding; grid: Grid; declared: Grid | null } | null
  unknown: string[]
  asked: string
  findings: Finding[]
}

/** Those an analyst chose, in their order; else one for each objective that is measured and has an answer. */
export function committeePages(source: ReportSource): CommitteePage[] {
  const chosen = source.chosenPages ?? proposedPages(source)
  return chosen.flatMap((one) => pageOf(one, source) ?? [])
}

/** The rule: objectives that are measured, in the order of the plan. */
export const proposedPages = ({ coverage, findings }: Pick<ReportSource, 'coverage' | 'findings'>): ChosenPage[] =>
  coverage
    .filter(({ status }) => status === 'measured')
    .filter(({ objective }) => findings.some((one) => one.objective === objective && one.strength !== 'non concluant'))
    .map(({ objective }) => ({ objective, finding: null, answer: '', asked: '' }))

function pageOf(chosen: ChosenPage, source: ReportSource): CommitteePage | null {
  const { objective } = chosen
  const findings = source.findings.filter((one) => one.objective === objective)
  const conclusive = findings.filter(isConclusive)
  const lead = leadOf(chosen, findings)
  if (lead === undefined) return null
  const judgement = judgements().find((one) => one.objective === objective)
  const title = objectives().find(({ number }) => number === objective)!.title
  return {
    objective,
    title,
    question: judgement?.question ?? title,
    lead,
    twin: conclusive.find((one) => isSameThing(one, lead)) ?? null,
    also:
      conclusive.find(
        (one) => one !== lead && one.indicator === judgement?.also && one.questionnaire === lead.questionnaire,
      ) ?? null,
    answer: chosen.answer === '' ? lead.sentence : typeset(chosen.answer),
    measured: chosen.answer === '' ? '' : lead.sentence,
    where: whereOf(lead, conclusive, source),
    needs: needsOf(conclusive),
    unknown: unknownOf(lead, findings),
    asked: chosen.asked || judgement?.asked || `Dire la suite donnée à ${levelSaid('this', 'objective')}, et quand.`,
    findings,
  }
}

/** The finding that answers a page, of those of its objective. */
const leadOf = ({ finding }: Pick<ChosenPage, 'finding'>, findings: readonly Finding[]): Finding | undefined =>
  findings.find((one) => findingId(one) === finding) ??
  // of the zone an objective is about, the first question that is answered leads, graded for what it is
  findings.find(({ zone }) => zone !== undefined) ??
  strongest(findings.filter(isConclusive))

const isConclusive = ({ strength }: Finding) => strength !== 'non concluant'

/**
 * What the committee decides on first, in the order of the plan: the findings that lead its pages, of objectives on which no
 * decision holds. When none is left, those of the objectives that have no page.
 *
 * @param decided numbers of objectives
 * @returns `areOnPages`: the pages of the committee hold all of them
 */
export function firstToDecide(
  source: Pick<ReportSource, 'coverage' | 'findings' | 'chosenPages'>,
  decided: ReadonlySet<number>,
): { findings: Finding[]; areOnPages: boolean } {
  const among = (pages: readonly Pick<ChosenPage, 'objective' | 'finding'>[]) =>
    pages
      .filter(({ objective }) => !decided.has(objective))
      .toSorted((a, b) => a.objective - b.objective)
      .flatMap(
        (page) =>
          leadOf(
            page,
            source.findings.filter(({ objective }) => objective === page.objective),
          ) ?? [],
      )
  const onPages = among(source.chosenPages ?? proposedPages(source))
  if (onPages.length > 0) return { findings: onPages, areOnPages: true }
  const others = new Set(source.findings.filter(isConclusive).map(({ objective }) => objective))
  return { findings: among([...others].map((objective) => ({ objective, finding: null }))), areOnPages: false }
}

/** The strongest; among equals, the first its questionnaire gives. */
const strongest = (findings: readonly Finding[]): Finding | undefined =>
  findings.toSorted((a, b) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength))[0]

/** Without the zone of which the sentence of the finding says that it concludes nothing. */
const concluding = (series: Series, { isZoneOpen, zone }: Finding): Series =>
  isZoneOpen ? { ...series, members: series.members.filter(({ label }) => label !== zoneNames()[zone ?? '']) } : series

/**
 * An established gap between the zones of the lead, else its own answer by zone, else an established gap under the objective; of an
 * objective about a zone, one with that zone, where it concludes something. A gap that is not established is told of no other answer.
 */
function whereOf(lead: Finding, findings: readonly Finding[], source: ReportSource): Comparison | null {
  const byZone = zonesIn(source)
  const about = lead.zone === undefined || lead.isZoneOpen ? null : zoneNames()[lead.zone]
  const isHere = (one: Comparison | null): one is Comparison =>
    one !== null && (about === null || one.most.label === about || one.least.label === about)
  const widest = (one: Finding, isRead = (_: Series) => true) =>
    widestOf(one, (series) => (isRead(series) ? byZone(concluding(series, one)) : null))
  const isEstablished = (one: Comparison | null): one is Comparison => isHere(one) && one.established
  const own = widest(lead)
  if (isEstablished(own)) return own
  const ofHeadline = widest(lead, (series) => isHeadline(series, lead))
  if (isHere(ofHeadline)) return ofHeadline
  return findings.map((one) => widest(one)).find(isEstablished) ?? null
}

/** The answer that its sentence puts first, or its single one. */
const isHeadline = ({ answer }: Series, { standing, together = [] }: Finding): boolean =>
  answer === '' || (!isOpen(together) && answer === standing?.row)

const counting =
  /^(Besoin et places|Adultes nécessaires|Enfants : présence|Enfants : intentions|Enfants qui ont besoin)/

const isPresence = ({ title, rows }: Grid): boolean =>
  title.startsWith('Enfants : présence') && rows.some(({ cells }) => cells.some(({ kind }) => kind === 'estimate'))

/** A table that sets what people need beside what there is. */
export const isNeedTable = ({ title }: Grid): boolean => counting.test(title)

function needsOf(findings: readonly Finding[]): CommitteePage['needs'] {
  for (const finding of findings) {
    const [first, ...others] = finding.breakdowns.flatMap(({ table, isWhole }) =>
      isWhole && isNeedTable(table) ? [table] : [],
    )
    // who sizes a room reads who would come, and not who would register
    const expected = others.find(isPresence)
    if (first) return { finding, grid: expected ?? first, declared: expected ? first : null }
  }
  return null
}

function unknownOf(lead: Finding, findings: readonly Finding[]): string[] {
  const general = lead.limits.filter(isGeneral)
  const specific = lead.limits.filter((limit) => !(isGeneral(limit) || isSaidOnce(limit)))
  const open = findings.filter((one) => one !== lead && one.strength === 'non concluant').map(({ title }) => title)
  const waiting = open.length === 0 ? [] : [`Sans conclusion possible à ce jour : ${openTitles(open)}.`]
  return [...general, ...specific, ...waiting].slice(0, 4)
}

/** Of a page without a table of needs. */
const sharesOnly = typeset('Les réponses donnent ici des parts de la population : ni places, ni heures, ni coûts.')

/** @param others under the finding: the lead is reported there; else its table and its anchor are here */
export function committeePart(page: CommitteePage, source: ReportSource, others: Others): Part {
  const { objective, question, lead, twin, also, answer, measured, where, needs, unknown, asked, findings } = page
  const isAlone = others !== 'finding'
  const drawn = isAlone ? picture(lead) : []
  // the week, a whole scale, or the zones of the lead with a table of needs, take the room of the map and of other zones' bars: the
  // page is one
  const isFull =
    drawn.some(
      (one) => one.kind === 'week' || (one.kind === 'grid' && one.grid.rows.length > mostAnswers && isSummary(lead)),
    ) ||
    (drawn.length > 0 && (isByZone(lead) || (needs !== null && zoneBarsOf(lead) !== null)))
  const map = where === null || isFull ? null : zoneMapOf(where, source)
  const heading = (text: string): Block => ({ kind: 'heading', level: 3, text })
  return {
    id: `decider-${objective}`,
    title: question,
    blocks: [
      {
        kind: 'text',
        tone: 'small',
        text: `Une page pour décider · ${levelNumbers('objective', [objective])}, ${shortTitles()[objective]!.toLowerCase()}`,
      },
      {
        kind: 'group',
        role: 'finding',
        ...(isAlone ? { id: findingId(lead) } : {}),
        blocks: [
          { kind: 'text', tone: 'statement', text: answer },
          ...(measured === '' ? [] : [{ kind: 'text', text: measured } as const]),
          ...endsBlock(lead),
          strengthBadge(lead, true),
          ...(isAlone ? [] : [{ kind: 'reference', text: 'Voir le détail', href: `#${findingId(lead)}` } as const]),
        ],
      },
      // under its own sentence: below those of other results it would be read as theirs
      ...drawn,
      ...(isAlone ? [twin, also].flatMap((one) => (one ? [twinBlock(one)] : [])) : []),
      ...(where === null
        ? []
        : [
            heading('Où'),
            { kind: 'text', text: `${ended(where.finding.title)} ${gapSentence(where)}` } as const,
            ...(map !== null
              ? // the sentence above has named the result
                [
                  {
                    kind: 'map',
                    chart: { ...map, title: where.series.answer === '' ? map.title : seriesTitle(where.series) },
                  } as const,
                ]
              : // of two groups the sentence says all
                where.series.members.length > 2 && !isFull
                ? [{ kind: 'grid', ...comparisonGrid(where) } as const]
                : []),
          ]),
      ...(needs === null
        ? []
        : [heading('Ce qu’il faudrait'), { kind: 'grid', grid: firstNeeds(needs, others) } as const]),
      heading('Ce que nous ne savons pas'),
      { kind: 'list', items: needs === null ? [...unknown, sharesOnly] : unknown },
      heading('La décision demandée'),
      { kind: 'text', text: asked },
      ...decisionBlocks(findings, source, `${levelTitle('objective', objective)} : décision du comité, et date`),
    ],
  }
}

/** A page with sentences alone is less than half a sheet: the next one begins under it. */
const isBare = ({ lead, where, needs }: CommitteePage): boolean =>
  where === null && needs === null && picture(lead).length === 0

/** The pages in their order. */
export const committeeParts = (pages: readonly CommitteePage[], source: ReportSource, others: Others): Part[] =>
  pages.map((page, at) => {
    const before = pages[at - 1]
    return { ...committeePart(page, source, others), ...(before && isBare(before) ? { flow: true } : {}) }
  })

/** Rows of what it would take: a page holds no more, and says how many are left out. */
const mostNeeds = 3

/** Where the other lines are read: under the finding, at the end of the document, or in the workbook that goes with it. */
type Others = 'finding' | 'end' | 'workbook'

function firstNeeds({ finding, grid, declared }: NonNullable<CommitteePage['needs']>, others: Others): Grid {
  const { shown, left } = firstLines(grid, mostNeeds)
  const more = [
    ...(left.length > 0 ? [counted(left.length, 'autre ligne', 'autres lignes')] : []),
    ...(declared ? ['les intentions déclarées'] : []),
  ]
  const place: Record<Others, string> = {
    finding: `avec « ${finding.title} »`,
    end: `à la fin de ce document, « ${linesTitle} »`,
    workbook: 'dans le classeur des tableaux, feuille « Tableaux »',
  }
  const rule = left.length === 0 ? '' : firstSaid(shown.length, grid.firstBy)
  const notes = [rule, more.length === 0 ? '' : `Et ${and(more)} : ${place[others]}.`].filter(Boolean)
  return { ...grid, rows: shown, notes: [...notes, ...grid.notes] }
}

const linesTitle = 'Ce qu’il faudrait, ligne par ligne'

/** What the pages leave out of what it would take: whoever reads them alone has the whole tables. */
export function linesPart(pages: readonly CommitteePage[]): Part[] {
  const blocks = pages.flatMap(({ objective, needs }): Block[] => {
    if (needs === null || (needs.grid.rows.length <= mostNeeds && needs.declared === null)) return []
    const { grid, declared } = needs
    return [
      { kind: 'heading', level: 3, text: `${levelTitle('objective', objective)}. ${shortTitles()[objective]!}` },
      { kind: 'grid', grid },
      ...(declared ? [{ kind: 'grid', grid: declared } as const] : []),
    ]
  })
  return blocks.length === 0 ? [] : [{ id: 'lignes', title: linesTitle, flow: true, blocks }]
}

/** Answers drawn on a page; of a lead that is a zone's, all zones are. */
const mostAnswers = 3
/** Of answers in an order of their own, all stand there or their largest. */
const mostSteps = 6

/** The figure of the zone an objective is about, with the other zones beside it. */
const isByZone = ({ zone, standing }: Finding): boolean => zone !== undefined && standing?.row === zoneNames()[zone]

/** The week by its first layer; the zones of one share, after everybody; else the bars of the answers: what the slide draws. */
function picture(lead: Finding): Block[] {
  const { table, chart } = lead
  if (chart?.kind === 'week') return [{ kind: 'week', chart: { ...chart, layers: chart.layers.slice(0, 1) } }]
  const byZone = zoneBarsOf(lead)
  if (byZone !== null) return [zonesBlock(lead, byZone)]
  if (!table || chart?.kind !== 'bars' || table.rows.length < 2) return []
  const { length } = table.rows
  if (isSummary(lead) && length > mostStops) return []
  const isScale = length <= mostSteps && areSteps(table.rows.map(({ label }) => label))
  const most = isByZone(lead) || isSummary(lead) || isScale ? length : mostAnswers
  const first = mostGiven(chart, lead.standing?.row)
  const { shown } = firstLines({ rows: chart.bars, first }, most)
  const notes = shown.length < chart.bars.length ? [publicWords.fr.mostGiven(shown.length, chart.bars.length)] : []
  return [
    {
      kind: 'grid',
      grid: { ...table, title: '', rows: firstLines({ rows: table.rows, first }, most).shown, notes },
      chart: { ...chart, bars: shown },
    },
  ]
}

/** Places of the bars, the answer of the sentence first, then the largest. */
const mostGiven = ({ bars }: BarsChart, lead: string | undefined): number[] =>
  bars
    .map(({ label, estimate }, at) => ({ at, rank: label === lead ? 2 : (estimate.value ?? -1) }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ at }) => at)

/** Under the bars those without a figure are named, those of an earlier day dated, and who is in none of them is told. */
function zonesBlock(lead: Finding, chart: BarsChart): Block {
  const silent = silentIn(chart.bars)
  const bars = chart.bars.filter(({ estimate }) => estimate.value !== null)
  const rows = bars.flatMap(({ label, estimate }) =>
    estimate.value === null ? [] : [{ label, cells: [{ kind: 'estimate' as const, estimate }] }],
  )
  const columns = ['Zone', 'Part', 'Intervalle à 95 %']
  const notes = [silent === '' ? '' : typeset(`${silent}.`), datedText(bars), outsideZones(lead, chart)].filter(Boolean)
  return { kind: 'grid', grid: { title: '', base: chart.base, columns, rows, notes }, chart: { ...chart, bars } }
}
