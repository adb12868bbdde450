/** The objectives of the plan in the short report: their strongest results in a table each; nothing is reported twice. */
import { levelSaid, levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import {
  actions,
  axes,
  type Objective,
  objectives,
  orientations,
  shortTitles,
} from '../../../surveys/authority/plan.ts'
import { eachOnce, type Finding } from '../../findings/finding.ts'
import { strengths } from '../../findings/strength.ts'
import { and, counted } from '../../text/format.ts'
import { findingId } from '../finding-blocks.ts'
import { decidedOn, decisionBlocks } from '../sections/decided.ts'
import type { ReportSource } from '../source.ts'
import type { Block, Part } from '../tree.ts'
import type { CommitteePage } from './committee.ts'
import { isSameThing, openTitles, resultBlocks } from './side-by-side.ts'

/** Results of one objective in its table: the rest is in the full report. */
const mostResults = 3

/** @param pages objectives whose lead is on a page of its own */
export function objectiveParts(source: ReportSource, pages: readonly CommitteePage[]): Part[] {
  const once = eachOnce(source.findings)
  const paged = new Map(pages.map((page) => [page.objective, page]))
  return axes()
    .filter(({ transverse }) => !transverse)
    .flatMap((axis): Part[] => {
      const inAxis = new Set(
        orientations()
          .filter((one) => one.axis === axis.number)
          .map(({ number }) => number),
      )
      const carried = actions().filter((action) => action.orientations.some((one) => inAxis.has(one)))
      const numbers = carried.map(({ number }) => number)
      const own = objectives()
        .filter(({ action }) => numbers.includes(action))
        .flatMap((one) => objectiveBlock(one, source, once, paged.get(one.number)))
      if (own.length === 0) return []
      return [
        {
          id: `axe-${axis.number}`,
          title: `${levelTitle('axis', axis.number)}. ${axis.title}`,
          blocks: own,
          flow: true,
        },
      ]
    })
}

/** Nothing of an objective without findings: the summary and the coverage of the plan speak of it. */
function objectiveBlock(
  objective: Objective,
  source: ReportSource,
  once: readonly Finding[],
  page: CommitteePage | undefined,
): Block[] {
  const all = source.findings.filter((one) => one.objective === objective.number)
  if (all.length === 0) return []
  const own = all.filter((one) => once.includes(one))
  const others = own.filter((one) => one !== page?.lead && one !== page?.twin && one !== page?.also)
  const shown = others.toSorted(byStrength).slice(0, mostResults)
  if (!page && own.length === 0)
    return [
      {
        kind: 'group',
        role: 'objective',
        id: `objectif-${objective.number}`,
        blocks: objectiveBlocks(objective, all, elsewhere(all, own, once)),
      },
    ]
  // the same result in another questionnaire stands beside it
  const printed = new Set([...shown, ...others.filter((one) => shown.some((other) => isSameThing(one, other)))])
  return [
    {
      kind: 'heading',
      level: 3,
      text: nameOf(objective.number),
    },
    {
      kind: 'group',
      role: 'objective',
      id: `objectif-${objective.number}`,
      blocks: [
        ...(page ? [pageReference(objective.number)] : []),
        ...resultBlocks(others.filter((one) => printed.has(one))),
        ...moreBlock(others.length - printed.size, elsewhere(all, own, once)),
        ...(page || decidedOn(own, source).length === 0 ? [] : decisionBlocks(own, source, '')),
      ],
    },
  ]
}

/** Of an objective whose results all stand under others, which ones and where: a heading would hold nothing. */
function objectiveBlocks({ number }: Objective, all: readonly Finding[], others: readonly number[]): Block[] {
  const where = others.length === 1 ? `à ${levelSaid('the', 'objective')}` : `aux ${levelWords('objective').several}`
  const titles = openTitles([...new Set(all.map(({ title }) => title))], ['autre résultat', 'autres résultats'])
  return [
    {
      kind: 'text',
      tone: 'small',
      text: `${nameOf(number)} : résultats donnés ${where} ${and(others.map(String))} : ${titles}.`,
    },
  ]
}

const nameOf = (number: number) => `${levelTitle('objective', number)}. ${shortTitles()[number]!}`
const namedBy = (numbers: readonly number[]) =>
  `${numbers.length === 1 ? levelSaid('the', 'objective') : `les ${levelWords('objective').several}`} ${and(numbers.map(String))}`

/** Where the results are that the table has not. @param elsewhere objectives that have reported some of them */
function moreBlock(rest: number, elsewhere: readonly number[]): Block[] {
  const said = [
    ...(rest > 0 ? [`${counted(rest, 'autre résultat', 'autres résultats')} dans le rapport complet`] : []),
    ...(elsewhere.length > 0 ? [`voir aussi ${namedBy(elsewhere)}`] : []),
  ].join(' ; ')
  return said === '' ? [] : [{ kind: 'text', tone: 'small', text: `${said.charAt(0).toUpperCase()}${said.slice(1)}.` }]
}

const byStrength = (a: Finding, b: Finding) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength)

const pageReference = (objective: number): Block => ({
  kind: 'reference',
  text: 'Une page pour décider',
  href: `#decider-${objective}`,
})

/** Objectives that have already reported results of this one, in the order of the plan. */
function elsewhere(all: readonly Finding[], own: readonly Finding[], once: readonly Finding[]): number[] {
  const firstOf = (finding: Finding) => once.find((one) => findingId(one) === findingId(finding))!
  const repeated = all.filter((one) => !own.includes(one)).map((one) => firstOf(one).objective)
  return [...new Set(repeated)].toSorted((a, b) => a - b)
}
