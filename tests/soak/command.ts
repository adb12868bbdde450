/** `npm run soak`: kills servers under load as long as one wishes, and says PASS or FAIL. */
import { rmSync } from 'node:fs'
import { CommandError, command, progress } from '../../cli/command.ts'
import { aPlace } from '../api/fixture.ts'
import { verdict } from '../machine/verdict.ts'
import { startMongodb } from '../services/mongodb.ts'
import { startReplicaSet } from '../services/replica-set.ts'
import { numbersOf, soaked } from './soak.ts'

await command({
  name: 'soak',
  summary: 'Tue de vrais serveurs sous la charge, puis compare ce qu’ils ont promis et ce qui est enregistré.',
  options: {
    kills: { type: 'string', value: 'NOMBRE', default: '10', help: 'combien de fois le serveur est tué' },
    seconds: { type: 'string', value: 'SECONDES', default: '16', help: 'durée de service sous la charge, en tout' },
    rate: { type: 'string', value: 'NOMBRE', default: '150', help: 'réponses envoyées par seconde' },
    seed: { type: 'string', value: 'NOMBRE', help: 'graine des durées (sinon tirée au sort, et affichée)' },
    store: {
      type: 'string',
      value: 'ADRESSE',
      default: 'sqlite',
      help: 'sqlite, mongodb ou replica-set (ceux des tests), ou mongodb://… d’une base vide',
    },
  },
  async run(values) {
    const kills = countOf('kills', values.kills)
    const seconds = countOf('seconds', values.seconds)
    const rate = countOf('rate', values.rate)
    const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : countOf('seed', values.seed)
    const place = aPlace()
    const store = await storeOf(String(values.store))
    const bar = progress('soak', kills)
    try {
      const storeUrl = store.url ?? place.storeUrl
      const found = await soaked({ place: { ...place, storeUrl }, kills, seconds, rate, seed, onKill: bar.step })
      bar.end()
      if (verdict(`soak on ${store.name}`, found.isHeld, { ...numbersOf(kills, found), 'as seed': String(seed) })) {
        rmSync(place.folder, { recursive: true })
        return 0
      }
      process.stderr.write(`La base, le trousseau et le relevé restent dans ${place.folder}.\n`)
      return 1
    } finally {
      await store.stop()
    }
  },
})

function countOf(name: string, text: unknown): number {
  if (!/^\d{1,10}$/.test(String(text)) || Number(text) === 0)
    throw new CommandError(`--${name} attend un nombre entier, par exemple --${name} 10.`)
  return Number(text)
}

async function storeOf(text: string): Promise<{ name: string; url: string | null; stop(): Promise<void> }> {
  if (text === 'sqlite') return { name: 'SQLite', url: null, stop: async () => {} }
  if (/^mongodb(\+srv)?:\/\//.test(text)) return { name: 'MongoDB', url: text, stop: async () => {} }
  const base = `soak_${process.pid}`
  if (text === 'mongodb') {
    const server = await startMongodb()
    if (server) return { name: 'MongoDB', url: server.url + base, stop: server.stop }
  }
  if (text === 'replica-set') {
    const set = await startReplicaSet()
    if (set) return { name: 'a replica set of three', url: set.url(base), stop: set.stop }
  }
  throw new CommandError(
    '--store attend sqlite, mongodb, replica-set ou une adresse mongodb://… ; le serveur de base doit pouvoir démarrer ici.',
  )
}
