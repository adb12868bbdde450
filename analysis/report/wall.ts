/** The plan as a wall: a tile for each objective, with what the surveys show of its objective. */
import { actions, axes, objectives, orientations } from '../../surveys/authority/plan.ts'
import { type CoverageRow, type CoverageStatus, statusWords } from '../findings/coverage.ts'
import { counted } from '../text/format.ts'
import type { Block } from './tree.ts'

const legend: { tone: CoverageStatus; text: string }[] = [
  { tone: 'measured', text: 'mesuré : l’objectif est lui-même une question aux habitants' },
  { tone: 'partly', text: 'mesuré en partie' },
  { tone: 'other-source', text: 'autre source : registres, fréquentation, partenaires' },
  { tone: 'not-a-survey-matter', text: 'hors questionnaire : une réalisation' },
  { tone: 'no-evidence', text: 'rien à ce jour' },
]

/** Tiles by orientation, in the order of the plan; each leads to its objective. */
export function wall(coverage: CoverageRow[]): Block {
  const statusOf = new Map(coverage.map((row) => [row.objective, row.status]))
  const rows = axes()
    .filter((axis) => !axis.transverse)
    .flatMap((axis) => orientations().filter((orientation) => orientation.axis === axis.number))
    .map((orientation) => ({
      label: `Axe ${orientation.axis} · ${orientation.title}`,
      tiles: actions()
        .filter((action) => action.orientations.includes(orientation.number))
        .flatMap((action) => objectives().filter((one) => one.action === action.number))
        .map(({ number, title }) => {
          const status = statusOf.get(number)!
          return { objective: number, title, status: statusWords[status], tone: status, href: `#objectif-${number}` }
        }),
    }))
  const present = new Set(coverage.map(({ status }) => status))
  return { kind: 'wall', rows, legend: legend.filter(({ tone }) => present.has(tone)) }
}

export const statusBadge = ({ status, questions, findings }: CoverageRow): Block => ({
  kind: 'badge',
  tone: status,
  text: statusWords[status],
  ...(questions + findings === 0
    ? {}
    : {
        beside: `${counted(questions, 'question', 'questions')}, ${counted(findings, 'résultat établi', 'résultats établis')}`,
      }),
})
