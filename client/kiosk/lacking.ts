/** What a kiosk needs of its browser and cannot do without, and why it could not be registered. */
import { Cut, Refusal } from '../parts/api.ts'
import { NotInstalled } from './offline/worker.ts'

const needed: { is: () => boolean; text: string }[] = [
  { is: () => 'serviceWorker' in navigator, text: 's’ouvrir sans réseau (service worker)' },
  { is: () => 'caches' in globalThis, text: 'garder les pages (Cache)' },
  { is: () => 'indexedDB' in globalThis, text: 'garder les réponses (IndexedDB)' },
  { is: () => globalThis.crypto?.subtle !== undefined, text: 'sceller les réponses (Web Crypto)' },
  { is: () => typeof HTMLDialogElement === 'function', text: 'ouvrir une fenêtre dans la page (dialog)' },
]

/** In words; nothing for a browser that will do. */
export const lacking = (): string[] => needed.filter(({ is }) => !is()).map(({ text }) => text)

/** Less than this left, and pages and questionnaires do not fit. */
const leastBytes = 20_000_000

/** Names the cause, and what to do. */
export async function whyNotRegistered(error: unknown): Promise<string> {
  if (error instanceof Refusal) return error.message
  if (error instanceof Cut) return 'Le réseau ne répond pas. Vérifiez la connexion, puis réessayez.'
  if ((error instanceof DOMException && error.name === 'QuotaExceededError') || (await isFull()))
    return 'La place manque sur cette tablette. Libérez-en, puis réessayez.'
  if (error instanceof NotInstalled)
    return 'Les pages de la borne n’ont pas pu être prises sur cette tablette : le réseau a coupé. Vérifiez la connexion, puis réessayez.'
  const name = error instanceof Error ? error.name : 'inconnue'
  return `Ce navigateur refuse de garder les pages ou les réponses (erreur ${name}). Ouvrez le lien dans une fenêtre ordinaire, non privée, d’un navigateur à jour.`
}

async function isFull(): Promise<boolean> {
  const storage = navigator.storage as Partial<StorageManager> | undefined
  const { quota, usage = 0 } = (await storage?.estimate?.().catch(() => null)) ?? {}
  return quota !== undefined && quota - usage < leastBytes
}
