/** The service worker of the kiosk: the application without a network, and its new versions only between two people. */

const path = '/service-worker.js'
const scope = '/kiosk'

/** The worker, or what it keeps, could not be fetched or written. */
export class NotInstalled extends Error {}

/** Resolves once the application would start without a network. @throws NotInstalled; DOMException when the browser allows no worker here */
export async function installWorker(): Promise<void> {
  const registration = await navigator.serviceWorker
    .register(path, { scope, updateViaCache: 'none' })
    .catch((cause) => {
      // the browser's word for a script that did not come
      throw cause instanceof TypeError ? new NotInstalled('no script', { cause }) : cause
    })
  if (registration.installing) await installed(registration.installing)
  await navigator.serviceWorker.ready
}

/** A worker that failed is never ready: nobody waits for it. */
const installed = (worker: ServiceWorker) =>
  new Promise<void>((resolve, reject) => {
    const look = () => {
      if (worker.state === 'redundant') reject(new NotInstalled('not kept'))
      else if (worker.state !== 'installing') resolve()
    }
    worker.addEventListener('statechange', look)
    look()
  })

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
