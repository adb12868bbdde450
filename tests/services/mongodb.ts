/**
 * A lone server that speaks the MongoDB protocol, for the tests: FerretDB, built once from its Go module into a cache outside the
 * tree; mongo-java-server; or `mongod`. The store itself is tested on the humblest, since what works there works on MongoDB, which
 * replica-set.ts starts; what is built on the store, on the lightest. Each start has its own port and folder.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cache } from './cache.ts'
import { ferretdb, mayHaveFerretdb, onPath } from './ferretdb.ts'
import { javaServer } from './mongo-java-server.ts'
import { mongodFile, small } from './mongod.ts'
import { freePort, reachable } from './ports.ts'

export type Program = { name: string; file: string; args(port: number, folder: string): string[] }
export type Server = {
  name: string
  /** Ends with a slash: a test adds the name of its base. */
  url: string
  port: number
  folder: string
  stop(): Promise<void>
  /** As a power cut would; the folder stays. */
  kill(): Promise<void>
}

/** True when a server is there or its maker is; says nothing of the network it may need the first time. */
export const mayStartMongodb = (): boolean =>
  mayHaveFerretdb(cache) || onPath('java') !== null || onPath('mongod') !== null

/** The program with the least of MongoDB that this machine has, or can build or fetch: once, into the cache. */
export const humblest = async (): Promise<Program | null> => ferretdb(cache) ?? (await javaServer(cache)) ?? mongod()

/** `mongod` where it is: a tenth of the processor for the same requests. */
export const lightest = async (): Promise<Program | null> => mongod() ?? (await humblest())

type Start = Partial<Pick<Server, 'port' | 'folder'>> & { program?: () => Promise<Program | null> }

/** Starts a server (again, with the port and folder of an earlier one), or says in capitals that there is none; under CI that is a failure. */
export async function startMongodb({ program: ask = humblest, ...earlier }: Start = {}): Promise<Server | null> {
  const program = await ask()
  if (!program) return missing()
  const folder = earlier.folder ?? mkdtempSync(join(tmpdir(), 'ctg-mongodb-'))
  const port = earlier.port ?? (await freePort())
  const child = spawn(program.file, program.args(port, folder), { stdio: 'ignore', cwd: folder })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await answering(port, child)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return {
    name: program.name,
    url: `mongodb://127.0.0.1:${port}/`,
    port,
    folder,
    async stop() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
    kill: () => end('SIGKILL'),
  }
}

function missing(): null {
  const message = 'MONGODB WAS NOT TESTED: FerretDB could not be built, no Java server, no mongod either'
  if (process.env.CI) throw new Error(message)
  process.stderr.write(`\n*** ${message} ***\n\n`)
  return null
}

function mongod(): Program | null {
  const file = mongodFile()
  if (!file) return null
  const at = ['--bind_ip', '127.0.0.1', ...small]
  const args = (port: number, folder: string) => ['--dbpath', folder, '--port', String(port), ...at]
  return { name: 'mongod', file, args }
}

async function answering(port: number, child: ChildProcess) {
  const until = Date.now() + 30_000
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the MongoDB-protocol server stopped with code ${child.exitCode}`)
    if (await reachable(port)) return
    await pause(50)
  }
  child.kill('SIGKILL')
  throw new Error('the MongoDB-protocol server did not answer within 30 s')
}
