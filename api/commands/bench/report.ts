/** A report from columns in memory to written documents, of four questionnaires: how its time and memory grow with the answers. */

import { tableOf } from '../../../analysis/columns/columns.ts'
import { assess, type CountedStudy } from '../../../analysis/findings/assessment.ts'
import { reportOf } from '../../../analysis/report/build.ts'
import { writeDocuments } from '../../../analysis/report/write-documents.ts'
import { writers } from '../../../analysis/report/writers.ts'
import { type Benchmark, type Spent, spentOn } from '../../../analysis/scripts/bench/benchmark.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { numberedResponse } from '../../../surveys/people/numbered.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { documentFonts } from '../../results/fonts.ts'

const slugs = ['familles', 'loisirs-sud', 'jeunes-11-15', 'jeunes-16-25']
const sizes = [20_000, 50_000, 100_000]
/** Different people drawn; beyond, the same answers come again under other ids. */
const drawn = 2_000

export const report: Benchmark = {
  name: 'report',
  title: `Des réponses en colonnes au rapport écrit, ${slugs.length} questionnaires`,
  async run(step) {
    const questionnaires = founding().flatMap((one) => (slugs.includes(one.slug) ? [materialise(one, {})] : []))
    const spent: { size: number; findings: Spent; documents: Spent; peak: number }[] = []
    for (const [at, size] of sizes.entries()) {
      const studies = questionnaires.map((questionnaire) => studyOf(questionnaire, size / slugs.length))
      globalThis.gc?.()
      spent.push({ size, ...(await reportOn(studies)), peak: process.resourceUsage().maxRSS / 1024 })
      step((at + 1) / sizes.length)
    }
    const [first, last] = [spent[0]!, spent.at(-1)!]
    return [
      ...spent.flatMap(({ size, findings, documents, peak }) => [
        { name: `seconds${size}`, title: `${size} réponses`, value: (findings.ms + documents.ms) / 1_000, unit: 's' },
        { name: `findingsCpu${size}`, title: '  processeur, résultats', value: findings.cpuMs / 1_000, unit: 's' },
        { name: `documentsCpu${size}`, title: '  processeur, documents', value: documents.cpuMs / 1_000, unit: 's' },
        { name: `peak${size}`, title: '  mémoire du processus, au plus', value: peak, unit: 'Mo' },
      ]),
      {
        name: 'ratio',
        title: `Processeur pour ${last.size / first.size} fois plus de réponses`,
        value: cpuOf(last) / cpuOf(first),
        unit: '×',
        isBetterSmall: true,
      },
    ]
  },
}

const cpuOf = ({ findings, documents }: { findings: Spent; documents: Spent }) => findings.cpuMs + documents.cpuMs

async function reportOn(studies: CountedStudy[]): Promise<{ findings: Spent; documents: Spent }> {
  const scope = { questionnaire: null, objective: null }
  const about = { place: 'Ici', date: '2026-05-31', demo: true, digest: '', scope, zones: provisionalZones() }
  const fonts = await documentFonts()
  const findings = await spentOn(() => assess(studies, about))
  const source = findings.made
  const wanted = writers.filter(({ onDemand }) => !onDemand)
  const documents = await spentOn(() =>
    writeDocuments(wanted, { source, report: reportOf(source), ...fonts }, () => {}),
  )
  return { findings, documents }
}

function studyOf(questionnaire: Questionnaire, people: number): CountedStudy {
  const random = seeded(1)
  const next = respondentsOf(questionnaire)
  const answers = Array.from({ length: Math.min(drawn, people) }, () => next(random).answers)
  const responses = Array.from({ length: people }, (_, row) =>
    numberedResponse(row, questionnaire, answers[row % answers.length]!),
  )
  return {
    questionnaire,
    table: tableOf(questionnaire, responses, { key: new Uint8Array(32), epoch: 0 }),
    trial: false,
    period: { from: '2026-03-02', to: '2026-03-02' },
    zones: provisionalZones(),
    responses: people,
  }
}
