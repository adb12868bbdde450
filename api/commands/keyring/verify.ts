/** `--verify COPIE`: what this copy decrypts, questionnaire by questionnaire; a proof is noted in the store. */
import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Fault } from '../../../cli/fault.ts'
import { copiesIn, isElsewhere, wantedCopies } from '../../keys/copies.ts'
import { mastersOf, readKeyringFile } from '../../keys/keyring-file.ts'
import { identityOf } from '../../keys/store-identity.ts'
import { verifiedCopy } from '../../keys/verification.ts'
import { isQuestionnaire } from '../../keys/wrapped-keys.ts'
import type { Done, KeyringContext } from './action.ts'

export async function verify(
  { store, config, keyring, record, now }: KeyringContext,
  path: string,
  name: string | null,
): Promise<Done> {
  const identity = await identityOf(store)
  if (identity === null) throw new Fault('Cette base est vide : il n’y a encore rien à vérifier.')
  const copy = readKeyringFile(path)
  const used = existsSync(config.keyringPath) ? mastersOf(readKeyringFile(config.keyringPath)) : new Map()
  const report = await verifiedCopy(store, identity, copy, keyring ? [...used.keys()] : [])
  const isCopy = isElsewhere(path, config.keyringPath, config.dataDir)
  let formerName: string | null = null
  if (report.isWhole && isCopy && keyring) {
    const real = realpathSync(path)
    const noted = { name: name ?? real, at: now.toISOString(), masters: [...mastersOf(copy).keys()] }
    formerName = await copiesIn(store).note(noted, real)
    await record({ who: 'operateur', what: 'keyring-verified', details: { copie: (name ?? path).slice(0, 200) } })
  }
  const verified = keyring ? (await copiesIn(store).of(keyring.master)).length : null
  return {
    document: {
      ok: report.isWhole,
      file: path,
      counted: report.isWhole && isCopy && keyring !== null,
      verified,
      ...report,
    },
    lines: linesOf(),
    isGood: report.isWhole,
  }

  function linesOf(): string[] {
    if (!report.isOwn)
      return [`Cette copie n’ouvre rien ici : c’est le trousseau d’une autre base. Cherchez la copie du bon trousseau.`]
    const closed = report.uses.filter(({ opens }) => !opens)
    if (closed.length > 0)
      return [
        'Cette copie n’ouvre pas tout :',
        ...report.uses.map(({ name: what, opens }) => `  – ${what} : ${opens ? 's’ouvre' : 'ne s’ouvre pas'}`),
        'Copiez de nouveau le trousseau, puis vérifiez cette copie.',
      ]
    if (report.lacksMasters.length > 0)
      return [
        'Cette copie date d’avant la dernière rotation : elle n’ouvrirait ni les prochaines réponses ni toutes les sauvegardes. Copiez de nouveau le trousseau.',
      ]
    const questionnaires = report.uses.filter(({ use }) => isQuestionnaire(use)).length
    return [
      `Cette copie ouvre tout : ${questionnaires} questionnaire${questionnaires > 1 ? 's' : ''}, et le reste de la base.`,
      ...placeLines(),
    ]
  }

  function openLines(): string[] {
    if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return []
    return [
      `Attention : d’autres comptes de cette machine peuvent la lire, et qui la lit avec une sauvegarde lit tout : tapez « chmod 600 ${path} » (sur une clé USB sans droits, cela ne change rien : ne la laissez pas branchée).`,
    ]
  }

  function placeLines(): string[] {
    if (!keyring) return [...openLines(), 'Le trousseau en service ne s’ouvre pas : mettez cette copie à sa place.']
    if (!isCopy)
      return [
        ...openLines(),
        'Elle ne compte pas comme copie : elle est à côté du trousseau ou dans les données. Gardez-en une ailleurs.',
      ]
    const isSameDisk = statSync(path).dev === statSync(dirname(config.keyringPath)).dev
    return [
      ...openLines(),
      ...(formerName === null
        ? []
        : [`C’est le fichier déjà vérifié sous le nom « ${formerName} » : il ne compte qu’une fois.`]),
      ...(isSameDisk
        ? ['Attention : elle est sur le même disque que le trousseau ; une panne emporterait les deux.']
        : []),
      verified! >= wantedCopies
        ? `${verified} copies sont vérifiées.`
        : `Une copie est vérifiée ; il en faut ${wantedCopies}, sur deux supports rangés à deux endroits.`,
    ]
  }
}
