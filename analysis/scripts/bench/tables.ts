/** 10 questions × 5 groups: shares with raked errors here, weighted shares alone elsewhere. */

import type { Design } from '../../design/design.ts'
import { share } from '../../estimates/share.ts'
import { type ShareTable, shareTables } from '../../estimates/share-tables.ts'
import { type Benchmark, type Figure, median } from './benchmark.ts'
import { arqueroEngine, danfojsEngine, duckdbEngine, type Engine } from './engines.ts'
import { rakedSample, type Sample, sampleOf, timed } from './sample.ts'

const full = { rounds: 7, rows: 100_000, largest: 1_000_000 }
const short = { rounds: 1, rows: 2_000, largest: 4_000 }

export const tables: Benchmark = {
  name: 'tables',
  title: '10 questions × 5 groupes avec erreurs après redressement (les autres : parts pondérées seules)',
  async run(step, { isShort }) {
    const { rounds, rows, largest } = isShort ? short : full
    const small = sampleOf(rows)
    const { weighted } = rakedSample(small)
    const mine = ours(small, weighted)
    checkErrors(small, weighted, mine)
    const engines = [
      arqueroEngine(small, weighted.weights),
      await duckdbEngine(small, weighted.weights),
      await danfojsEngine(small, weighted.weights),
    ].filter((engine) => engine !== null)
    for (const engine of engines) checkShares(engine.title, mine, await engine.tables())

    const times = new Map<string, number[]>([
      ['ours', []],
      ...engines.map(({ name }): [string, number[]] => [name, []]),
    ])
    for (let round = 0; round < rounds; round++) {
      times.get('ours')!.push(await timed(() => ours(small, weighted)))
      for (const engine of engines)
        if (engine.name !== 'danfojs' || round < 3) times.get(engine.name)!.push(await timed(() => engine.tables()))
      step((round + 1) / (rounds + 3))
    }
    for (const engine of engines) engine.close()

    const large = sampleOf(largest)
    const raked = rakedSample(large).weighted
    const largeTimes: number[] = []
    for (let round = 0; round < 5; round++) largeTimes.push(await timed(() => ours(large, raked)))
    step(1)
    const own = median(times.get('ours')!)
    return [
      { name: 'medianMs', title: 'ici, 100 000 lignes', value: own, unit: 'ms' },
      { name: 'millionMedianMs', title: 'ici, 1 000 000 lignes', value: median(largeTimes), unit: 'ms' },
      ...engines.flatMap(({ name, title }: Engine): Figure[] => [
        { name: `${name}Ms`, title: `${title}, 100 000 lignes`, value: median(times.get(name)!), unit: 'ms' },
        { name: `${name}Ratio`, title: `${title} / ici`, value: median(times.get(name)!) / own, unit: '×' },
      ]),
    ]
  },
}

function ours({ questions, group }: Sample, design: Design): ShareTable[] {
  return shareTables(
    questions.map((codes) => ({ codes, size: 5 })),
    { codes: group, size: 5 },
    design,
  )
}

/** Speed counts only for figures that are right: the same shares by every engine. */
function checkShares(title: string, mine: ShareTable[], sums: Float64Array[]): void {
  mine.forEach(({ shares }, question) => {
    shares.forEach((row, g) => {
      const all = sums[question]!.subarray(g * 5, g * 5 + 5).reduce((a, b) => a + b, 0)
      row.forEach((estimate, k) => {
        const other = sums[question]![g * 5 + k]! / all
        if (!(Math.abs((estimate.value ?? Number.NaN) - other) < 1e-9))
          throw new Error(`${title} has another share: ${other}`)
      })
    })
  })
}

/** And the same intervals as the estimator that works row by row. */
function checkErrors({ questions, group }: Sample, design: Design, mine: ShareTable[]): void {
  const hits = Uint8Array.from(questions[3]!, (code) => (code === 2 ? 1 : 0))
  const one = share(
    hits,
    design,
    Uint8Array.from(group, (code) => (code === 1 ? 1 : 0)),
  )
  const other = mine[3]!.shares[1]![2]!
  if (one.value === null || other.value === null || Math.abs(one.low - other.low) > 1e-9)
    throw new Error('the one-pass table differs from the row by row estimate')
}
