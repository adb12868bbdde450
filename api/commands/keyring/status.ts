/** `--status`: the masters, what needs each of them, and the copies that were proved. */
import { dayText } from '../../../surveys/days.ts'
import { copiesIn, wantedCopies } from '../../keys/copies.ts'
import { mastersOf, readKeyringFile } from '../../keys/keyring-file.ts'
import { lastBackups } from '../../keys/rotation.ts'
import { isQuestionnaire, nameOfUse, wrappedKeysIn } from '../../keys/wrapped-keys.ts'
import type { Done, KeyringContext } from './action.ts'

export async function status({ store, config, keyring }: KeyringContext): Promise<Done> {
  const masters = [...mastersOf(readKeyringFile(config.keyringPath)).values()]
  const entries = await wrappedKeysIn(store, keyring!.id).list()
  const copies = await copiesIn(store).of(keyring!.master)
  const backups = await lastBackups(store)
  const questionnaires = new Set(entries.filter(({ use }) => isQuestionnaire(use)).map(({ use }) => nameOfUse(use)))
  const document = {
    store: keyring!.id,
    masters: masters.map(({ id, madeAt, retiredAt }) => ({
      id,
      madeAt,
      retiredAt,
      keys: entries.filter(({ master }) => master === id).length,
      lastBackup: backups.get(id) ?? null,
    })),
    questionnaires: [...questionnaires],
    copies: copies.map(({ name, at }) => ({ name, at })),
    wantedCopies,
  }
  const lines = [
    `Base : ${document.store}`,
    ...document.masters.flatMap(({ id, madeAt, retiredAt, keys, lastBackup }) => [
      `Clé maîtresse ${id}, faite le ${dayText(madeAt)}${retiredAt ? `, remplacée le ${dayText(retiredAt)}` : ', en service'} : protège ${keys} clé${keys > 1 ? 's' : ''}.`,
      ...(lastBackup
        ? [`  Dernière sauvegarde qui en a besoin : ${lastBackup.file} (${dayText(lastBackup.at)}).`]
        : []),
    ]),
    `Copies vérifiées : ${copies.length} sur ${wantedCopies} demandées.`,
    ...copies.map(({ name, at }) => `  – ${name}, le ${dayText(at)}`),
  ]
  return { document, lines, isGood: true }
}
