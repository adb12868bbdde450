/**
 * Where people stop, and how long they take: numbers tied to no answer. They are gathered in memory and written down now and then, so
 * that not even their hour leads to a response; what a crash loses is not missed.
 */

import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Steps } from './collections.ts'

export type { Steps }

const pauseMs = 30_000
const none: Steps = { pages: {}, minutes: {} }
/** In front of the names of who came by the short door: no version, no number of minutes begins so. */
const byShort = '~short/'

/** Those of one door, under their own names. */
export function stepsBy(steps: Steps, isByShort: boolean): Steps {
  const own = (counts: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(counts).flatMap(([name, count]) =>
        name.startsWith(byShort) === isByShort ? [[isByShort ? name.slice(byShort.length) : name, count]] : [],
      ),
    )
  return { pages: own(steps.pages), minutes: own(steps.minutes) }
}

export function stepsIn(store: Store) {
  const collection = store.collection(collections.steps)
  let gathered = new Map<string, Steps>()
  let timer: NodeJS.Timeout | null = null

  const write = (questionnaire: string, more: Steps) =>
    collection.update(questionnaire, (before) => ({
      pages: sum((before ?? none).pages, more.pages),
      minutes: sum((before ?? none).minutes, more.minutes),
    }))

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    const now = gathered
    gathered = new Map()
    for (const [questionnaire, more] of now) await write(questionnaire, more)
  }

  function add(questionnaire: string, part: keyof Steps, own: string, isByShort: boolean): void {
    const name = isByShort ? `${byShort}${own}` : own
    const { pages, minutes } = gathered.get(questionnaire) ?? { pages: {}, minutes: {} }
    const parts = { pages: { ...pages }, minutes: { ...minutes } }
    parts[part][name] = (parts[part][name] ?? 0) + 1
    gathered.set(questionnaire, parts)
    timer ??= setTimeout(() => flush().catch(() => {}), pauseMs).unref()
  }

  return {
    reached: (questionnaire: string, version: number, page: string, isByShort = false) =>
      add(questionnaire, 'pages', `${version}/${page}`, isByShort),
    took: (questionnaire: string, minutes: number, isByShort = false) =>
      add(questionnaire, 'minutes', String(minutes), isByShort),
    /** Writes down what is gathered. */
    flush,
  }
}

function sum(left: Record<string, number>, right: Record<string, number>): Record<string, number> {
  const both = { ...left }
  for (const [name, count] of Object.entries(right)) both[name] = (both[name] ?? 0) + count
  return both
}
