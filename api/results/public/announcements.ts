/**
 * Whom to tell once results are public: e-mail addresses, encrypted, in one shuffled list a questionnaire, without hour nor id. Nobody
 * reads a list before the results are: two readings around a response would say whose it is.
 */
import { randomInt } from 'node:crypto'
import * as z from 'zod'
import type { AppContext } from '../../context.ts'
import { Problem } from '../../http/problems.ts'
import { decryptText, encryptText } from '../../keys/encrypted-text.ts'
import { collections } from '../../store/collections.ts'
import { noticesIn } from '../notices.ts'
import { openedIn } from './opened.ts'
import { isOpenNow } from './state.ts'

const Addresses = z.array(z.string())
const plain = (email: string) => email.trim().toLowerCase()

export function announcementsIn({ store, keyring, questionnaires }: AppContext) {
  const collection = store.collection(collections.announcements)
  const [opened, notices] = [openedIn(store), noticesIn(store)]
  const key = () => keyring.secret('contacts').encryption
  const read = (slug: string, sealed: string) => Addresses.parse(JSON.parse(decryptText(sealed, slug, key())))
  const of = async (slug: string): Promise<string[]> => {
    const stored = await collection.get(slug)
    return stored ? read(slug, stored.value.sealed) : []
  }
  /** @returns how many were there and are not any more */
  async function removed(slug: string, isGone: (email: string) => boolean): Promise<number> {
    let gone = 0
    await collection.update(slug, (before) => {
      const all = before ? read(slug, before.sealed) : []
      const left = all.filter((email) => !isGone(email))
      gone = all.length - left.length
      return gone === 0 ? null : { sealed: encryptText(JSON.stringify(left), slug, key()) }
    })
    return gone
  }
  const isOpen = async (slug: string) => {
    const last = await opened.last(slug)
    return last !== null && isOpenNow(last, await notices.all(slug))
  }

  return {
    /**
     * The same address twice is one, and nobody learns that it was there.
     *
     * @throws Problem questionnaire-unknown, for a trial and for those under 15 too: they are asked for no address
     */
    async ask(slug: string, email: string): Promise<void> {
      const { standing, status } = await questionnaires.found(slug)
      const { questionnaire } = await questionnaires.published(slug, standing.version)
      if (standing.status === 'trial' || status === 'soon' || questionnaire.audience === 'young-11-15')
        throw new Problem('questionnaire-unknown')
      await collection.update(slug, (before) => {
        const others = before ? read(slug, before.sealed).filter((one) => one !== plain(email)) : []
        others.splice(randomInt(others.length + 1), 0, plain(email))
        return { sealed: encryptText(JSON.stringify(others), slug, key()) }
      })
    },

    /** Questionnaires that somebody waits for. */
    async all(): Promise<{ slug: string; people: number; isOpen: boolean }[]> {
      const stored = await collection.list()
      const lists = await Promise.all(
        stored.map(async ({ id: slug, value }) => ({
          slug,
          people: read(slug, value.sealed).length,
          isOpen: await isOpen(slug),
        })),
      )
      return lists.filter(({ people }) => people > 0)
    },

    /** @throws Problem results-not-open */
    async open(slug: string): Promise<string[]> {
      if (!(await isOpen(slug))) throw new Problem('results-not-open')
      return of(slug)
    },

    /** Those told are erased; whoever asked meanwhile stays. */
    erase: (slug: string, emails: readonly string[]): Promise<number> => {
      const done = new Set(emails.map(plain))
      return removed(slug, (email) => done.has(email))
    },

    /** Questionnaires under which this address waits. */
    async under(email: string): Promise<string[]> {
      const all = await collection.list()
      return all.filter(({ id, value }) => read(id, value.sealed).includes(plain(email))).map(({ id }) => id)
    },
  }
}
