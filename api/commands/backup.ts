/** `npm run backup`: a verified copy of what a restore needs, taken while the server runs. */

import { existsSync } from 'node:fs'
import { command, print, say } from '../../cli/command.ts'
import { counted } from '../../cli/counted.ts'
import { Fault } from '../../cli/fault.ts'
import { dayText } from '../../surveys/days.ts'
import { readConfig, storeOptions } from '../config.ts'
import { openExisting } from '../context.ts'
import { refuseKeyringBeside } from '../keys/place.ts'
import { backUp } from '../operations/backup.ts'
import { deleteExpired, destroyedElsewhere } from '../operations/backups.ts'
import { clockOf } from '../operations/clock.ts'

await command({
  name: 'backup',
  summary:
    'Sauvegarde la base, chiffrée (sans les sessions, les réponses portées vers un autre appareil ni les adresses à prévenir), pendant que le site sert ; chaque sauvegarde est relue dans une base d’essai.',
  options: {
    ...storeOptions,
    out: {
      type: 'string',
      value: 'DOSSIER',
      help: 'où écrire (sinon le dossier des réglages, sinon à côté du trousseau)',
    },
    keep: {
      type: 'string',
      value: 'JOURS',
      help: 'durée de conservation, de 1 à 365 jours (sinon celle des réglages) ; efface celles dont le temps est passé',
    },
    destroyed: {
      type: 'string',
      value: 'FICHIER',
      help: 'ne sauvegarde rien : note que ce fichier, resté sur une autre machine, est détruit',
    },
    json: { type: 'boolean', help: 'écrit le résultat en JSON' },
  },
  async run(values) {
    const keep = daysOf(values.keep)
    const { keyringPath, ...config } = readConfig(values)
    if (values.out) refuseKeyringBeside(String(values.out), keyringPath)
    const context = await openExisting({ keyringPath, ...config })
    try {
      if (values.destroyed) {
        const file = String(values.destroyed)
        if (!(await destroyedElsewhere(context.store, file)))
          throw new Fault(`Aucune sauvegarde de ce nom n’est restée sur une autre machine : ${file}`)
        await context.audit.record({ who: 'operateur', what: 'backup-destroyed', about: file })
        if (values.json) print({ destroyed: file })
        else print('C’est noté : cette sauvegarde n’existe plus.\n')
        return undefined
      }
      const days = keep ?? (await context.settings()).values.backupDays
      const folder = values.out ? String(values.out) : await context.backupsFolder()
      const { tallies, ...made } = await backUp(context.store, context.keyring, { folder, days, now: context.now() })
      await context.audit.record({ who: 'operateur', what: 'backup-made', about: made.at.slice(0, 10) })
      const deleted = await expired()
      const records = Object.values(tallies).reduce((sum, { count }) => sum + count, 0)
      if (values.json) print({ ...made, records, tallies, deleted })
      else
        print(
          `Sauvegarde vérifiée : ${made.file}\n  ${counted(records, 'document ou réponse', 'documents et réponses')}, ${counted(Math.ceil(made.bytes / 1024), 'Ko', 'Ko')}, à détruire le ${dayText(made.expires)}.\n${deleted > 0 ? `  Sauvegardes dont le temps était passé, effacées : ${deleted}.\n` : ''}${outsideText(keyringPath, context.ledger.path)}\n`,
        )
      return undefined

      async function expired(): Promise<number> {
        if (await clockOf(context).tick()) return deleteExpired(context.store, context.now().toISOString())
        say('L’horloge du serveur semble fausse : aucune ancienne sauvegarde n’a été effacée. Vérifiez la date.')
        return 0
      }
    } finally {
      await context.close()
    }
  },
})

/** What a restore needs beside the backup. */
function outsideText(keyring: string, ledger: string): string {
  if (existsSync(ledger))
    return `Le trousseau (${keyring}) et le registre des effacements (${ledger}) n’y sont pas : copiez-les à part.`
  return `Le trousseau (${keyring}) n’y est pas : copiez-le à part. Le registre des effacements (${ledger}) est introuvable, et sans lui cette sauvegarde ne se restaure pas : remettez sa copie la plus récente à sa place ; perdu pour de bon, refaites-le par « npm run ledger -- --rebuild ».`
}

function daysOf(text: unknown): number | null {
  if (text === undefined) return null
  const days = /^\d{1,3}$/.test(String(text)) ? Number(text) : 0
  if (days < 1 || days > 365) throw new Fault('--keep attend un nombre de jours, de 1 à 365.')
  return days
}
