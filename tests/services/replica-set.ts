/**
 * A real MongoDB replica set of three members on this machine, wherever a `mongod` is found. Each member is reached through a proxy
 * of its own, by the driver and by the other members alike, so that a test can cut one off the network.
 */
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { directly, ended, memberOn, mongodFile, primaryOf, setName } from './mongod.ts'
import { freePort } from './ports.ts'
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

/** How often a primary is asked to step down before the refusal counts. */
const stepDowns = 6

/** Starts the set and waits for its primary; null, said in capitals, where no mongod can be had. */
export async function startReplicaSet(): Promise<ReplicaSet | null> {
  const file = mongodFile()
  if (!file) return null
  const folder = mkdtempSync(join(tmpdir(), 'ctg-replica-set-'))
  const members = await Promise.all([1, 2, 3].map((number) => memberOf(file, join(folder, String(number)))))
  // soon, and yet late enough for three servers on a machine that does much else
  const settings = { electionTimeoutMillis: 3_000, heartbeatIntervalMillis: 500, heartbeatTimeoutSecs: 5 }
  const hosts = members.map(({ proxy }) => `127.0.0.1:${proxy.port}`)
  const config = { _id: setName, settings, members: hosts.map((host, _id) => ({ _id, host })) }
  await directly(members[0]!.port, (client) => client.db('admin').command({ replSetInitiate: config }))

  const primary = () => primaryOf(members)
  await primary()
  return {
    url: (base) => `mongodb://${hosts.join(',')}/${base}?replicaSet=${setName}`,
    primary,
    async stepDown() {
      const command = { replSetStepDown: 10, secondaryCatchUpPeriodSecs: 5 }
      const asked = async () => directly((await primary()).port, (client) => client.db('admin').command(command))
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
  const port = await freePort()
  const child = await memberOn(file, folder, port)
  return { port, proxy: await tcpProxy(port), child }
}
