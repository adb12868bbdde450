/** The keys: whether the keyring opens all that is in use, and whether copies of it were proved. */
import { copiesIn, wantedCopies } from '../../keys/copies.ts'
import type { Keyring } from '../../keys/keyring.ts'
import { mastersOf, readKeyringFile } from '../../keys/keyring-file.ts'
import { refuseUnopened, unopenedKeys } from '../../keys/unopened.ts'
import { wrappedKeysIn } from '../../keys/wrapped-keys.ts'
import type { Store } from '../../store/store.ts'
import { type Check, looked, warning, well } from './check.ts'

export async function keyChecks(store: Store, keyring: Keyring, path: string): Promise<Check[]> {
  const keys = wrappedKeysIn(store, keyring.id)
  const opened = await looked('Clés', async () => {
    refuseUnopened(path, await unopenedKeys(store, keys, mastersOf(readKeyringFile(path))))
    return [well('Clés', `Le trousseau ouvre toutes les clés en usage (${(await keys.list()).length}).`)]
  })
  const { length } = await copiesIn(store).of(keyring.master)
  const copies =
    length >= wantedCopies
      ? well('Copies du trousseau', `${length} copies du trousseau ont été vérifiées.`)
      : warning(
          'Copies du trousseau',
          length === 0 ? 'Aucune copie du trousseau n’a été vérifiée.' : 'Une seule copie du trousseau a été vérifiée.',
          'Copiez le trousseau sur deux supports, puis tapez pour chacun : npm run keyring -- --verify COPIE',
        )
  return [...opened, copies]
}
