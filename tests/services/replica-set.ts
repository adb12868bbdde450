/**
 * A real MongoDB replica set of three members on this machine, wherever a `mongod` is found. Each member is reached through a proxy
 * of its own, by the driver and by the other members alike, so that a test can cut one off the network.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { mongodFile, small } from './mongod.ts'
import { freePort, reachable } from './ports.ts'
import { type TcpProxy, tcpProxy } from './tcp-proxy.ts'

type Member = { port: number; proxy: TcpProxy; child: ChildProcess }
export type ReplicaSet = {
  /** The address of a base of the set. */
  url(base: string): string
  primary(): Promise<Member>
  /** Asks the primary to step down, as an operator does for maintenance. */
  stepDown(): Promise<void>
  members: Member[]
  stop(): Promise<void>
}

const setName = 'essai'
/** How often a primary is asked to step down before the refusal counts. */
const stepDowns = 6

/** Starts the set and waits for its primary; null, said in capitals, where no mongod can be had. */
export async function startReplicaSet(): Promise<ReplicaSet | null> {
  const file = mongodFile()
  if (!file) {
    process.stderr.write('\n*** NO REPLICA SET WAS TESTED: no mongod in MONGOD, on PATH or to be fetched ***\n\n')
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'ctg-replica-set-'))
  const members = await Promise.all([1, 2, 3].map((number) => memberOf(file, join(folder, String(number)))))
  const direct = <T>(member: Member, ask: (client: MongoClient) => Promise<T>) => asked(member.port, ask)
  // soon, and yet late enough for three servers on a machine that does much else
  const settings = { electionTimeoutMillis: 3_000, heartbeatIntervalMillis: 500, heartbeatTimeoutSecs: 5 }
  const hosts = members.map(({ proxy }) => `127.0.0.1:${proxy.port}`)
  const config = { _id: setName, settings, members: hosts.map((host, _id) => ({ _id, host })) }
  await direct(members[0]!, (client) => client.db('admin').command({ replSetInitiate: config }))

  async function primary(): Promise<Member> {
    const until = Date.now() + 60_000
    while (Date.now() < until) {
      for (const member of members) {
        const said = await direct(member, (client) => client.db('admin').command({ hello: 1 })).catch(() => null)
        if (said?.isWritablePrimary) return member
      }
      await pause(100)
    }
    throw new Error('the replica set has no primary')
  }
  await primary()
  return {
    url: (base) => `mongodb://${hosts.join(',')}/${base}?replicaSet=${setName}`,
    primary,
    async stepDown() {
      const command = { replSetStepDown: 10, secondaryCatchUpPeriodSecs: 5 }
      const asked = async () => direct(await primary(), (client) => client.db('admin').command(command))
      // refused while no secondary has caught up, and by a primary that has just ceased to be one
      for (let attempt = 1; attempt < stepDowns; attempt++) if (await asked().then(Boolean, () => false)) return
      await asked()
    },
    members,
    async stop() {
      await Promise.all(members.map(({ proxy }) => proxy.close()))
      await Promise.all(members.map(({ child }) => ended(child)))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function memberOf(file: string, folder: string): Promise<Member> {
  mkdirSync(folder)
  const port = await freePort()
  const own = ['--replSet', setName, '--oplogSize', '100', ...small]
  const args = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', ...own]
  const child = spawn(file, args, { stdio: 'ignore', cwd: folder })
  const until = Date.now() + 30_000
  while (!(await reachable(port))) {
    if (child.exitCode !== null || Date.now() > until) throw new Error('a member of the replica set did not start')
    await pause(50)
  }
  return { port, proxy: await tcpProxy(port), child }
}

async function asked<T>(port: number, ask: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 2_000,
  })
  try {
    return await ask(client)
  } finally {
    await client.close()
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const end = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGCONT')
  child.kill('SIGKILL')
  await end
}
