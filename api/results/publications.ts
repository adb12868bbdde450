/** The publications of a questionnaire: frozen once made, listed for ever, read again with their seal checked. */

import { reopen } from '../../analysis/disclosure/gate.ts'
import type { Crossing } from '../../analysis/explore/protected.ts'
import type { CoverageRow } from '../../analysis/findings/coverage.ts'
import type { Store } from '../store/store.ts'
import { readAgain, type Statement } from './statements.ts'

/** One question as a publication told it; kept apart, since a screen shows one at a time. */
export type PublishedQuestion = {
  path: string
  title: string
  page: string
  kind: 'shares' | 'several' | 'mean'
  sensitive: boolean
  /** One, several: « famille répondante », « familles répondantes ». */
  who: [string, string]
  lists: { path: string; title: string }[]
  crossings: Crossing[]
}

/** DocumentCollection `publications`, by `slug@number`: written last, so that what it names is there. */
export type Head = Statement & {
  number: number
  /** Login of who asked. */
  madeBy: string
  coverage: CoverageRow[]
  questions: {
    path: string
    title: string
    page: string
    lists: { path: string; title: string }[]
    weighted: boolean
  }[]
}

const idOf = (slug: string, number: number) => `${slug}@${String(number).padStart(6, '0')}`

export type Publications = ReturnType<typeof publicationsIn>

export function publicationsIn(store: Store) {
  const heads = store.collection<Head>('publications')
  const questions = store.collection<PublishedQuestion>('publication-questions')
  // frozen: once read and checked, never read again
  const known = new Map<string, Head>()
  const opened = new Map<string, PublishedQuestion>()

  /** Newest last. */
  async function all(slug: string): Promise<Head[]> {
    const found: Head[] = []
    for (let number = 1; ; number++) {
      const id = idOf(slug, number)
      const there = known.get(id) ?? (await heads.get(id))?.value
      if (!there) return found
      const kept = readAgain<Head>(there)
      if (!known.has(id)) {
        await reopen(kept.document)
        known.set(id, kept)
      }
      found.push(kept)
    }
  }

  async function question(slug: string, number: number, path: string): Promise<PublishedQuestion | null> {
    const id = `${idOf(slug, number)}@${path}`
    const found = opened.get(id) ?? (await questions.get(id))?.value ?? null
    if (found && !opened.has(id)) {
      for (const { publication, weighted } of found.crossings)
        for (const frozen of [publication, weighted]) if (frozen) await reopen(frozen)
      // a few hundred questions are a few megabytes; more than that are read again
      if (opened.size > 500) opened.delete(opened.keys().next().value!)
      opened.set(id, found)
    }
    return found
  }

  return {
    all,
    question,
    current: async (slug: string): Promise<Head | null> => (await all(slug)).at(-1) ?? null,

    /** False when somebody published in the meantime. */
    async keep(slug: string, head: Head, asked: PublishedQuestion[]): Promise<boolean> {
      for (const one of asked) {
        const id = `${idOf(slug, head.number)}@${one.path}`
        const before = await questions.get(id)
        await questions.put(id, one, before?.revision ?? null)
      }
      return (await heads.put(idOf(slug, head.number), head, null)) !== 'changed'
    },
  }
}
