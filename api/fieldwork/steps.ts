/**
 * Where people stop, and how long they take: numbers tied to no answer. They are gathered in memory and written down now and then, so
 * that not even their hour leads to a sheet; what a crash loses is not missed.
 */
import type { Store } from '../store/store.ts'

/** DocumentCollection `steps`, by questionnaire. */
export type Steps = {
  /** By `version/page`: how many reached it. */
  pages: Record<string, number>
  /** By whole minutes: how many took so long, of those who answered in one go. */
  minutes: Record<string, number>
}

const pauseMs = 30_000
const none: Steps = { pages: {}, minutes: {} }

export function stepsIn(store: Store) {
  const collection = store.collection<Steps>('steps')
  let gathered = new Map<string, Steps>()
  let timer: NodeJS.Timeout | null = null

  async function write(questionnaire: string, more: Steps): Promise<void> {
    for (;;) {
      const kept = await collection.get(questionnaire)
      const before = kept?.value ?? none
      const next = { pages: sum(before.pages, more.pages), minutes: sum(before.minutes, more.minutes) }
      if ((await collection.put(questionnaire, next, kept?.revision ?? null)) !== 'changed') return
    }
  }

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    const now = gathered
    gathered = new Map()
    for (const [questionnaire, more] of now) await write(questionnaire, more)
  }

  function add(questionnaire: string, part: keyof Steps, name: string): void {
    const { pages, minutes } = gathered.get(questionnaire) ?? { pages: {}, minutes: {} }
    const parts = { pages: { ...pages }, minutes: { ...minutes } }
    parts[part][name] = (parts[part][name] ?? 0) + 1
    gathered.set(questionnaire, parts)
    timer ??= setTimeout(() => flush().catch(() => {}), pauseMs).unref()
  }

  return {
    reached: (questionnaire: string, version: number, page: string) =>
      add(questionnaire, 'pages', `${version}/${page}`),
    took: (questionnaire: string, minutes: number) => add(questionnaire, 'minutes', String(minutes)),
    /** Writes down what is gathered. */
    flush,
  }
}

function sum(left: Record<string, number>, right: Record<string, number>): Record<string, number> {
  const both = { ...left }
  for (const [name, count] of Object.entries(right)) both[name] = (both[name] ?? 0) + count
  return both
}
