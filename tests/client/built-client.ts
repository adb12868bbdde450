/** The built pages, and a real server that serves them with the founding questionnaires. */
import { readResponses } from '../../api/responses/responses.ts'
import { collections } from '../../api/store/collections.ts'
import type { Response } from '../../surveys/answers/response.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import { aServer } from '../api/fixture.ts'

/** The folder of the pages that `machine/pages.ts` built for this run: to read from, every test has the same. */
export const builtPages = () => process.env.BUILT_PAGES!

/** The founding questionnaire that is open to everybody; the others are on trial. */
export const openSlug = 'loisirs-sud'

export async function aServedClient() {
  const server = await aServer({ client: builtPages() })
  await server.context.questionnaires.loadFounding(founding())
  // one is open: those on trial are not on the home page
  const standings = server.context.store.collection(collections.questionnaires)
  const { value, revision } = (await standings.get(openSlug))!
  await standings.put(openSlug, { ...value, status: 'open' }, revision)
  return {
    ...server,
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
  }
}
