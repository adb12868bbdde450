/** A leaflet goes out: so many people open the questionnaire within a minute, so many send it within ten seconds; is everything stored, and how long does each wait? */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Benchmark } from '../../../analysis/scripts/bench/benchmark.ts'
import { openContext } from '../../context.ts'
import { forty, responseOfTurn } from './forty.ts'
import { p99Of, product, put } from './intake.ts'

/** People, and the time within which they come. */
const crowd = { opening: { people: 2_000, withinMs: 60_000 }, sending: { people: 500, withinMs: 10_000 } }
const few = { opening: { people: 40, withinMs: 400 }, sending: { people: 40, withinMs: 400 } }

export const burst: Benchmark = {
  name: 'burst',
  title: 'Deux mille personnes ouvrent en une minute, cinq cents envoient en dix secondes',
  async run(step, { isShort }) {
    const { opening, sending } = isShort ? few : crowd
    const folder = mkdtempSync(join(tmpdir(), 'ctg-bench-'))
    const agent = new http.Agent({ keepAlive: true })
    try {
      const { url, stop } = await product(folder)
      let waits: { opened: number[]; sent: number[] }
      try {
        const opened = await spread(opening, () => open(`${url}/api/questionnaires/${forty.slug}`, agent))
        step(0.8)
        waits = { opened, sent: await spread(sending, (turn) => put(url, agent, responseOfTurn(turn))) }
      } finally {
        agent.destroy()
        await stop()
      }
      await checkStored(folder, sending.people)
      return [
        { name: 'openP99Ms', title: 'ouvrir, 99 % en moins de', value: p99Of(waits.opened), unit: 'ms' },
        { name: 'sendP99Ms', title: 'envoyer, 99 % en moins de', value: p99Of(waits.sent), unit: 'ms' },
        {
          name: 'stored',
          title: 'fiches acquittées, toutes relues',
          value: sending.people,
          unit: '',
          isBetterSmall: false,
        },
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Each comes at its own moment, whether or not the ones before are served. @returns how long each waited, in milliseconds */
async function spread({ people, withinMs }: (typeof crowd)['opening'], work: (turn: number) => Promise<void>) {
  return Promise.all(
    Array.from({ length: people }, async (_, turn) => {
      await pause((withinMs * turn) / people)
      const start = performance.now()
      await work(turn)
      return performance.now() - start
    }),
  )
}

async function open(url: string, agent: http.Agent): Promise<void> {
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get(url, { agent }, resolve).once('error', reject)
  })
  response.resume()
  await once(response, 'end')
  if (response.statusCode !== 200) throw new Error(`the questionnaire was answered ${response.statusCode}`)
}

async function checkStored(folder: string, people: number): Promise<void> {
  const storeUrl = `sqlite:${join(folder, 'data', 'questionnaires.db')}`
  const keyringPath = join(folder, 'keyring.json')
  const { store, close } = await openContext({ storeUrl, keyringPath }, () => new Date())
  const stored = await store.responses.count(forty.slug)
  await close()
  if (stored !== people) throw new Error(`${stored} responses are stored where ${people} were acknowledged`)
}
