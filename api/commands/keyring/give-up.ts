/** `--accept-loss`: the start no longer waits for keys that are lost for good. */
import { Fault } from '../../../cli/fault.ts'
import { mastersOf, readKeyringFile } from '../../keys/keyring-file.ts'
import { acceptLoss, frenchUse, listed, refuseUnopened, unopenedKeys } from '../../keys/unopened.ts'
import { isQuestionnaire, nameOfUse, wrappedKeysIn } from '../../keys/wrapped-keys.ts'
import type { Done, KeyringContext } from './action.ts'

export async function giveUp({ store, config, keyring, record, now }: KeyringContext): Promise<Done> {
  const masters = mastersOf(readKeyringFile(config.keyringPath))
  const unopened = await unopenedKeys(store, wrappedKeysIn(store, keyring!.id), masters)
  // a keyring that is too old is no loss: another copy opens what it lacks
  if (unopened.locked.length > 0) refuseUnopened(config.keyringPath, unopened)
  const others = unopened.damaged.filter(({ use }) => !isQuestionnaire(use))
  if (others.length > 0)
    throw new Fault(
      `${listed(others.map(({ use }) => frenchUse(use)))} : cette clé sert à toute la base et ne peut pas être abandonnée. Remettez une sauvegarde (« npm run restore »).`,
    )
  const lost = [
    ...new Set([
      ...unopened.damaged.map(({ use }) => nameOfUse(use)),
      ...unopened.missing.map(({ questionnaire }) => questionnaire),
    ]),
  ]
  await acceptLoss(store, unopened, now.toISOString())
  for (const about of lost) await record({ who: 'operateur', what: 'keys-given-up', about })
  const names = lost.map((name) => `« ${name} »`)
  const lines =
    lost.length === 0
      ? ['Aucune clé ne manque : il n’y a rien à abandonner.']
      : [
          `Le serveur démarrera sans les réponses dont la clé est perdue : ${listed(names)}. Elles restent dans la base, illisibles.`,
        ]
  return { document: { questionnaires: lost }, lines, isGood: true }
}
