/** Raking on 3 margins (5 × 4 × 2), beside the same iterations in SQL. */
import { DuckDBInstance } from '@duckdb/node-api'
import * as arquero from 'arquero'
import { type Benchmark, median } from './benchmark.ts'
import { rakedSample, type Sample, sampleOf, timed } from './sample.ts'

const full = { rounds: 5, rows: 100_000, largest: 1_000_000 }
const short = { rounds: 1, rows: 2_000, largest: 4_000 }
/** Iterations of the others, enough for margins met to 1e-9 on this sample. */
const iterations = 15

export const rake: Benchmark = {
  name: 'rake',
  title: 'Redressement sur 3 marges',
  async run(step, { isShort }) {
    const { rounds, rows, largest } = isShort ? short : full
    const small = sampleOf(rows)
    const mine = rakedSample(small).weighted.weights
    const duckdb = await duckdbRake(small)
    const table = arquero.table(Object.fromEntries(small.classes.map(({ name, codes }) => [name, codes])))
    check('DuckDB', mine, await duckdb.run())
    check('arquero', mine, arqueroRake(table, small))

    const times = { ours: [] as number[], duckdb: [] as number[], arquero: [] as number[], large: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      times.ours.push(await timed(() => rakedSample(small)))
      times.duckdb.push(await timed(() => duckdb.run()))
      times.arquero.push(await timed(() => arqueroRake(table, small)))
      step((round + 1) / (rounds + 2))
    }
    duckdb.close()
    const large = sampleOf(largest)
    for (let round = 0; round < rounds; round++) times.large.push(await timed(() => rakedSample(large)))
    step(1)
    const own = median(times.ours)
    return [
      { name: 'medianMs', title: 'ici, 100 000 lignes', value: own, unit: 'ms' },
      { name: 'millionMedianMs', title: 'ici, 1 000 000 lignes', value: median(times.large), unit: 'ms' },
      { name: 'duckdbMs', title: 'DuckDB (un fil), 100 000 lignes', value: median(times.duckdb), unit: 'ms' },
      { name: 'duckdbRatio', title: 'DuckDB / ici', value: median(times.duckdb) / own, unit: '×' },
      { name: 'arqueroMs', title: 'arquero, 100 000 lignes', value: median(times.arquero), unit: 'ms' },
      { name: 'arqueroRatio', title: 'arquero / ici', value: median(times.arquero) / own, unit: '×' },
    ]
  },
}

const keys = ['m0', 'm1', 'm2']

const targetOf = (sample: Sample, v: number) => Object.values(sample.margins[v]!.totals)[0]!

/** Cells once, then each margin in turn on the cells, and back to the rows. */
async function duckdbRake(sample: Sample) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run('create table answers (m0 tinyint, m1 tinyint, m2 tinyint)')
  const appender = await connection.createAppender('answers')
  for (let row = 0; row < sample.rows; row++) {
    for (const { codes } of sample.classes) appender.appendTinyInt(codes[row]!)
    appender.endRow()
  }
  appender.closeSync()
  return {
    async run(): Promise<Float64Array> {
      await connection.run(
        'create or replace temp table cells as select m0, m1, m2, count(*)::double as n, count(*)::double as w from answers group by all',
      )
      for (let round = 0; round < iterations; round++)
        for (const v of [0, 1, 2])
          await connection.run(
            `create or replace temp table cells as select * replace (w * ${targetOf(sample, v)} / sum(w) over (partition by m${v}) as w) from cells`,
          )
      const reader = await connection.runAndReadAll(
        'select w / n as weight from answers join cells using (m0, m1, m2) order by answers.rowid',
      )
      return Float64Array.from(reader.getColumnsJS()[0] as number[])
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

function arqueroRake(table: arquero.ColumnTable, sample: Sample): Float64Array {
  let cells = table
    .groupby('m0', 'm1', 'm2')
    .count({ as: 'n' })
    .derive({ w: (d: { n: number }) => d.n })
  for (let round = 0; round < iterations; round++)
    for (const v of [0, 1, 2])
      cells = cells
        .params({ target: targetOf(sample, v) })
        .groupby(`m${v}`)
        .derive({ w: 'd.w * target / op.sum(d.w)' })
        .ungroup()
  const joined = table.join_left(cells, [keys, keys]).derive({ weight: (d: { w: number; n: number }) => d.w / d.n })
  return Float64Array.from(joined.array('weight') as number[])
}

function check(title: string, mine: Float64Array, other: Float64Array): void {
  for (let row = 0; row < mine.length; row++)
    if (!(Math.abs(other[row]! / mine[row]! - 1) < 1e-8))
      throw new Error(`${title} has another weight in row ${row}: ${other[row]}`)
}
