/** The objectives of the plan in the short report: a lead, then its other results in a table; nothing is reported twice. */
import { levelTitle } from '../../../surveys/authority/levels.ts'
import {
  actions,
  axes,
  type Objective,
  objectives,
  orientations,
  shortTitles,
} from '../../../surveys/authority/plan.ts'
import { eachOnce, type Finding } from '../../findings/finding.ts'
import { isGeneral, outsidersLimit, trialLimit, zoningLimit } from '../../findings/limits.ts'
import { strengths } from '../../findings/strength.ts'
import { decidedOn, decisionBlocks } from '../decided.ts'
import { findingId, strengthBadge } from '../finding-blocks.ts'
import type { ReportSource } from '../source.ts'
import type { Block, Part } from '../tree.ts'
import type { CommitteePage } from './committee.ts'
import { isSameThing, resultBlocks, twinBlock } from './side-by-side.ts'

const longest = 4
/** Other results of one objective in its table: the rest is in the full report. */
const mostOthers = 8

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
  const conclusive = own.filter(({ strength }) => strength !== 'non concluant')
  const lead = page ? undefined : conclusive.toSorted(byStrength)[0]
  const twin = lead && conclusive.find((one) => isSameThing(one, lead))
  const told = [lead, twin, page?.lead, page?.twin]
  const others = own.filter((one) => !told.includes(one))
  const kept = new Set(others.toSorted(byStrength).slice(0, mostOthers))
  const { title: name } = actions().find(({ number }) => number === objective.action)!
  return [
    {
      kind: 'heading',
      level: 3,
      eyebrow: `${levelTitle('objective', objective.number)} · action ${objective.action}, ${name}`,
      text: shortTitles()[objective.number]!,
    },
    {
      kind: 'group',
      role: 'objective',
      id: `objectif-${objective.number}`,
      blocks: [
        ...elsewhere(all, own, once),
        ...(page ? [pageReference(objective.number)] : []),
        ...(lead ? [leadBlock(lead)] : []),
        ...(twin ? [twinBlock(twin)] : []),
        ...resultBlocks(others.filter((one) => kept.has(one))),
        ...(others.length > kept.size ? [restBlock(others.length - kept.size)] : []),
        ...(page || decidedOn(own, source).length === 0 ? [] : decisionBlocks(own, source, '')),
      ],
    },
  ]
}

const restBlock = (count: number): Block => ({
  kind: 'text',
  tone: 'small',
  text: `${count === 1 ? 'Un autre résultat est' : `${count} autres résultats sont`} dans le rapport complet.`,
})

const byStrength = (a: Finding, b: Finding) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength)

const pageReference = (objective: number): Block => ({
  kind: 'reference',
  text: 'Une page pour décider',
  href: `#decider-${objective}`,
})

/** What another objective has already reported. */
function elsewhere(all: readonly Finding[], own: readonly Finding[], once: readonly Finding[]): Block[] {
  const repeated = all.filter((one) => !own.includes(one))
  if (repeated.length === 0) return []
  const firstOf = (finding: Finding) => once.find((one) => findingId(one) === findingId(finding))!
  const named = new Set(repeated.map((one) => `« ${one.title} » (objectif ${firstOf(one).objective})`))
  return [{ kind: 'text', tone: 'small', text: `Voir aussi ${[...named].join(', ')}.` }]
}

function leadBlock(finding: Finding): Block {
  const { sentence, table, chart, limits } = finding
  const saidOnce = [trialLimit, zoningLimit, outsidersLimit]
  const specific = limits.filter((limit) => !(saidOnce.includes(limit) || isGeneral(limit)))
  const drawn = table && chart?.kind === 'bars' && table.rows.length > 1
  return {
    kind: 'group',
    role: 'finding',
    id: findingId(finding),
    blocks: [
      { kind: 'text', tone: 'statement', text: sentence },
      strengthBadge(finding),
      ...(drawn
        ? [
            {
              kind: 'grid',
              grid: {
                ...table,
                title: '',
                rows: table.rows.slice(0, longest),
                notes: table.rows.length > longest ? ['Les réponses les plus fréquentes.'] : [],
              },
              chart: { ...chart, bars: chart.bars.slice(0, longest) },
            } as const,
          ]
        : []),
      ...(specific.length > 0
        ? [{ kind: 'note', tone: 'limit', text: `Ce que cela ne dit pas. ${specific.join(' ')}` } as const]
        : []),
    ],
  }
}
