/** The service worker of the log: its pages open without a network once they were opened with one. */
export async function installWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  // in the development server there is none
  await navigator.serviceWorker
    .register('/carnet-worker.js', { scope: '/carnet', updateViaCache: 'none' })
    .catch(() => undefined)
}
