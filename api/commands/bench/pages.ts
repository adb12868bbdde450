/** What a phone fetches to its first question, and how long it waits, beside a page of survey-react-ui alone. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Benchmark } from '../../../analysis/scripts/bench/benchmark.ts'

/** In a process of its own: a browser and the tools of the tests, which the api knows nothing of. */
const measure = join(import.meta.dirname, '../../../tests/client/pages/bench.ts')

export const pages: Benchmark = {
  name: 'pages',
  title: 'Du lien à la première question, sur un téléphone : réseau et processeur ralentis (4G lente, 4 ×)',
  async run(step) {
    step(0)
    const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, measure])
    const found = JSON.parse(stdout) as Record<string, number>
    const of = (name: string) => found[name]!
    return [
      { name: 'kilobytes', title: 'reçus, en-têtes compris', value: of('bytes') / 1_000, unit: 'Ko' },
      { name: 'requests', title: 'requêtes', value: of('requests'), unit: '' },
      { name: 'aloneKilobytes', title: 'survey-react-ui seul', value: of('aloneBytes') / 1_000, unit: 'Ko' },
      {
        name: 'ratio',
        title: 'les nôtres / survey-react-ui seul',
        value: of('bytes') / of('aloneBytes'),
        unit: '×',
        isBetterSmall: true,
      },
      { name: 'noticeSeconds', title: 'première visite : la notice', value: of('noticeMs') / 1_000, unit: 's' },
      { name: 'questionSeconds', title: 'la première question', value: of('questionMs') / 1_000, unit: 's' },
      { name: 'againKilobytes', title: 'visite suivante, reçus', value: of('againBytes') / 1_000, unit: 'Ko' },
      { name: 'againSeconds', title: 'la question laissée', value: of('againMs') / 1_000, unit: 's' },
    ]
  },
}
