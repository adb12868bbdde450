/** The pages of respondents without a network, asked for once the page stands: it can be installed, reloaded and closed. */
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { addressOf } from '../../parts/api.ts'
import { isFramed } from '../../parts/framed.ts'
import { dataOf, heldName, sendingTag } from './names.ts'

/** What is on the screen comes first. */
const laterMs = 3_000
/** Before somebody who loses the network at once goes on without it. */
const heldAfterMs = 1_000
let isAsked = false

/** Installs the service worker, once a visit; nothing happens where a browser has none. */
export function installPages(): void {
  if (isAsked || isFramed || !('serviceWorker' in navigator)) return
  isAsked = true
  const install = () =>
    setTimeout(
      () =>
        navigator.serviceWorker.register('/pages-worker.js', { scope: '/', updateViaCache: 'none' }).catch(() => {}),
      laterMs,
    )
  if (document.readyState === 'complete') install()
  else addEventListener('load', install, { once: true })
}

/** Holds a questionnaire for a visit without a network, as the current one and under its own version, once it is shown. */
export function holdQuestionnaire(questionnaire: PublishedQuestionnaire, isCurrent: boolean): void {
  if (isFramed || !('caches' in globalThis)) return
  setTimeout(() => hold(questionnaire, isCurrent).catch(() => {}), heldAfterMs)
}

const addressIn = (slug: string, version: number | undefined) =>
  addressOf('GET /api/questionnaires/:slug', { params: { slug }, query: { version } })

/** What this device holds of a version, which says nothing else tomorrow. @returns undefined when it holds none of it */
export async function heldQuestionnaire(slug: string, version: number): Promise<PublishedQuestionnaire | undefined> {
  if (isFramed || !('caches' in globalThis)) return undefined
  const held = await caches.match(addressIn(slug, version), { cacheName: dataOf(heldName) }).catch(() => undefined)
  return held?.json()
}

async function hold(questionnaire: PublishedQuestionnaire, isCurrent: boolean): Promise<void> {
  const { slug, version } = questionnaire
  const cache = await caches.open(dataOf(heldName))
  const body = JSON.stringify(questionnaire)
  const versions = isCurrent ? [undefined, version] : [version]
  for (const one of versions) {
    await cache.put(addressIn(slug, one), new Response(body, { headers: { 'content-type': 'application/json' } }))
  }
  // the landing page, which loads this file, has no use of it
  const { holdPictures } = await import('./pictures.ts')
  await holdPictures(questionnaire, heldName)
}

type Syncing = { sync?: { register(tag: string): Promise<void> } }

/**
 * Asks the browser to send what waits as soon as the network is back, even when the page is closed by then.
 *
 * @returns false where a browser cannot: the next visit sends
 */
export async function sendWhenBack(): Promise<boolean> {
  try {
    const registration = (await navigator.serviceWorker.getRegistration('/')) as Syncing | undefined
    if (!registration?.sync) return false
    await registration.sync.register(sendingTag)
    return true
  } catch {
    return false
  }
}
