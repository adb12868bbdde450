/** Opens the store an address names. */
import { Fault } from '../../cli/fault.ts'
import type { Store } from './store.ts'
import type { StoreOptions } from './store-options.ts'

/**
 * @param url `sqlite:path/to/file.db` or `mongodb://…/base`
 * @throws Fault with a French sentence when the store cannot be used as it is
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  if (url.startsWith('sqlite:')) {
    const { openSqlite, pathOf } = await import('./sqlite.ts')
    return openSqlite(pathOf(url), options.warn)
  }
  if (/^mongodb(\+srv)?:\/\//.test(url)) {
    const { openMongodb } = await import('./mongodb.ts')
    return openMongodb(url, options)
  }
  throw new Fault('Adresse de base inconnue : STORE_URL (ou --store) doit commencer par « sqlite: » ou « mongodb:// ».')
}
