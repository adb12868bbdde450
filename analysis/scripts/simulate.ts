/** `npm run simulate -- --replicates N`, `--demo` or `--published`: does the interval hold the truth as often as it says? */
import { CommandError, command, print, progress, say } from '../../cli/command.ts'
import { composedCoverage, demoTable, published, sharesCoverage } from './simulate/demo.ts'
import { coverageOf, isBiased, kinds, kindsTable, kindsText, listed, type Tally } from './simulate/kinds.ts'
import { countDoors, countPublished } from './simulate/published.ts'
import { doubtOf, simulate, tableOf } from './simulate/run.ts'
import { countScales } from './simulate/scales.ts'

/** Goal of 95 % intervals; a kind misses it when two standard errors do not explain why. */
const leastCoverage = 94

await command({
  name: 'simulate',
  summary: 'Mesure par simulation la couverture des intervalles et les fausses alertes des tests.',
  options: {
    replicates: {
      type: 'string',
      value: 'N',
      help: 'tirages par case (sinon 5000 ; avec --demo ou --published, échantillons, sinon 20)',
    },
    demo: { type: 'boolean', help: 'la population de la démonstration, indicateur par indicateur' },
    published: { type: 'boolean', help: 'les chiffres publiés, bruit et arrondi compris, une ligne par sorte' },
    markdown: { type: 'boolean', help: 'avec --published : le tableau de docs/en/disclosure.md' },
    json: { type: 'boolean', help: 'un seul document JSON sur la sortie standard' },
  },
  async run(values) {
    const replicates = Number(values.replicates ?? (values.demo || values.published ? 20 : 5_000))
    if (!Number.isInteger(replicates) || replicates < 1)
      throw new CommandError('--replicates attend un nombre entier, par exemple 5000.')
    if (values.published) return kindByKind(replicates, values.json === true, values.markdown === true)
    if (values.demo) return demo(replicates, values.json === true)
    const bar = progress('Simulation', 100)
    const simulation = simulate(replicates, (done, all) => bar.step((100 * done) / all))
    bar.end()
    print(values.json ? simulation : tableOf(simulation))
    for (const sentence of simulation.missed) say(sentence)
    const doubt = simulation.missed.length > 0 ? doubtOf(replicates) : null
    if (doubt) say(doubt)
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

/** Samples of two sizes of each questionnaire; of scales, fifty times as many. */
function kindByKind(samples: number, asJson: boolean, asMarkdown: boolean): number {
  const [sizes, population, times] = [[300, 1_200], 60_000, 50]
  const all = published()
  const bar = progress('Chiffres publiés', sizes.length * (all.length + 1))
  const tally: Tally = new Map()
  let done = 0
  for (const people of sizes) {
    for (const questionnaire of all) {
      countPublished(questionnaire, { samples, people, population }, tally)
      countDoors(questionnaire, { samples, people, population }, tally)
      bar.step(++done)
    }
    countScales({ samples: samples * times, people }, tally)
    bar.step(++done)
  }
  bar.end()
  const rows = listed(tally)
  const document = { samples, sizes, population, scales: samples * times, kinds: rows }
  print(asJson ? document : asMarkdown ? kindsTable(rows) : kindsText(rows))
  const low = rows.filter((row) => !isBiased(row.kind) && coverageOf(row) + 2 * row.error < leastCoverage)
  for (const row of low) process.stderr.write(`Couverture trop basse : ${kinds[row.kind][0]}.\n`)
  return low.length === 0 ? 0 : 1
}
