/** Opens the store an address names. */
import { Fault } from '../../cli/fault.ts'
import type { Store, StoreKind } from './store.ts'

/** Where a warning of the store goes. */
type Warn = (sentence: string) => void
type Adapter = {
  /** How its addresses begin, as people read it. */
  start: string
  isNamedBy(url: string): boolean
  /** Loads the adapter: whoever uses another store does without it. */
  open(url: string, warn?: Warn): Promise<Store>
}

const adapters: Record<StoreKind, Adapter> = {
  sqlite: {
    start: 'sqlite:',
    isNamedBy: (url) => url.startsWith('sqlite:'),
    open: async (url, warn) => {
      const { openSqlite, pathOf } = await import('./sqlite.ts')
      return openSqlite(pathOf(url), warn)
    },
  },
  mongodb: {
    start: 'mongodb://',
    isNamedBy: (url) => /^mongodb(\+srv)?:\/\//.test(url),
    open: async (url, warn) => (await import('./mongodb.ts')).openMongodb(url, warn),
  },
}

const starts = Object.values(adapters)
  .map(({ start }) => `« ${start} »`)
  .join(' ou ')

/**
 * @param url `sqlite:path/to/file.db` or `mongodb://…/base`
 * @throws Fault with a French sentence when the store cannot be used as it is
 */
export async function openStore(url: string, warn?: Warn): Promise<Store> {
  const adapter = Object.values(adapters).find(({ isNamedBy }) => isNamedBy(url))
  if (!adapter) throw new Fault(`Adresse de base inconnue : STORE_URL (ou --store) doit commencer par ${starts}.`)
  return adapter.open(url, warn)
}
