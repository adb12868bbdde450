/** The table of the README, made of what `npm run bench -- --json` printed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Short: the README is a page that is read, and one line says what each is. */
const columns = [
  { what: 'tables × danfojs', benchmark: 'tables', figure: 'danfojsRatio', goal: '20' },
  { what: '× arquero', benchmark: 'tables', figure: 'arqueroRatio', goal: '5' },
  { what: '× DuckDB', benchmark: 'tables', figure: 'duckdbRatio', goal: '1' },
  { what: 'raking × DuckDB', benchmark: 'rake', figure: 'duckdbRatio', goal: '' },
  { what: 'intake × echo', benchmark: 'intake', figure: 'echoRatio64', goal: '0.5' },
  { what: '× bare store', benchmark: 'intake', figure: 'bareRatio64', goal: '0.65' },
  { what: 'ms a response', benchmark: 'intake', figure: 'cpuMs64', goal: '0.25' },
  { what: 'burst, ms', benchmark: 'burst', figure: 'sendP99Ms', goal: '1,000' },
] as const

/** Of the runs recorded in `docs/en/`: the second one under `taskset -c 0`. */
export function recordedTable(): string {
  const recorded = (name: string): unknown =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/en', name), 'utf8'))
  return tableOf({ 'two cores': recorded('bench.json'), 'one core': recorded('bench-one-core.json') })
}

/**
 * @param runs what was printed, by the name of its line
 * @returns lines of Markdown; a figure that was not measured is a dash
 */
export function tableOf(runs: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(runs).map(([name, run]) => [
    name,
    ...columns.map(({ benchmark, figure }) =>
      text((run as Record<string, Record<string, unknown>>)[benchmark]?.[figure]),
    ),
  ])
  const cells = [
    ['speed', ...columns.map(({ what }) => what)],
    ['---', ...columns.map(() => '---')],
    ...lines,
    ['goal', ...columns.map(({ goal }) => goal)],
  ]
  return cells.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

const text = (value: unknown) =>
  typeof value === 'number'
    ? value.toLocaleString('en', { maximumSignificantDigits: Math.abs(value) < 1 ? 2 : 3 })
    : '—'
