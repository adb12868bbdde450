/** The pages of respondents without a network; what was finished without one leaves by itself when it is back. */
import { deliverWaiting } from '../device/delivery.ts'
import { holdPages, worker } from './held-pages.ts'
import { heldScript } from './held-script.ts'
import { heldName, sendingTag } from './names.ts'

holdPages({
  name: heldName,
  // filled in when the client is built (build/workers.ts)
  version: '%VERSION%',
  files: '%FILES%'.split(' '),
  engine: heldScript('%ENGINE%'),
  pageAt: (pathname) =>
    /^\/q\/[^/]+\/?$/.test(pathname)
      ? '/held-question.html'
      : /^\/(mon-code|reprendre|accessibilite)?$/.test(pathname)
        ? '/index.html'
        : null,
  shows: 'held',
  // what comes in one language is held in all of them, with its version (held.ts)
  data: /^\/api\/(site|logo|questionnaires(\/[^/?]+)?|pictures\/[^/?]+)(\?(?!.*\blanguage=)|$)/,
})

worker.addEventListener('sync', (event) => {
  if (event.tag === sendingTag) event.waitUntil(send())
})

/** @throws Error when something still waits: the browser tries again later */
async function send(): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window' })
  // a page before somebody's eyes sends by itself, and shows the receipt
  if (windows.some(({ url }) => new URL(url).pathname.startsWith('/q/'))) return
  const { waiting } = await deliverWaiting()
  if (waiting.length > 0) throw new Error(`${waiting.length} responses still wait for the network`)
}
