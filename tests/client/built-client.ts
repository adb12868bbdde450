/** The client built into a folder of its own, and a real server that serves it with the founding questionnaires. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { readResponses } from '../../api/responses.ts'
import { founding } from '../../surveys/founding.ts'
import type { Response } from '../../surveys/response.ts'
import { aServer } from '../api/fixture.ts'

const configFile = resolve(import.meta.dirname, '../../vite.config.ts')

export async function aServedClient() {
  const client = mkdtempSync(join(tmpdir(), 'ctg-client-'))
  await build({
    configFile,
    root: resolve(import.meta.dirname, '../../client'),
    logLevel: 'silent',
    // vitest names its own environment, which would bundle the development build of React
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: { outDir: client, emptyOutDir: true, reportCompressedSize: false },
  })
  const server = await aServer({ client })
  await server.house.questionnaires.loadFounding(founding)
  return {
    ...server,
    client,
    /** Everything kept under a questionnaire, opened. */
    async kept(slug: string): Promise<Response[]> {
      const all: Response[] = []
      for await (const block of readResponses(server.house.store, server.house.keyring, slug)) all.push(...block)
      return all
    },
    async discard() {
      await server.discard()
      rmSync(client, { recursive: true })
    },
  }
}
