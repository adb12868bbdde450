/** How soon the explorer shows a chart when 50,000 people have answered, and what columns held in memory save. */
import { type Benchmark, median } from '../../../analysis/scripts/bench/benchmark.ts'
import type { openContext } from '../../context.ts'
import { type StudyMemory, studiesIn } from '../../responses/studies.ts'
import { exploredOf } from '../../results/explorer/explored.ts'
import { publicationsIn } from '../../results/publications.ts'
import { publishNow } from '../../results/publish.ts'
import { fill } from '../synthetic-respondents.ts'
import { withScratchContext } from './scratch-context.ts'

const slug = 'jeunes-16-25'
const people = 50_000
const newcomers = 500
const rounds = 3

export const explorer: Benchmark = {
  name: 'explorer',
  title: `Explorer ${people} fiches : les colonnes en mémoire, puis un graphique demandé par l’écran`,
  async run(step) {
    return withScratchContext(async (context) => {
      let arrived = 0
      await fill(context, [{ slug, people }], 7, () => step((0.5 * ++arrived) / people))
      const memory: StudyMemory = new Map()
      const fresh = await timed(() => studiesIn(context, slug, undefined, memory))
      const grown: number[] = []
      for (let round = 1; round <= rounds; round++) {
        await fill(context, [{ slug, people: newcomers }], 100 + round, () => {})
        grown.push(await timed(() => studiesIn(context, slug, undefined, memory)))
      }
      step(0.6)
      const publishing = await timed(() =>
        publishNow(
          context,
          slug,
          'bench',
          context.now().toISOString(),
          (done, all) => step(0.6 + (0.35 * done) / all),
          memory,
        ),
      )
      const { cold, warm } = await charts(context)
      return [
        { name: 'fresh_ms', title: 'Colonnes : tout lire', value: fresh, unit: 'ms' },
        { name: 'grown_ms', title: `Colonnes : ${newcomers} fiches de plus`, value: median(grown), unit: 'ms' },
        { name: 'grown_ratio', title: 'Tout lire, pour une suite', value: fresh / median(grown), unit: '×' },
        { name: 'publish_ms', title: 'Publier', value: publishing, unit: 'ms' },
        { name: 'cold_ms', title: 'Un graphique, la première fois', value: median(cold), unit: 'ms' },
        { name: 'cold_worst_ms', title: 'Le plus lent, la première fois', value: Math.max(...cold), unit: 'ms' },
        { name: 'warm_ms', title: 'Un graphique déjà ouvert', value: median(warm), unit: 'ms' },
        { name: 'chart_ratio', title: 'Tout lire, pour un graphique', value: fresh / median(cold), unit: '×' },
      ]
    })
  },
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Every question by its first list, as the route answers it: read, its digest checked, looked up, written as JSON. */
async function charts(context: Awaited<ReturnType<typeof openContext>>) {
  const publications = publicationsIn(context.store)
  const head = (await publications.current(slug))!
  const chart = async ({ path, lists }: (typeof head.questions)[number]) => {
    const question = (await publications.question(slug, head.number, path))!
    return JSON.stringify(exploredOf(slug, head, question, lists[0]?.path ?? ''))
  }
  const cold: number[] = []
  const warm: number[] = []
  for (const one of head.questions) {
    cold.push(await timed(() => chart(one)))
    warm.push(await timed(() => chart(one)))
  }
  return { cold, warm }
}
