/** The built pages in a folder of their own, and a real server that serves them with the founding questionnaires. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readResponses } from '../../api/responses/responses.ts'
import type { Response } from '../../surveys/answers/response.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import { aServer } from '../api/fixture.ts'

/** Copies the pages that `machine/pages.ts` built for this run. */
export const pagesInto = (folder: string) => cpSync(process.env.BUILT_PAGES!, folder, { recursive: true })

export async function aServedClient() {
  const client = mkdtempSync(join(tmpdir(), 'ctg-client-'))
  pagesInto(client)
  const server = await aServer({ client })
  await server.context.questionnaires.loadFounding(founding())
  return {
    ...server,
    client,
    /** Every response to a questionnaire, decrypted. */
    async responses(slug: string): Promise<Response[]> {
      const all: Response[] = []
      for await (const block of readResponses(server.context.store, server.context.keyring, slug)) all.push(...block)
      return all
    },
    /** Removes every response to a questionnaire, for the next test to find none. */
    async clear(slug: string) {
      const { responses } = server.context.store
      const ids: string[] = []
      for await (const block of responses.blocks(slug)) ids.push(...block.map(({ id }) => id))
      for (const id of ids) await responses.remove(id)
    },
    async discard() {
      await server.discard()
      rmSync(client, { recursive: true })
    },
  }
}
