/** The client built into a folder of its own, and a real server that serves it with the founding questionnaires. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readResponses } from '../../api/responses/responses.ts'
import type { Response } from '../../surveys/answers/response.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import { aServer } from '../api/fixture.ts'

const root = resolve(import.meta.dirname, '../..')

/** In a process of its own: vitest names its environment, which would bundle the development build of React. */
export function build(folder: string) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'pipe',
  })
}

export async function aServedClient() {
  const client = mkdtempSync(join(tmpdir(), 'ctg-client-'))
  build(client)
  const server = await aServer({ client })
  await server.context.questionnaires.loadFounding(founding)
  return {
    ...server,
    client,
    /** Everything kept under a questionnaire, opened. */
    async kept(slug: string): Promise<Response[]> {
      const all: Response[] = []
      for await (const block of readResponses(server.context.store, server.context.keyring, slug)) all.push(...block)
      return all
    },
    async discard() {
      await server.discard()
      rmSync(client, { recursive: true })
    },
  }
}
