/** Opens the store an address names. */
import { Fault } from '../../cli/fault.ts'
import type { Store, StoreKind } from './store.ts'
import type { StoreOptions } from './store-options.ts'

type Adapter = {
  /** How its addresses begin, as people read it. */
  start: string
  isNamedBy(url: string): boolean
  /** Loads the adapter: whoever uses another store does without it. */
  open(url: string, options: StoreOptions): Promise<Store>
}

const adapters: Record<StoreKind, Adapter> = {
  sqlite: {
    start: 'sqlite:',
    isNamedBy: (url) => url.startsWith('sqlite:'),
    open: async (url, { warn }) => {
      const { openSqlite, pathOf } = await import('./sqlite.ts')
      return openSqlite(pathOf(url), warn)
    },
  },
  mongodb: {
    start: 'mongodb://',
    isNamedBy: (url) => /^mongodb(\+srv)?:\/\//.test(url),
    open: async (url, options) => (await import('./mongodb.ts')).openMongodb(url, options),
  },
}

const starts = Object.values(adapters)
  .map(({ start }) => `« ${start} »`)
  .join(' ou ')

/**
 * @param url `sqlite:path/to/file.db` or `mongodb://…/base`
 * @throws Fault with a French sentence when the store cannot be used as it is
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const adapter = Object.values(adapters).find(({ isNamedBy }) => isNamedBy(url))
  if (!adapter) throw new Fault(`Adresse de base inconnue : STORE_URL (ou --store) doit commencer par ${starts}.`)
  return adapter.open(url, options)
}
