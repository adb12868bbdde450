/** A replica set of one `mongod`, for what is built on the store; `replica-set.ts` has three, and their network. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { directly, ended, memberOn, mongodFile, primaryOf, setName } from './mongod.ts'
import { freePort } from './ports.ts'

export type Server = {
  /** Ends with a slash: a test adds the name of its base. */
  url: string
  port: number
  folder: string
  stop(): Promise<void>
  /** As a power cut would; the folder stays. */
  kill(): Promise<void>
}

/** Starts it (again, with the port and folder of an earlier one); null, said in capitals, where no mongod can be had. */
export async function startMongodb(earlier?: Pick<Server, 'port' | 'folder'>): Promise<Server | null> {
  const file = mongodFile()
  if (!file) return null
  const folder = earlier?.folder ?? mkdtempSync(join(tmpdir(), 'ctg-mongodb-'))
  const port = earlier?.port ?? (await freePort())
  const child = await memberOn(file, folder, port)
  const config = { _id: setName, members: [{ _id: 0, host: `127.0.0.1:${port}` }] }
  if (!earlier) await directly(port, (client) => client.db('admin').command({ replSetInitiate: config }))
  await primaryOf([{ port }])
  return {
    url: `mongodb://127.0.0.1:${port}/`,
    port,
    folder,
    async stop() {
      await ended(child)
      rmSync(folder, { recursive: true, force: true })
    },
    kill: () => ended(child),
  }
}
