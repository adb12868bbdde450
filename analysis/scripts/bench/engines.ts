/** The same weighted counts by other engines, to compare with. Each is a development dependency. */
import { DuckDBInstance } from '@duckdb/node-api'
import * as arquero from 'arquero'
import type { Sample } from './sample.ts'

/** Σ weight per group and answer of one question: `sums[group * 5 + answer]`. */
export type Engine = { name: string; title: string; tables(): Promise<Float64Array[]>; close(): void }

const question = (index: number) => `q${index}`

function columnsOf({ questions, group }: Sample, weights: Float64Array): Record<string, Int8Array | Float64Array> {
  return { g: group, w: weights, ...Object.fromEntries(questions.map((codes, index) => [question(index), codes])) }
}

export function arqueroEngine(sample: Sample, weights: Float64Array): Engine {
  const table = arquero.table(columnsOf(sample, weights))
  return {
    name: 'arquero',
    title: 'arquero',
    async tables() {
      return sample.questions.map((_, index) => {
        const rolled = table.groupby('g', question(index)).rollup({ w: arquero.op.sum('w') })
        return sumsOf(rolled.objects() as Record<string, number>[], question(index))
      })
    },
    close() {},
  }
}

export async function duckdbEngine(sample: Sample, weights: Float64Array): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const names = sample.questions.map((_, index) => question(index))
  await connection.run(
    `create table answers (g tinyint, w double, ${names.map((name) => `${name} tinyint`).join(', ')})`,
  )
  const appender = await connection.createAppender('answers')
  for (let row = 0; row < sample.rows; row++) {
    appender.appendTinyInt(sample.group[row]!)
    appender.appendDouble(weights[row]!)
    for (const codes of sample.questions) appender.appendTinyInt(codes[row]!)
    appender.endRow()
  }
  appender.closeSync()
  return {
    name: 'duckdb',
    title: 'DuckDB (un fil)',
    async tables() {
      const tables: Float64Array[] = []
      for (const name of names) {
        const reader = await connection.runAndReadAll(`select g, ${name}, sum(w) as w from answers group by g, ${name}`)
        tables.push(sumsOf(reader.getRowObjectsJS() as Record<string, number>[], name))
      }
      return tables
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** null where the optional dependency is not installed. */
export async function danfojsEngine(sample: Sample, weights: Float64Array): Promise<Engine | null> {
  const danfojs = await import('danfojs-node').catch(() => null)
  if (danfojs === null) return null
  const columns = columnsOf(sample, weights)
  const frame = new danfojs.DataFrame(
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, Array.from(column)])),
  )
  return {
    name: 'danfojs',
    title: 'danfojs',
    async tables() {
      return sample.questions.map((_, index) => {
        const grouped = frame.groupby(['g', question(index)]).agg({ w: 'sum' })
        const rows = danfojs.toJSON(grouped) as unknown as Record<string, number>[]
        return sumsOf(
          rows.map((row) => ({ ...row, w: row.w_sum! })),
          question(index),
        )
      })
    },
    close() {},
  }
}

function sumsOf(rows: Record<string, number>[], name: string): Float64Array {
  const sums = new Float64Array(25)
  for (const row of rows) sums[Number(row.g) * 5 + Number(row[name])] = Number(row.w)
  return sums
}
