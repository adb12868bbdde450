/** The pages of respondents without a network, asked for once the page stands: it can be installed, reloaded and closed. */
import { isFramed } from '../../parts/framed.ts'
import { sendingTag } from './names.ts'

/** What is on the screen comes first. */
const laterMs = 3_000
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
