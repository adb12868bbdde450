/** `npm run reference -- DIR`: compares every computation with values computed by R, lpSolve and mpmath. */
import { existsSync } from 'node:fs'
import { CommandError, command, print, progress } from '../../cli/command.ts'
import { runFolder } from './reference/run.ts'

await command({
  name: 'reference',
  summary: 'Compare chaque calcul aux valeurs de référence du dossier (cases*.json et leurs CSV).',
  positionals: 'DOSSIER',
  options: { json: { type: 'boolean', help: 'un seul document JSON sur la sortie standard' } },
  async run(values, [folder]) {
    if (folder === undefined) throw new CommandError('Indiquez le dossier des cas : npm run reference -- DOSSIER')
    if (!existsSync(folder)) throw new CommandError(`Le dossier « ${folder} » n’existe pas.`)
    const bar = progress('Cas de référence', 100)
    const report = await runFolder(folder, (done, all) => bar.step((100 * done) / all)).catch((error: unknown) => {
      throw new CommandError(`Dossier illisible : ${(error as Error).message}`, { cause: error })
    })
    bar.end()
    if (values.json) print(report)
    else {
      print(`${report.cases} cas, ${report.passed} conformes, ${report.failed.length} en échec.\n`)
      if (report.refused.length > 0) print(`Dont ${report.refused.length} refusés à raison.\n`)
      for (const { id, why } of report.failed) print(`  ÉCHEC ${id} : ${why}\n`)
    }
    return report.failed.length === 0 ? 0 : 1
  },
})
