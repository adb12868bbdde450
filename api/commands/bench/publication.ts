/** How long a publication takes, from columns in memory to stored pages: for 5,000 families and for 50,000, and whether the fifth is as fast as the first. */
import type { Benchmark } from '../../../analysis/scripts/bench/benchmark.ts'
import { type StudyMemory, studiesIn } from '../../responses/studies.ts'
import { publishNow } from '../../results/publish.ts'
import { fill } from '../synthetic-respondents.ts'
import { withScratchContext } from './scratch-context.ts'

const slug = 'familles'
const [few, many] = [5_000, 50_000]
const newcomers = 500
const publications = 5

export const publication: Benchmark = {
  name: 'publication',
  title: `Publier ${few} puis ${many} familles, les réponses lues`,
  async run(step) {
    const times = await publishing(few, publications, (done) => step(0.3 * done))
    const [largest] = await publishing(many, 1, (done) => step(0.3 + 0.7 * done))
    return [
      { name: 'first_ms', title: `${few} familles, la première fois`, value: times[0]!, unit: 'ms' },
      { name: 'fifth_ms', title: 'La cinquième fois', value: times.at(-1)!, unit: 'ms' },
      {
        name: 'fifth_ratio',
        title: 'La cinquième, pour une première',
        value: times.at(-1)! / times[0]!,
        unit: '×',
        isBetterSmall: true,
      },
      { name: 'many_ms', title: `${many} familles`, value: largest!, unit: 'ms' },
      {
        name: 'many_ratio',
        title: `Temps pour ${many / few} fois plus de familles`,
        value: largest! / times[0]!,
        unit: '×',
        isBetterSmall: true,
      },
    ]
  },
}

/** Milliseconds of each of so many publications, with newcomers between them. */
async function publishing(people: number, rounds: number, step: (done: number) => void): Promise<number[]> {
  return withScratchContext(async (context) => {
    const memory: StudyMemory = new Map()
    const times: number[] = []
    let arrived = 0
    for (let round = 0; round < rounds; round++) {
      const own = round === 0 ? people : newcomers
      await fill(context, [{ slug, people: own }], 7 + round, () =>
        step((0.9 * ++arrived) / (people + newcomers * (rounds - 1))),
      )
      await studiesIn(context, slug, undefined, memory)
      const start = performance.now()
      const made = await publishNow(context, slug, 'bench', context.now().toISOString(), () => {}, memory)
      if ('refused' in made) throw new Error(`a publication of the benchmark was refused: ${made.refused}`)
      times.push(performance.now() - start)
    }
    return times
  })
}
