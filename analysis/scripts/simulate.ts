/** `npm run simulate -- --replicates N`: does the interval hold the truth as often as it says? */
import { CommandError, command, print, progress } from './command.ts'
import { simulate, tableOf } from './simulate/run.ts'

await command({
  name: 'simulate',
  summary: 'Mesure par simulation la couverture des intervalles et les fausses alertes des tests.',
  options: {
    replicates: { type: 'string', value: 'N', default: '5000', help: 'tirages par case' },
    json: { type: 'boolean', help: 'un seul document JSON sur la sortie standard' },
  },
  async run(values) {
    const replicates = Number(values.replicates)
    if (!Number.isInteger(replicates) || replicates < 1)
      throw new CommandError('--replicates attend un nombre entier, par exemple 5000.')
    const bar = progress('Simulation', 100)
    const simulation = simulate(replicates, (done, all) => bar.step((100 * done) / all))
    bar.end()
    print(values.json ? simulation : tableOf(simulation))
    for (const sentence of simulation.missed) process.stderr.write(`${sentence}\n`)
    return simulation.missed.length === 0 ? 0 : 1
  },
})
