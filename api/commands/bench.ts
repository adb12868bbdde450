/** `npm run bench -- check intake`: measures, each beside what it is compared with, in one run. */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Benchmark, Figure } from '../../analysis/scripts/bench/benchmark.ts'
import { rake } from '../../analysis/scripts/bench/rake.ts'
import { tables } from '../../analysis/scripts/bench/tables.ts'
import { CommandError, command, print, progress } from '../../cli/command.ts'
import { type Fall, fallsSince } from './bench/against.ts'
import { burst } from './bench/burst.ts'
import { check } from './bench/check.ts'
import { explorer } from './bench/explorer.ts'
import { growth } from './bench/growth.ts'
import { intake } from './bench/intake.ts'
import { pages } from './bench/pages.ts'
import { publication } from './bench/publication.ts'
import { report } from './bench/report.ts'
import { recordedTable } from './bench/table.ts'

/** One file a benchmark, one row here. */
const benchmarks: readonly Benchmark[] = [
  check,
  intake,
  burst,
  growth,
  explorer,
  publication,
  tables,
  rake,
  report,
  pages,
]
const names = benchmarks.map(({ name }) => name)

await command({
  name: 'bench',
  summary: `Mesure la vitesse et la mémoire. Mesures : ${names.join(', ')} (toutes si aucune n’est nommée).`,
  positionals: '[MESURE…]',
  options: {
    against: {
      type: 'string',
      value: 'FICHIER',
      help: 'dit ce qui a perdu plus de 20 % depuis ce JSON d’une mesure d’avant',
    },
    largest: {
      type: 'string',
      value: 'N',
      help: 'réponses de la plus grande base de « growth » (100000 par défaut, 1000000 prend un quart d’heure)',
    },
    store: {
      type: 'string',
      value: 'URL',
      help: 'mongodb://… : « intake » écrit dans une base neuve de ce serveur, effacée ensuite, au lieu de SQLite',
    },
    short: { type: 'boolean', help: 'vérifie chaque résultat sur peu de données : les durées ne disent rien' },
    table: {
      type: 'boolean',
      help: 'ne mesure rien : écrit le tableau du README, fait des mesures gardées dans docs/en',
    },
    json: { type: 'boolean', help: 'un seul document JSON sur la sortie' },
  },
  async run(values, positionals) {
    if (values.table) {
      print(`${recordedTable()}\n`)
      return undefined
    }
    const unknown = positionals.filter((name) => !names.includes(name))
    if (unknown.length > 0)
      throw new CommandError(`Mesure inconnue : ${unknown.join(', ')}. Mesures possibles : ${names.join(', ')}.`)
    const before = typeof values.against === 'string' ? readBefore(values.against) : null
    const largest = Number(values.largest ?? 100_000)
    if (!Number.isInteger(largest) || largest < 10_000)
      throw new CommandError('--largest attend un nombre entier de réponses, 10000 au moins.')
    const store = typeof values.store === 'string' ? values.store : null
    if (store !== null && !/^mongodb(\+srv)?:\/\//.test(store))
      throw new CommandError('--store attend l’adresse d’un MongoDB : mongodb://serveur:27017/?replicaSet=nom.')
    const results: { name: string; title: string; figures: Figure[] }[] = []
    for (const { name, title, run } of benchmarks.filter(({ name }) => !positionals[0] || positionals.includes(name))) {
      const bar = progress(name, 100)
      const figures = await run((done) => bar.step(100 * done), { largest, store, isShort: values.short === true })
      bar.end()
      results.push({ name, title, figures })
    }
    const falls = before === null ? null : fallsSince(before, results)
    const document = { ...documentOf(results), ...(falls === null ? {} : { falls }) }
    print(values.json ? document : [...results.map(textOf), ...(falls === null ? [] : [saidOf(falls)])].join('\n'))
    return undefined
  },
})

/** @throws CommandError when it is not what this command printed */
function readBefore(file: string): unknown {
  try {
    const document = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof document?.machine === 'object') return document
  } catch {}
  throw new CommandError(`${file} n’est pas le résultat de « npm run bench -- --json » : donnez un fichier fait ainsi.`)
}

function saidOf(falls: Fall[]): string {
  if (falls.length === 0) return 'Rien n’a perdu plus de 20 % depuis la mesure d’avant.\n'
  const line = ({ benchmark, figure, before, now }: Fall) =>
    `  ${benchmark}, ${figure} : ${rounded(before)} avant, ${rounded(now)} maintenant`
  return `A perdu plus de 20 % depuis la mesure d’avant :\n${falls.map(line).join('\n')}\n`
}

type Result = { name: string; title: string; figures: Figure[] }

function documentOf(results: Result[]) {
  const machine = {
    node: process.version,
    system: process.platform,
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
  }
  const rows = results.map(({ name, title, figures }) => [
    name,
    {
      title,
      ...Object.fromEntries(figures.map(({ name, value }) => [name, Number.isFinite(value) ? rounded(value) : null])),
      units: Object.fromEntries(figures.map(({ name, unit }) => [name, unit])),
    },
  ])
  return { machine, ...Object.fromEntries(rows) }
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}

function textOf({ title, figures }: Result): string {
  const number = new Intl.NumberFormat('fr-FR', { maximumSignificantDigits: 3 })
  const lines = figures.map(({ title, value, unit }) => {
    const shown = Number.isFinite(value) ? `${number.format(value)} ${unit}` : 'inconnu'
    return `  ${title.padEnd(46)} ${shown.padStart(14)}`
  })
  return `${title}\n${lines.join('\n')}\n`
}
