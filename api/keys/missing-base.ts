/** A used keyring whose base is gone: nothing may start as if it were the first day. */
import { existsSync } from 'node:fs'
import { Fault } from '../../cli/fault.ts'
import { readKeyringFile } from './keyring-file.ts'

/** @throws Fault when the keyring belongs to a base whose file is not there */
export async function refuseMissingBase(keyringPath: string, storeUrl: string): Promise<void> {
  // in this order: whoever makes both makes the base first
  if (!existsSync(keyringPath) || !storeUrl.startsWith('sqlite:')) return
  const { pathOf } = await import('../store/sqlite.ts')
  if (existsSync(pathOf(storeUrl))) return
  throw new Fault(emptyBase(keyringPath, readKeyringFile(keyringPath).store))
}

/** @throws Fault where no base is in that place: whoever only reads or saves one makes none */
export async function refuseAbsentBase(storeUrl: string): Promise<void> {
  if (!storeUrl.startsWith('sqlite:')) return
  const path = (await import('../store/sqlite.ts')).pathOf(storeUrl)
  if (!existsSync(path))
    throw new Fault(
      `Aucune base n’est à cette place (${path}) : indiquez la sienne par --data ou --store (ou par DATA_DIR, STORE_URL) ; rien n’a été créé. « npm start » commence une base nouvelle.`,
    )
}

/** What an empty or missing base beside a used keyring is refused with. */
export const emptyBase = (path: string, store: string) =>
  `La base est vide ou absente, alors que le trousseau de clés ${path} appartient à une base déjà commencée (${store}) : remettez cette base depuis sa sauvegarde (« npm run restore »), ou ajoutez --new-store pour commencer exprès une base nouvelle ; rien n’a été modifié.`
