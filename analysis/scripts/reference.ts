/** `npm run reference -- DIR`: compares the product's computations with values computed by R and mpmath. */
import { existsSync } from 'node:fs'
import { CommandError, command, print, progress } from '../../cli/command.ts'
import { type Report, runFolder } from './reference/run.ts'

await command({
  name: 'reference',
  summary: 'Compare chaque calcul aux valeurs de référence du dossier (cases*.json et leurs CSV).',
  positionals: 'DOSSIER',
  options: { json: { type: 'boolean', help: 'un seul document JSON sur la sortie standard' } },
  async run(values, [folder]) {
    if (folder === undefined) throw new CommandError('Indiquez le dossier des cas : npm run reference -- DOSSIER')
    if (!existsSync(folder)) throw new CommandError(`Le dossier « ${folder} » n’existe pas.`)
    const bar = progress('Cas de référence', 100)
    const report = read(folder, (done, all) => bar.step((100 * done) / all))
    bar.end()
    if (values.json) print(report)
    else {
      print(`${report.cases} cas, ${report.passed} conformes, ${report.failed.length} en échec.\n`)
      if (report.refused.length > 0) print(`Dont ${report.refused.length} refusés à raison.\n`)
      if (report.skipped.length > 0) print(`skipped (${report.skipped.length}) : ${report.skipped.join(', ')}\n`)
      for (const { id, why } of report.failed) print(`  ÉCHEC ${id} : ${why}\n`)
    }
    return report.failed.length === 0 ? 0 : 1
  },
})

function read(folder: string, step: (done: number, all: number) => void): Report {
  try {
    return runFolder(folder, step)
  } catch (error) {
    throw new CommandError(`Dossier illisible : ${(error as Error).message}`, { cause: error })
  }
}
