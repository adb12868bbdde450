/** `--rotate` and `--rotate-data`: a new master, what still needs the former ones, and the copies to make again. */
import { counted } from '../../../cli/counted.ts'
import { dayText } from '../../../surveys/days.ts'
import { mastersOf, readKeyringFile } from '../../keys/keyring-file.ts'
import { lastBackups, rotated } from '../../keys/rotation.ts'
import type { Done, KeyringContext } from './action.ts'

export async function rotate({ store, config, record, now }: KeyringContext, withData: boolean): Promise<Done> {
  const rotation = await rotated(config.keyringPath, store, { withData, now })
  await record({
    who: 'operateur',
    what: 'keyring-rotated',
    details: { maitresse: rotation.master, questionnaires: rotation.renewed },
  })
  const backups = await lastBackups(store)
  const former = [...mastersOf(readKeyringFile(config.keyringPath)).values()]
    .filter(({ id }) => id !== rotation.master)
    .map(({ id }) => ({ id, lastBackup: backups.get(id) ?? null }))
  const lines = [
    rotation.isNew
      ? `La nouvelle clé maîtresse ${rotation.master} protège maintenant ${counted(rotation.rewrapped, 'clé', 'clés')}.`
      : `La rotation interrompue est terminée : la clé maîtresse ${rotation.master} protège tout. Recommencez si vous en vouliez une autre.`,
    ...(withData
      ? [
          `Nouvelles clés pour les réponses à venir : ${counted(rotation.renewed, 'questionnaire', 'questionnaires')}, d’ici une minute.`,
        ]
      : []),
    ...former.map(({ id, lastBackup }) =>
      lastBackup
        ? `L’ancienne clé ${id} reste dans le trousseau : elle sert jusqu’à la sauvegarde ${lastBackup.file} (${dayText(lastBackup.at)}).`
        : `L’ancienne clé ${id} reste dans le trousseau ; aucune sauvegarde connue n’en a besoin.`,
    ),
    'Les copies faites avant n’ouvrent plus la base : copiez le trousseau maintenant sur deux supports (et sur chaque autre machine qui sert cette base), puis vérifiez chaque copie par « npm run keyring -- --verify COPIE ».',
  ]
  return { document: { ...rotation, former }, lines, isGood: true }
}
