/** `npm run coverage`: what stands under each objective of the plan, asked, counted, heard or registered. */
import { type CoveredObjective, withEvidence } from '../../analysis/evidence/asked.ts'
import { type EvidenceCounts, evidenceKinds, evidenceWords } from '../../analysis/evidence/item.ts'
import { coverage, coverageByQuestionnaire, type ServedBy, statusWords } from '../../analysis/findings/coverage.ts'
import { findingsOf } from '../../analysis/findings/findings.ts'
import { CommandError, command, print, progress } from '../../cli/command.ts'
import { objectives } from '../../surveys/authority/plan.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import { readConfig, storeOptions } from '../config.ts'
import { openExisting } from '../context.ts'
import { evidenceFor } from '../evidence/sources.ts'
import { studiesIn } from '../responses/studies.ts'

await command({
  name: 'coverage',
  summary:
    'Dit, pour chaque objectif du plan, ce que les questionnaires mesurent et quelles preuves il a. Sans --store ni --data : ce qui est prévu ; avec : ce qui est établi.',
  options: {
    ...storeOptions,
    json: { type: 'boolean', help: 'un seul document JSON' },
    'by-questionnaire': { type: 'boolean', help: 'pour chaque questionnaire livré, les objectifs qu’il sert' },
    markdown: { type: 'boolean', help: 'le tableau de docs/en/coverage.md, en Markdown' },
  },
  async run(values) {
    if (values.json && values.markdown) throw new CommandError('--json ou --markdown : choisissez l’un des deux.')
    if (values['by-questionnaire']) {
      const served = coverageByQuestionnaire(founding())
      print(values.json ? served : `${served.map(servedLine).join('\n')}\n`)
      return undefined
    }
    const isPlanned = values.store === undefined && values.data === undefined
    const rows = isPlanned ? withEvidence(coverage(founding()), []) : await established(values)
    print(values.json ? rows : values.markdown ? markdown(rows) : readable(rows))
    return undefined
  },
})

function servedLine({ questionnaire, objectives: served }: ServedBy): string {
  const counts = served.map(({ objective, indicators }) => `${objective} (${indicators})`)
  return `${questionnaire.padEnd(15)} ${served.length} objectifs, et le nombre d’indicateurs de chacun : ${counts.join(', ')}`
}

async function established(values: Parameters<typeof readConfig>[0]): Promise<CoveredObjective[]> {
  const context = await openExisting(readConfig(values))
  try {
    const studies = await studiesIn(context, null)
    const bar = progress('Calcul des résultats', studies.length)
    const findings = studies.flatMap((study, index) => {
      const { findings: own } = findingsOf(study)
      bar.step(index + 1)
      return own
    })
    bar.end()
    const rows = coverage(
      studies.map(({ questionnaire }) => questionnaire),
      findings,
    )
    return withEvidence(rows, await evidenceFor({ context, worksOn: () => true }))
  } finally {
    await context.close()
  }
}

function titleOf(objective: number): string {
  return objectives().find(({ number }) => number === objective)!.title
}

function countsText(evidence: EvidenceCounts): string {
  return evidenceKinds.map((kind) => `${evidenceWords[kind].name.toLowerCase()} ${evidence[kind]}`).join(' · ')
}

function hasNone({ evidence }: CoveredObjective): boolean {
  return evidenceKinds.every((kind) => evidence[kind] === 0)
}

function readable(rows: CoveredObjective[]): string {
  const lines = rows.flatMap((row) => [
    `${String(row.objective).padStart(2)}. ${titleOf(row.objective)}`,
    `    ${statusWords[row.status]} · questions ${row.questions} · indicateurs ${row.indicators} · résultats ${row.findings}`,
    `    preuves : ${countsText(row.evidence)}`,
    `    ${row.why}`,
  ])
  return `${[...lines, '', summary(rows)].join('\n')}\n`
}

function summary(rows: CoveredObjective[]): string {
  const without = rows.filter(hasNone).map(({ objective }) => objective)
  if (without.length === 0) return `Les ${rows.length} objectifs ont au moins une preuve.`
  if (without.length === rows.length) return `Aucun des ${rows.length} objectifs n’a encore de preuve.`
  const first = `${rows.length - without.length} objectifs sur ${rows.length} ont au moins une preuve.`
  return `${first} Sans preuve à ce jour : ${without.join(', ')}.`
}

function markdown(rows: CoveredObjective[]): string {
  const lines = rows.map(
    (row) =>
      `| ${row.objective} | ${titleOf(row.objective)} | ${row.status} | ${row.questions} | ${row.indicators} | ${evidenceKinds.map((kind) => row.evidence[kind]).join(' · ')} | ${row.why} |`,
  )
  const head = [
    '| | Objective (as the plan words it) | Status | Questions | Indicators | Asked · counted · heard · registered | Why |',
    '| --: | --- | --- | --: | --: | :-: | --- |',
  ]
  return `${[...head, ...lines].join('\n')}\n`
}
