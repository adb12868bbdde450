/** Measures how many responses a second the real intake makes durable, beside an Express server that only echoes and one that only stores. */
import { spawn } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Benchmark, median } from '../../../analysis/scripts/bench/benchmark.ts'
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { openContext } from '../../context.ts'
import { forty, responseOfTurn } from './forty.ts'

/** Rounds and milliseconds of each; the short form only sees that everything is stored. */
const full = { rounds: 5, roundMs: 1_500, warmMs: 1_000 }
const short = { rounds: 1, roundMs: 150, warmMs: 100 }
const clientCounts = [1, 64] as const
const kinds = ['echo', 'bare', 'product'] as const
/** What a process of the server is started with by `run.mjs`. */
const serverFlags = ['--disable-proto=delete', '--max-semi-space-size=8']
/** Linux counts the time of a process in hundredths of a second. */
const tickMs = 10

type Round = { rate: number; p99: number; cpuMs: number }

export const intake: Benchmark = {
  name: 'intake',
  title: 'Fiches reçues et durables par seconde, par la vraie porte',
  async run(step, { store, isShort }) {
    const { rounds, roundMs, warmMs } = isShort ? short : full
    const folder = mkdtempSync(join(tmpdir(), 'ctg-bench-'))
    const base = store === null ? null : await ownBase(store)
    const servers = new Map<string, Served>()
    try {
      for (const kind of kinds)
        servers.set(
          kind,
          await (kind === 'product' ? product(folder, base?.url) : yardstick(kind, base?.url ?? folder)),
        )
      if (base) servers.set('second', await again(folder, base.url))
      await pause(roundMs)
      const { pid } = servers.get('product')!
      const idle = residentMb(pid)
      for (const { url, pid } of servers.values()) await load(url, pid, 16, warmMs)
      const found = new Map<string, Round[]>()
      const resident: number[] = []
      for (let round = 0; round < rounds; round++) {
        for (const clients of clientCounts) {
          // one after the other, so that whatever else the machine does weighs on all three
          for (const kind of kinds) {
            const { url, pid } = servers.get(kind)!
            const name = `${kind}${clients}`
            found.set(name, [...(found.get(name) ?? []), await load(url, pid, clients, roundMs)])
          }
          resident.push(residentMb(pid))
        }
        if (base) {
          const both = [servers.get('product')!, servers.get('second')!]
          const halves = await Promise.all(both.map(({ url, pid }) => load(url, pid, 32, roundMs)))
          found.set('both', [...(found.get('both') ?? []), halves.reduce(together)])
        }
        step((round + 1) / rounds)
      }
      const of = (kind: string, clients: number, figure: keyof Round) =>
        median(found.get(`${kind}${clients}`)!.map((each) => each[figure]))
      const rows = clientCounts.flatMap((clients) => {
        const many = `${clients} client${clients > 1 ? 's' : ''}`
        const rate = (kind: string) => of(kind, clients, 'rate')
        return [
          { name: `sheetsPerSecond${clients}`, title: many, value: rate('product'), unit: '/s' },
          {
            name: `echoRatio${clients}`,
            title: `${many}, à côté d’un simple écho`,
            value: rate('product') / rate('echo'),
            unit: '×',
          },
          {
            name: `bareRatio${clients}`,
            title: `${many}, à côté d’une simple base`,
            value: rate('product') / rate('bare'),
            unit: '×',
          },
          ...kinds.map((kind) => ({
            name: `p99Ms${title(kind)}${clients}`,
            title: `${many}, 99 % en moins de (${french[kind]})`,
            value: of(kind, clients, 'p99'),
            unit: 'ms',
          })),
          ...kinds.map((kind) => ({
            name: `cpuMs${kind === 'product' ? '' : title(kind)}${clients}`,
            title: `${many}, processeur par fiche (${french[kind]})`,
            value: of(kind, clients, 'cpuMs'),
            unit: 'ms',
          })),
        ]
      })
      const both = found.get('both')?.map(({ rate }) => rate)
      return [
        ...rows,
        ...(both
          ? [
              {
                name: 'twoInstancesRatio',
                title: '64 clients, deux instances à côté d’une',
                value: median(both) / of('product', 64, 'rate'),
                unit: '×',
              },
            ]
          : []),
        { name: 'idleMb', title: 'mémoire au repos', value: idle, unit: 'Mo' },
        { name: 'loadMb', title: 'mémoire sous charge, au plus', value: Math.max(...resident), unit: 'Mo' },
        { name: 'lastMb', title: 'mémoire au dernier relevé', value: resident.at(-1)!, unit: 'Mo' },
      ]
    } finally {
      for (const { stop } of servers.values()) await stop()
      await base?.drop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const title = (kind: string) => kind[0]!.toUpperCase() + kind.slice(1)
const french = { echo: 'écho', bare: 'base seule', product: 'produit' }

type Served = { url: string; pid: number; stop(): Promise<void> }

/** What two servers took at the same time. */
const together = (one: Round, other: Round): Round => ({
  rate: one.rate + other.rate,
  p99: Math.max(one.p99, other.p99),
  cpuMs: (one.cpuMs + other.cpuMs) / 2,
})

/** A base of its own on a server, and how it goes. */
async function ownBase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const url = new URL(server)
  url.pathname = `/ctg-bench-${randomUUID().slice(0, 8)}`
  return {
    url: url.href,
    async drop() {
      const { MongoClient } = await import('mongodb')
      const client = await MongoClient.connect(url.href)
      await client.db().dropDatabase()
      await client.close()
    },
  }
}

/** @param place folder of the SQLite file of `bare`, or the address of its base */
const yardstick = (kind: 'echo' | 'bare', place: string) =>
  started([...process.execArgv, join(import.meta.dirname, 'yardstick.ts'), kind, place])

/** The product on a store that holds the questionnaire of 40 questions. */
export async function product(folder: string, storeUrl = `sqlite:${join(folder, 'data', 'questionnaires.db')}`) {
  const keyringPath = join(folder, 'keyring.json')
  const context = await openContext({ storeUrl, keyringPath }, () => new Date())
  await context.questionnaires.loadFounding([forty])
  await context.close()
  return again(folder, storeUrl)
}

/** A process on the store that `product` made. */
function again(folder: string, storeUrl: string): Promise<Served> {
  const [dataDir, keyringPath] = [join(folder, 'data'), join(folder, 'keyring.json')]
  const command = join(import.meta.dirname, '../start.ts')
  const places = [
    '--data',
    dataDir,
    '--keyring',
    keyringPath,
    '--store',
    storeUrl,
    '--port',
    '0',
    '--host',
    '127.0.0.1',
  ]
  return started([...process.execArgv, ...serverFlags, command, ...places])
}

/** A server process, once it has printed where it listens. */
async function started(args: string[]): Promise<Served> {
  const env = { ...process.env, TRUST_PROXY: '1' }
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'], env })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (part) => {
      text += part
      const found = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(text)
      if (found) resolve(found[1]!)
    })
    ended.then(() => reject(new Error('a server of the benchmark did not start')))
  })
  return {
    url,
    pid: child.pid!,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** So many clients, each sending its next response once the last one is stored. */
async function load(url: string, pid: number, clients: number, forMs: number): Promise<Round> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients })
  const [start, cpuBefore] = [performance.now(), cpuMs(pid)]
  const taken: number[] = []
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() - start < forMs) {
        const sent = performance.now()
        await put(url, agent, responseOfTurn(client + taken.length))
        taken.push(performance.now() - sent)
      }
    }),
  )
  const elapsed = performance.now() - start
  agent.destroy()
  return {
    rate: (1_000 * taken.length) / elapsed,
    p99: p99Of(taken),
    cpuMs: (cpuMs(pid) - cpuBefore) / taken.length,
  }
}

/** Processor time of a process since it began, threads included; NaN where the system does not report it this way. */
function cpuMs(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  const [user, system] = readFileSync(file, 'utf8').split(') ')[1]!.split(' ').slice(11, 13).map(Number)
  return (user! + system!) * tickMs
}

/** What 99 of 100 values are under. */
export const p99Of = (values: number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(0.99 * values.length)]!

/** Resolves once the response is stored. @throws Error for any other answer */
export function put(url: string, agent: http.Agent, sent: SentResponse): Promise<void> {
  const body = JSON.stringify(sent)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    // everybody from an address of their own: a crowd at one address would be flagged, which is another cost
    'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
  }
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}/api/responses/${sent.id}`, { method: 'PUT', agent, headers }, (response) => {
      const { statusCode } = response.resume()
      response.once('end', () =>
        statusCode === 201 ? resolve() : reject(new Error(`a response of the benchmark was answered ${statusCode}`)),
      )
    })
    request.once('error', reject).end(body)
  })
}

/** Resident memory of a process in MB (10⁶ bytes); NaN where the system does not report it this way. */
function residentMb(pid: number): number {
  const file = `/proc/${pid}/status`
  const found = existsSync(file) ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(file, 'utf8')) : null
  return found ? (Number(found[1]) * 1_024) / 1e6 : Number.NaN
}
