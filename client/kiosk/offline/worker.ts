/** The service worker of the kiosk: the application without a network, and its new versions only between two people. */

const path = '/service-worker.js'
const scope = '/kiosk'

/** Resolves once the application would start without a network. */
export async function installWorker(): Promise<void> {
  await navigator.serviceWorker.register(path, { scope, updateViaCache: 'none' })
  await navigator.serviceWorker.ready
}

/** Looks for a new version; it waits until `takeNewVersion`. */
export async function lookForNewVersion(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(scope)
  await registration?.update().catch(() => {})
}

/** Lets a version that waits take over: the page is loaded anew. Only to be called while nobody answers. */
export async function takeNewVersion(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(scope)
  if (!registration?.waiting) return
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  registration.waiting.postMessage('activate')
}

/** The page can be loaded again even without a network. */
export const isReloadable = () => navigator.serviceWorker?.controller != null

/** The version of this build, from the name of its own file. */
export const appVersion = () => /-([\w-]{8})\.js/.exec(import.meta.url)?.[1] ?? 'essai'
