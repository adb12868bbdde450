/** What the base and the files beside it say of the past: backups, erasures, the journal, the clock. */
import { momentText } from '../../../surveys/days.ts'
import type { AppContext } from '../../context.ts'
import { lastVerified, leftElsewhereText } from '../backups.ts'
import { clockOf } from '../clock.ts'
import { backupTrouble } from '../daily-backup.ts'
import { journalNotes } from '../journal-notes.ts'
import { type Check, looked, warning, well, wrong } from './check.ts'

export type History = Pick<AppContext, 'store' | 'keyring' | 'audit' | 'now' | 'ledger' | 'settings' | 'questionnaires'>

export async function historyChecks(history: History): Promise<Check[]> {
  const checks: [name: string, check: (history: History) => Promise<Check>][] = [
    ['Sauvegardes', backupCheck],
    ['Registre des effacements', ledgerCheck],
    ['Journal', journalCheck],
    ['Horloge', clockCheck],
  ]
  const found: Check[] = []
  for (const [name, check] of checks) found.push(...(await looked(name, async () => [await check(history)])))
  return found
}

async function backupCheck(history: History): Promise<Check> {
  const name = 'Sauvegardes'
  const { demo, values } = await history.settings()
  const trouble = demo ? null : await backupTrouble(history)
  const last = await lastVerified(history.store)
  const left = await leftElsewhereText(history.store, history.now())
  if (!trouble?.urgent && left)
    return warning(
      name,
      left,
      'Prenez la machine ou le disque où il est ; une copie faite à la main se détruit le même jour.',
    )
  // made by hand, the last one says nothing of the next
  if (!trouble && !demo && values.backupFolder === '')
    return warning(
      name,
      `La dernière sauvegarde vérifiée est récente (${last!.file}, faite sur ${last!.machine}), mais le site n’en a aucune de programmée.`,
      'Réglez une sauvegarde par jour (« Réglages », « Sauvegardes »), à moins que cette machine n’en lance déjà une chaque jour.',
    )
  if (!trouble)
    return well(
      name,
      last
        ? `La dernière sauvegarde vérifiée est récente : ${last.file}, faite sur ${last.machine}.`
        : 'Données fictives : aucune sauvegarde n’est demandée.',
    )
  const todo = 'Tapez « npm run backup », puis réglez une sauvegarde par jour (« Réglages », « Sauvegardes »).'
  return (trouble.urgent ? wrong : warning)(name, trouble.text, todo)
}

async function ledgerCheck({ ledger }: History): Promise<Check> {
  const { erasures, missed } = await ledger.compare()
  const name = 'Registre des effacements'
  if (missed === 0) return well(name, `Le registre est entier et s’accorde avec la base (effacements : ${erasures}).`)
  return wrong(
    name,
    `La base est plus ancienne que le registre : elle contient ce que ${missed} effacement${missed > 1 ? 's ont' : ' a'} retiré.`,
    'Relancez le site : il refait ces effacements. Si vous n’avez rien remis en place, cherchez qui a changé la base.',
  )
}

async function journalCheck(history: History): Promise<Check> {
  const { lines, faults } = await history.audit.verify(await journalNotes(history))
  if (faults.length === 0) return well('Journal', `Le journal est entier (lignes : ${lines}).`)
  return wrong(
    'Journal',
    `Le journal a été modifié : la ligne ${faults[0]!.number} ${faults[0]!.why}.`,
    'Tapez « npm run audit -- --verify » pour la liste, et cherchez qui a accès à la base.',
  )
}

async function clockCheck(history: History): Promise<Check> {
  const { doubt, now, seen } = await clockOf(history).state()
  if (doubt === null)
    return well('Horloge', `L’horloge s’accorde avec le dernier événement connu (${momentText(now)}).`)
  const why =
    doubt === 'forward'
      ? 'le site est resté arrêté tout ce temps, ou l’horloge avance'
      : 'l’horloge retarde, ou elle avançait alors'
  return wrong(
    'Horloge',
    `L’horloge dit ${momentText(now)}, et le dernier événement connu est du ${momentText(seen!)} : ${why}. Rien ne sera effacé tant que la date est douteuse.`,
    'Si cette date est la bonne, confirmez-la sur la page « Terrain » ; sinon, mettez la machine à l’heure (NTP).',
  )
}
