/** The plan as a wall: a tile an objective, with what the surveys show of it; and the lines of an axis that crosses the others. */
import { capitalised, levelHeading, levelSaid, levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import { actions, axes, objectives, orientations, shortTitles } from '../../../surveys/authority/plan.ts'
import { transverseLines } from '../../../surveys/authority/printed.ts'
import { type CoverageRow, type CoverageStatus, statusWords } from '../../findings/coverage.ts'
import { counted } from '../../text/format.ts'
import type { ReportSource } from '../source.ts'
import type { Block, GridCell } from '../tree.ts'

const legend = (): { tone: CoverageStatus; text: string }[] => [
  { tone: 'measured', text: `mesuré : ${levelSaid('the', 'objective')} est une question posée aux habitants` },
  { tone: 'partly', text: 'mesuré en partie' },
  { tone: 'other-source', text: 'autre source : registres, fréquentation, partenaires' },
  { tone: 'not-a-survey-matter', text: 'hors questionnaire : une réalisation' },
  { tone: 'no-evidence', text: 'pas de résultat' },
]

/** Tiles by orientation, in the order of the plan; each leads to its objective. */
export function wall(coverage: CoverageRow[]): Block {
  const statusOf = new Map(coverage.map((row) => [row.objective, row.status]))
  const rows = axes()
    .filter((axis) => !axis.transverse)
    .flatMap((axis) => orientations().filter((orientation) => orientation.axis === axis.number))
    .map((orientation) => ({
      label: `${levelTitle('axis', orientation.axis)} · ${orientation.title}`,
      tiles: actions()
        .filter((action) => action.orientations.includes(orientation.number))
        .flatMap((action) => objectives().filter((one) => one.action === action.number))
        .map(({ number, title }) => {
          const status = statusOf.get(number)!
          return { objective: number, title, status: statusWords[status], tone: status, href: `#objectif-${number}` }
        }),
    }))
  const present = new Set(coverage.map(({ status }) => status))
  return { kind: 'wall', rows, legend: legend().filter(({ tone }) => present.has(tone)) }
}

export const statusBadge = ({ status, questions, findings }: CoverageRow): Block => ({
  kind: 'badge',
  tone: status,
  text: statusWords[status],
  ...(questions + findings === 0
    ? {}
    : {
        beside: `${counted(questions, 'question', 'questions')}, ${counted(findings, 'résultat chiffré', 'résultats chiffrés')}`,
      }),
})

/** An axis that crosses the others: its lines, the objectives that carry them, and their findings. */
export function transverseBlocks(axis: number, { coverage }: Pick<ReportSource, 'coverage'>): Block[] {
  const lines = transverseLines().filter((line) => line.axis === axis)
  if (lines.length === 0)
    return [
      {
        kind: 'text',
        text: `${capitalised(levelSaid('this', 'axis'))} est transverse : le plan n’y met ni ${levelWords('action').one} ni ligne propre.`,
      },
    ]
  const rowOf = new Map(coverage.map((row) => [row.objective, row]))
  const text = (words: string): GridCell => ({ kind: 'text', text: words })
  return [
    {
      kind: 'text',
      text: `${capitalised(levelSaid('this', 'axis'))} est transverse, sans ${levelWords('action').one} propre. Ses lignes sont portées par des ${levelWords('objective').several} des autres ${levelWords('axis').several}, et se lisent avec leurs résultats.`,
    },
    {
      kind: 'grid',
      grid: {
        title: `Les lignes ${levelSaid('ofThe', 'axis')} transverse et les résultats de leurs ${levelWords('objective').several}`,
        base: counted(lines.length, 'ligne', 'lignes'),
        columns: [
          'Ligne',
          levelHeading('orientation', 2),
          `${levelHeading('objective', 2)} qui la portent`,
          'Résultats chiffrés',
        ],
        rows: lines.map(({ title, orientations, objectives }) => ({
          label: title,
          cells: [
            text(orientations.join(', ')),
            text(objectives.map((one) => `${one}. ${shortTitles()[one]}`).join(' · ')),
            { kind: 'count', value: objectives.reduce((sum, one) => sum + (rowOf.get(one)?.findings ?? 0), 0) },
          ],
        })),
        notes: lines.some(({ proposed }) => proposed)
          ? [
              `Les liens entre lignes, ${levelWords('orientation').several} et ${levelWords('objective').several} sont une proposition, à confirmer par les équipes.`,
            ]
          : [],
      },
    },
  ]
}
