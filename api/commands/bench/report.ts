/** The four questionnaires from answers to findings, protected: how the time grows with the answers. */

import { tableOf } from '../../../analysis/columns/columns.ts'
import { assessStudy } from '../../../analysis/findings/assessment.ts'
import type { Benchmark } from '../../../analysis/scripts/bench/benchmark.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { numberedResponse } from '../../../surveys/people/numbered.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

const [few, many] = [500, 2_000]
const questionnaires = founding().map((one) => materialise(one, {}))

export const report: Benchmark = {
  name: 'report',
  title: `Des réponses aux résultats protégés, ${questionnaires.length} questionnaires`,
  async run(step) {
    const seconds = { few: 0, many: 0 }
    let done = 0
    for (const questionnaire of questionnaires)
      for (const size of ['few', 'many'] as const) {
        const study = studyOf(questionnaire, size === 'few' ? few : many)
        const start = performance.now()
        assessStudy(study)
        seconds[size] += (performance.now() - start) / 1000
        step(++done / (2 * questionnaires.length))
      }
    return [
      { name: 'fewSeconds', title: `${few} réponses à chacun`, value: seconds.few, unit: 's' },
      { name: 'manySeconds', title: `${many} réponses à chacun`, value: seconds.many, unit: 's' },
      {
        name: 'ratio',
        title: `temps pour ${many / few} fois plus de réponses`,
        value: seconds.many / seconds.few,
        unit: '×',
        isBetterSmall: true,
      },
    ]
  },
}

function studyOf(questionnaire: Questionnaire, people: number) {
  const random = seeded(1)
  const next = respondentsOf(questionnaire)
  const responses = Array.from({ length: people }, (_, row) =>
    numberedResponse(row, questionnaire, next(random).answers),
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
