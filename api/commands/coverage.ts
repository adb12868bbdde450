/** `npm run coverage`: what the surveys can say, and do say, of each objective. */
import { type CoverageRow, coverage, statusWords } from '../../analysis/findings/coverage.ts'
import { findingsOf } from '../../analysis/findings/findings.ts'
import { CommandError, command, print, progress } from '../../cli/command.ts'
import { objectives } from '../../surveys/authority/plan.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import { readConfig, storeOptions } from '../config.ts'
import { openContext } from '../context.ts'
import { studiesIn } from '../responses/studies.ts'

await command({
  name: 'coverage',
  summary:
    'Dit, pour chaque objectif, ce que les questionnaires mesurent. Sans --store : ce qui est prévu ; avec : ce qui est établi.',
  options: {
    ...storeOptions,
    json: { type: 'boolean', help: 'un seul document JSON' },
    markdown: { type: 'boolean', help: 'le tableau du README, en Markdown' },
  },
  async run(values) {
    if (values.json && values.markdown) throw new CommandError('--json ou --markdown : choisissez l’un des deux.')
    const rows = values.store === undefined ? coverage(founding()) : await established(values)
    print(values.json ? rows : values.markdown ? markdown(rows) : readable(rows))
    return undefined
  },
})

async function established(values: Parameters<typeof readConfig>[0]): Promise<CoverageRow[]> {
  const context = await openContext(
    readConfig(values),
    () => new Date(),
    (sentence) => process.stderr.write(`${sentence}\n`),
  )
  try {
    const studies = await studiesIn(context, null)
    const bar = progress('Calcul des résultats', studies.length)
    const findings = studies.flatMap((study, index) => {
      const { findings: own } = findingsOf(study)
      bar.step(index + 1)
      return own
    })
    bar.end()
    return coverage(
      studies.map(({ questionnaire }) => questionnaire),
      findings,
    )
  } finally {
    await context.close()
  }
}

function titleOf(objective: number): string {
  return objectives().find(({ number }) => number === objective)!.title
}

function readable(rows: CoverageRow[]): string {
  const lines = rows.flatMap((row) => [
    `${String(row.objective).padStart(2)}. ${titleOf(row.objective)}`,
    `    ${statusWords[row.status]} · questions ${row.questions} · indicateurs ${row.indicators} · résultats ${row.findings}`,
    `    ${row.why}`,
  ])
  return `${lines.join('\n')}\n`
}

function markdown(rows: CoverageRow[]): string {
  const lines = rows.map(
    (row) =>
      `| ${row.objective} | ${titleOf(row.objective)} | ${row.status} | ${row.questions} | ${row.indicators} | ${row.why} |`,
  )
  const head = [
    '| | Objective (as the plan words it) | Status | Questions | Indicators | Why |',
    '| --: | --- | --- | --: | --: | --- |',
  ]
  return `${[...head, ...lines].join('\n')}\n`
}
