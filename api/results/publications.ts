/** The publications of a questionnaire: frozen once made, listed for ever, read again with their digest checked. */
import { createHash, randomBytes } from 'node:crypto'
import { reopen } from '../../analysis/disclosure/publication.ts'
import { canonical } from '../../surveys/canonical.ts'
import { dayOf } from '../../surveys/days.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Head, PublishedQuestion } from './collections.ts'
import { noticesIn } from './notices.ts'

export type { Head, PublishedQuestion }

/** SHA-256 of the tables of a question, hexadecimal. */
export const digestOfCrossings = (crossings: PublishedQuestion['crossings']): string =>
  createHash('sha256').update(canonical(crossings)).digest('hex')

/** SHA-256 of what publications are made of, hexadecimal: their answers, tables and version. The same code ends their documents. */
export const digestOfSources = (there: readonly Pick<Head, 'document'>[]): string =>
  createHash('sha256')
    .update(there.map(({ document }) => document.snapshot).join('\n'))
    .digest('hex')

/** @throws RangeError when a byte of them changed since they were frozen */
function reopenCrossings({ path, crossings, digest }: PublishedQuestion): void {
  if (digestOfCrossings(crossings) !== digest) throw new RangeError(`the tables of ${path} are not as they were frozen`)
}

/** Its name is the number: of two that are made at once, the store lets one through. */
const idOf = (slug: string, number: number) => `${slug}@${String(number).padStart(6, '0')}`

export type Publications = ReturnType<typeof publicationsIn>

export function publicationsIn(store: Store) {
  const heads = store.collection(collections.publications)
  const questions = store.collection(collections.publicationQuestions)
  const notices = noticesIn(store)
  // frozen: once read and checked, never read again
  const known = new Map<string, Head>()
  const opened = new Map<string, PublishedQuestion>()

  /** Newest last, each with what was found wrong in it. */
  async function all(slug: string): Promise<Head[]> {
    const heads = await frozen(slug)
    if (heads.length === 0) return heads
    const wrong = await notices.all(slug)
    return heads.map((head): Head => {
      const own = wrong.get(head.number)?.map(({ kind, reason, at }) => ({ kind, reason, day: dayOf(at) }))
      return own ? { ...head, surveyed: { ...head.surveyed, notices: own } } : head
    })
  }

  async function frozen(slug: string): Promise<Head[]> {
    const found: Head[] = []
    for (let number = 1; ; number++) {
      const id = idOf(slug, number)
      const head = known.get(id) ?? (await heads.get(id))?.value
      if (!head) return found
      if (!known.has(id)) {
        await reopen(head.document)
        known.set(id, head)
      }
      found.push(head)
    }
  }

  async function question(slug: string, number: number, path: string): Promise<PublishedQuestion | null> {
    const id = `${idOf(slug, number)}@${path}`
    const found = opened.get(id) ?? (await questionOf(slug, number, path))
    if (found && !opened.has(id)) {
      reopenCrossings(found)
      // a few hundred questions are a few megabytes; more than that are read again
      if (opened.size > 500) opened.delete(opened.keys().next().value!)
      opened.set(id, found)
    }
    return found
  }

  async function questionOf(slug: string, number: number, path: string): Promise<PublishedQuestion | null> {
    const head = known.get(idOf(slug, number)) ?? (await heads.get(idOf(slug, number)))?.value
    return head ? ((await questions.get(`${pagesOf(slug, head)}${path}`))?.value ?? null) : null
  }

  async function removePages(prefix: string, isLeft: (id: string) => boolean): Promise<void> {
    for (const { id } of await questions.list(prefix)) if (isLeft(id)) await questions.remove(id)
  }

  return {
    all,
    question,
    /** The newest that is not withdrawn. */
    current: async (slug: string): Promise<Head | null> =>
      (await all(slug)).findLast((head) => !isWithdrawn(head)) ?? null,

    /** The pages first, under the publication's own name: nothing of them is seen unless the head is. False when somebody was faster. */
    async save(slug: string, made: Omit<Head, 'pages'>, asked: PublishedQuestion[]): Promise<boolean> {
      const head: Head = { ...made, pages: randomBytes(9).toString('base64url') }
      const own = pagesOf(slug, head)
      for (const one of asked) await questions.put(`${own}${one.path}`, one, null)
      const id = idOf(slug, head.number)
      const isFirst = (await heads.put(id, head, null)) !== 'changed'
      // nobody makes this number any more: pages of a publisher that was refused, or that died, go
      if (isFirst) await removePages(`${id}@`, (page) => !page.startsWith(own))
      else await removePages(own, () => true)
      return isFirst
    },
  }
}

export const isWithdrawn = ({ surveyed }: Pick<Head, 'surveyed'>): boolean =>
  surveyed.notices?.some(({ kind }) => kind === 'withdrawal') ?? false

const pagesOf = (slug: string, { number, pages }: Pick<Head, 'number' | 'pages'>) => `${idOf(slug, number)}@${pages}@`
