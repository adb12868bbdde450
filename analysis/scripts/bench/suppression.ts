/** How long the protection of small groups takes, and what the search by our own simplex saves over the solver. */

import { assemble } from '../../disclosure/assemble.ts'
import { auditBounds } from '../../disclosure/audit.ts'
import { publish } from '../../disclosure/gate.ts'
import { policies } from '../../disclosure/policy.ts'
import { firstHidden, type Task, unsafe } from '../../disclosure/search/task.ts'
import { type Groups, sharesTable, type Where } from '../../disclosure/shares-table.ts'
import type { FigureTable } from '../../disclosure/table.ts'
import { type Benchmark, type Figure, median } from './benchmark.ts'

const zones: Groups = { name: 'zone', values: ['nord', 'sud', 'est', 'ouest', 'centre'] }
const bands: Groups = { name: 'bande', values: ['qf1', 'qf2', 'qf3', 'qf4'] }
const answers = ['a', 'b', 'c', 'd']

/** Counts of one question by zone and income band: 400 answers, spread unevenly, always the same. */
function question(name: string, seed: number, by: readonly Groups[]): FigureTable {
  let state = seed
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
  const pick = (values: readonly string[], skew: number) => values[Math.floor(next() ** skew * values.length)]!
  const people = Array.from({ length: 400 }, () => ({
    zone: pick(zones.values, 1.3),
    bande: pick(bands.values, 1),
    answer: pick(answers, 3),
  }))
  const inside = (where: Where) =>
    people.filter(({ zone, bande }) => (where.zone ?? zone) === zone && (where.bande ?? bande) === bande)
  return sharesTable({
    id: `${name}-${by.map((groups) => groups.name).join('-')}`,
    title: name,
    universe: name,
    by,
    answers: { name: 'reponse', values: answers },
    base: (where) => inside(where).length,
    count: (where, wanted) => inside(where).filter(({ answer }) => answer === wanted).length,
    estimate: (where) => ({ value: null, why: 'not-asked', base: inside(where).length }),
  })
}

const systems: readonly { name: string; title: string; tables: FigureTable[] }[] = [
  { name: 'one', title: 'une question par zone', tables: [question('q', 3, [zones])] },
  {
    name: 'linked',
    title: 'une question par zone, par QF et par zone × QF',
    tables: [question('q', 1, [zones]), question('q', 1, [bands]), question('q', 1, [zones, bands])],
  },
  {
    name: 'survey',
    title: 'quarante questions par zone et par QF',
    tables: Array.from({ length: 40 }, (_, at) => [
      question(`q${at}`, at + 1, [zones]),
      question(`q${at}`, at + 1, [bands]),
    ]).flat(),
  },
]

/** Milliseconds of the middle run. */
function medianMs(work: () => void, leastMs: number): number {
  const times: number[] = []
  const start = performance.now()
  while (times.length < 3 || performance.now() - start < leastMs) {
    const before = performance.now()
    work()
    times.push(performance.now() - before)
  }
  return median(times)
}

const bySolver = ({ system, need }: Task, hidden: readonly boolean[]) =>
  auditBounds(system, hidden)
    .filter(({ cell, lo, hi }) => need[cell]! > 0 && hi - lo < need[cell]!)
    .map(({ cell }) => cell)
const byOwnSimplex = (task: Task, hidden: readonly boolean[]) =>
  unsafe(task, hidden)
    .map(({ cell }) => cell)
    .sort((a, b) => a - b)

export const suppression: Benchmark = {
  name: 'suppression',
  title: 'protection des petits groupes : durée d’une publication, et de l’attaque par deux moyens',
  async run(step) {
    const figures: Figure[] = []
    for (const [at, { name, title, tables }] of systems.entries()) {
      const submission = { tables, snapshot: 'mesure', responses: 400 }
      const ms = medianMs(() => publish(submission, policies.document), 400)
      figures.push({ name: `${name}.publish`, title: `publier ${title}`, value: ms, unit: 'ms' })
      const { task } = assemble(submission, policies.document, [])
      const hidden = firstHidden(task)
      const found = bySolver(task, hidden)
      if (found.join() !== byOwnSimplex(task, hidden).join()) throw new Error(`the two attacks differ on « ${name} »`)
      const solver = medianMs(() => bySolver(task, hidden), 200)
      const own = medianMs(() => byOwnSimplex(task, hidden), 200)
      figures.push(
        { name: `${name}.attack`, title: `attaquer ${title}, notre simplexe`, value: own, unit: 'ms' },
        { name: `${name}.attack.highs`, title: `attaquer ${title}, HiGHS`, value: solver, unit: 'ms' },
        { name: `${name}.attack.ratio`, title: 'HiGHS ÷ notre simplexe', value: solver / own, unit: '×' },
      )
      step((at + 1) / systems.length)
    }
    return figures
  },
}
