/** Tabs of one browser that hold the same answers: one of them goes on at a time, and all learn when the sheet has left. */

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

export const tellSent = (id: string) => say('sent', id)
export const tellLeft = (id: string) => say('left', id)

/** Takes the answers over: resolves once the tab that had them has written them down, or when no tab answers. */
export function takeOver(id: string): Promise<void> {
  if (!channel) return Promise.resolve()
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
