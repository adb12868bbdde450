/** Starts the client: reading comfort first, then the screens. */
import { options } from 'preact'
import { createRoot } from 'react-dom/client'
import { App, bringAnswer } from './App.tsx'
import { startComfort } from './parts/comfort.ts'
import './parts/focus/moveBefore.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/ribbon.css'

/** Longer than a slow phone takes to read what it holds. */
const soonMs = 2_000

// asked for behind what draws the first screen, and before that is drawn: nobody answers without it; who may come back to
// answers begun, all of it on the device, has their screen drawn first
if (location.pathname.startsWith('/q/') && !navigator.serviceWorker?.controller)
  import('./answer/screens/Questions.tsx').catch(() => {})

// what a press asks for, a focus above all, is there before the next key: Preact would wait for the next frame
options.requestAnimationFrame = queueMicrotask

void start()

/** Nothing is awaited by the module itself: what it brings imports it. */
async function start() {
  await startComfort(new URLSearchParams(location.search))
  const Answer = await answerHere()
  createRoot(document.getElementById('app')!).render(<App Answer={Answer} />)
}

/** All is on the device of whoever comes back to answers begun: their screen is drawn first. What does not come soon has its frame drawn. */
async function answerHere() {
  const [, slug] = /^\/q\/([\w-]+)\/?$/.exec(location.pathname) ?? []
  if (slug === undefined || !navigator.serviceWorker?.controller) return
  const late = AbortSignal.timeout(soonMs)
  const soon = new Promise<undefined>((resolve) => late.addEventListener('abort', () => resolve(undefined)))
  return Promise.race([bringAnswer(slug, late).catch(() => undefined), soon])
}
