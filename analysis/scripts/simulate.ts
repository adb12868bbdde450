/** `npm run simulate -- --replicates N`, or `--demo`: does the interval hold the truth as often as it says? */
import { CommandError, command, print, progress } from '../../cli/command.ts'
import { composedCoverage, demoTable, published, sharesCoverage } from './simulate/demo.ts'
import { simulate, tableOf } from './simulate/run.ts'

await command({
  name: 'simulate',
  summary: 'Mesure par simulation la couverture des intervalles et les fausses alertes des tests.',
  options: {
    replicates: {
      type: 'string',
      value: 'N',
      help: 'tirages par case (sinon 5000 ; avec --demo, échantillons, sinon 20)',
    },
    demo: { type: 'boolean', help: 'la population de la démonstration, indicateur par indicateur' },
    json: { type: 'boolean', help: 'un seul document JSON sur la sortie standard' },
  },
  async run(values) {
    const replicates = Number(values.replicates ?? (values.demo ? 20 : 5_000))
    if (!Number.isInteger(replicates) || replicates < 1)
      throw new CommandError('--replicates attend un nombre entier, par exemple 5000.')
    if (values.demo) return demo(replicates, values.json === true)
    const bar = progress('Simulation', 100)
    const simulation = simulate(replicates, (done, all) => bar.step((100 * done) / all))
    bar.end()
    print(values.json ? simulation : tableOf(simulation))
    for (const sentence of simulation.missed) process.stderr.write(`${sentence}\n`)
    return simulation.missed.length === 0 ? 0 : 1
  },
})

/** Every estimate of the demo against the truth of its population. */
function demo(samples: number, asJson: boolean): number {
  const sizes = { samples, people: 350, population: 20_000 }
  const bar = progress('Démonstration', 2 * published().length)
  let done = 0
  const rows = [sharesCoverage, composedCoverage].flatMap((coverage) =>
    published().map((questionnaire) => {
      const found = coverage(questionnaire, sizes)
      bar.step(++done)
      return found
    }),
  )
  bar.end()
  print(asJson ? { ...sizes, coverage: rows } : demoTable(rows))
  return rows.every(({ inside, intervals }) => inside / intervals >= 0.9) ? 0 : 1
}
