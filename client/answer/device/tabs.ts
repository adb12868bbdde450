/** Tabs of one browser that hold the same answers: one of them goes on at a time, and all learn when the response has left. */

export type TabNews = { what: 'taken' | 'left' | 'sent'; id: string; by: string }

const me = Math.random().toString(36)
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('answers') : null
/** How long another tab may take to write down what was just typed. */
const patienceMs = 400

const say = (what: TabNews['what'], id: string) => channel?.postMessage({ what, id, by: me } satisfies TabNews)

/** @returns a function that stops listening */
export function onNews(hear: (news: TabNews) => void): () => void {
  const listener = ({ data }: MessageEvent<TabNews>) => {
    if (data.by !== me) hear(data)
  }
  channel?.addEventListener('message', listener)
  return () => channel?.removeEventListener('message', listener)
}

export const announceSent = (id: string) => say('sent', id)
export const announceLeft = (id: string) => say('left', id)

const lockOf = (id: string) => `answers ${id}`
/** Browsers lock on https and on the machine itself only. */
const locks = globalThis.navigator?.locks as LockManager | undefined

/** This tab goes on with these answers. @returns a function that says it does no more */
export function holdAnswers(id: string): () => void {
  const leaving = new AbortController()
  void locks?.request(
    lockOf(id),
    { mode: 'shared' },
    () => new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve())),
  )
  return () => leaving.abort()
}

/** Takes the answers over: resolves at once where no tab has them, else once that tab has written them down or does not answer. */
export async function takeOver(id: string): Promise<void> {
  const held = (await locks?.query())?.held
  if (!channel || held?.every(({ name }) => name !== lockOf(id))) return
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(done, patienceMs)
    const stop = onNews((news) => {
      if (news.what === 'left' && news.id === id) done()
    })
    say('taken', id)
  })
}

/** Questionnaires that somebody else answers in this tab: what has left from here, or leaves meanwhile, is not theirs. */
const others = new Set<string>()
const placeOf = (slug: string) => `other ${slug}`

/** Somebody else has taken the device over in this tab, before a reload too. */
export function isSomebodyElse(slug: string): boolean {
  if (others.has(slug)) return true
  try {
    return sessionStorage.getItem(placeOf(slug)) !== null
  } catch {
    return false
  }
}

/** For half an hour the device knows that an answer has just left, and nothing of it: a page reloaded then does not ask again. */
const recentMs = 30 * 60_000
const noteOf = (slug: string) => `sent ${slug}`

export function noteSent(slug: string) {
  try {
    localStorage.setItem(noteOf(slug), String(Date.now()))
  } catch {
    // a browser that stores nothing forgets this too
  }
}
export function wasJustSent(slug: string): boolean {
  if (isSomebodyElse(slug)) return false
  try {
    const age = Date.now() - Number(localStorage.getItem(noteOf(slug)) ?? Number.NaN)
    return age >= 0 && age < recentMs
  } catch {
    return false
  }
}
/** Whoever answers here has given all their answers: what leaves from now on may be theirs. */
export function answeredHere(slug: string) {
  others.delete(slug)
  try {
    sessionStorage.removeItem(placeOf(slug))
  } catch {
    // nothing was stored
  }
}

/** Somebody else answers now: phones are shared. */
export function forgetSent(slug: string) {
  others.add(slug)
  try {
    sessionStorage.setItem(placeOf(slug), 'yes')
    localStorage.removeItem(noteOf(slug))
  } catch {
    // nothing was stored
  }
}
