/** Measures how many responses a second the real intake makes durable, with 1, 16 and 64 clients of one server. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Benchmark, median } from '../../../analysis/scripts/bench/benchmark.ts'
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { openContext } from '../../context.ts'
import { forty, responseOfTurn } from './forty.ts'

const rounds = 3
const roundMs = 2_000
const clientCounts = [1, 16, 64]

export const intake: Benchmark = {
  name: 'intake',
  title: 'Fiches reçues et durables par seconde, par la vraie porte',
  async run(step) {
    const folder = mkdtempSync(join(tmpdir(), 'ctg-bench-'))
    const { url, pid, stop } = await served(folder)
    try {
      await pause(1_500)
      const idle = residentMb(pid)
      await load(url, 16, 500)
      const rates = new Map(clientCounts.map((clients) => [clients, [] as number[]]))
      const resident: number[] = []
      for (let round = 0; round < rounds; round++) {
        for (const [index, clients] of clientCounts.entries()) {
          rates.get(clients)!.push(await load(url, clients, roundMs))
          resident.push(residentMb(pid))
          step((round + (index + 1) / clientCounts.length) / rounds)
        }
      }
      const rate = (clients: number) => median(rates.get(clients)!)
      const groups = clientCounts.map((clients) => ({
        name: `sheetsPerSecond${clients}`,
        title: `${clients} client${clients > 1 ? 's' : ''}`,
        value: rate(clients),
        unit: '/s',
      }))
      return [
        ...groups,
        { name: 'ratio', title: 'validation groupée : 64 clients / 1 client', value: rate(64) / rate(1), unit: '×' },
        { name: 'idleMb', title: 'mémoire au repos', value: idle, unit: 'Mo' },
        { name: 'loadMb', title: 'mémoire sous charge, au plus', value: Math.max(...resident), unit: 'Mo' },
        { name: 'lastMb', title: 'mémoire au dernier relevé', value: resident.at(-1)!, unit: 'Mo' },
      ]
    } finally {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** A server process of its own on a store that holds the questionnaire of 40 questions. */
async function served(folder: string) {
  const [dataDir, keyringPath] = [join(folder, 'data'), join(folder, 'keyring.json')]
  const storeUrl = `sqlite:${join(dataDir, 'questionnaires.db')}`
  const context = await openContext({ storeUrl, keyringPath, standaloneAccepted: false }, () => new Date())
  await context.questionnaires.loadFounding([forty])
  await context.close()
  const command = join(import.meta.dirname, '../start.ts')
  const flags = [...process.execArgv, '--disable-proto=delete', '--max-semi-space-size=4', '--optimize-for-size']
  const options = [
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
  const child = spawn(process.execPath, [...flags, command, ...options], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (part) => {
      text += part
      const found = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(text)
      if (found) resolve(found[1]!)
    })
    ended.then(() => reject(new Error('the server of the benchmark did not start')))
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

/** Responses acknowledged per second by so many clients, each sending its next response once the last one is stored. */
async function load(url: string, clients: number, forMs: number): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients })
  const start = performance.now()
  let acknowledged = 0
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() - start < forMs) {
        const status = await put(url, agent, responseOfTurn(client + acknowledged))
        if (status !== 201) throw new Error(`a response of the benchmark was answered ${status}`)
        acknowledged++
      }
    }),
  )
  const elapsed = performance.now() - start
  agent.destroy()
  return (1_000 * acknowledged) / elapsed
}

function put(url: string, agent: http.Agent, sent: SentResponse): Promise<number> {
  const body = JSON.stringify(sent)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}/api/responses/${sent.id}`, { method: 'PUT', agent, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode!))
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
