/** How long a publication takes, from columns in memory to stored pages: for 5,000 families and for 50,000, and whether the fifth is as fast as a first of as many. */
import { type Benchmark, type Figure, type Spent, spentOn } from '../../../analysis/scripts/bench/benchmark.ts'
import { type StudyMemory, studiesIn } from '../../responses/studies.ts'
import { publishNow } from '../../results/publish.ts'
import { fill } from '../synthetic-respondents.ts'
import { withScratchContext } from './scratch-context.ts'

const slug = 'familles'
const [few, many] = [5_000, 50_000]
const newcomers = 500
const publications = 5
const grown = few + newcomers * (publications - 1)

export const publication: Benchmark = {
  name: 'publication',
  title: `Publier ${few} puis ${many} familles, les réponses lues`,
  async run(step) {
    const costs = await publishing(few, publications, (done) => step(0.2 * done))
    const [alone] = await publishing(grown, 1, (done) => step(0.2 + 0.1 * done))
    const [largest] = await publishing(many, 1, (done) => step(0.3 + 0.7 * done))
    const [first, fifth] = [costs[0]!, costs.at(-1)!]
    return [
      ...timesOf('first', `${few} familles, la première fois`, first),
      ...timesOf('fifth', `La cinquième fois, ${grown} familles`, fifth),
      ratio('fifth_ratio', 'La cinquième, pour une première d’autant', fifth, alone!),
      ...timesOf('many', `${many} familles`, largest!),
      ratio('many_ratio', `Processeur pour ${many / few} fois plus de familles`, largest!, first),
    ]
  },
}

const timesOf = (name: string, title: string, { ms, cpuMs }: Spent): Figure[] => [
  { name: `${name}_ms`, title, value: ms, unit: 'ms' },
  { name: `${name}_cpu_ms`, title: '  dont processeur', value: cpuMs, unit: 'ms' },
]

const ratio = (name: string, title: string, cost: Spent, than: Spent): Figure => ({
  name,
  title,
  value: cost.cpuMs / than.cpuMs,
  unit: '×',
  isBetterSmall: true,
})

/** What each of so many publications costs, with newcomers between them. */
async function publishing(people: number, rounds: number, step: (done: number) => void): Promise<Spent[]> {
  return withScratchContext(async (context) => {
    const memory: StudyMemory = new Map()
    const costs: Spent[] = []
    let arrived = 0
    for (let round = 0; round < rounds; round++) {
      const own = round === 0 ? people : newcomers
      await fill(context, [{ slug, people: own }], 7 + round, () =>
        step((0.9 * ++arrived) / (people + newcomers * (rounds - 1))),
      )
      await studiesIn(context, slug, undefined, memory)
      const spent = await spentOn(async () => {
        const made = await publishNow(context, slug, 'bench', context.now().toISOString(), () => {}, memory)
        if ('refused' in made) throw new Error(`a publication of the benchmark was refused: ${made.refused}`)
      })
      costs.push(spent)
    }
    return costs
  })
}
