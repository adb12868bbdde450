/** `npm run audit -- --verify`: reads the journal of deeds again and finds what was changed or removed. */
import { command, print } from '../../cli/command.ts'
import { Fault } from '../../cli/fault.ts'
import { readConfig, storeOptions } from '../config.ts'
import { openExisting } from '../context.ts'
import type { Noted } from '../operations/audit.ts'
import { journalNotes } from '../operations/journal-notes.ts'

await command({
  name: 'audit',
  summary:
    'Vérifie le journal : toute ligne changée ou retirée est trouvée, et une fin coupée par ce qu’en disent le registre des effacements et les sauvegardes.',
  options: {
    ...storeOptions,
    verify: { type: 'boolean', help: 'relit toute la chaîne' },
    noted: {
      type: 'string',
      value: 'NUMÉRO:EMPREINTE',
      help: 'dernière ligne notée ailleurs, qui doit être encore là',
    },
    json: { type: 'boolean', help: 'écrit le résultat en JSON' },
  },
  async run(values) {
    if (values.verify !== true) throw new Fault('Rien à faire : ajoutez --verify (npm run audit -- --verify).')
    const noted = notedLine(values.noted)
    const context = await openExisting(readConfig(values))
    try {
      const report = await context.audit.verify([...(await journalNotes(context)), ...noted])
      const isWhole = report.faults.length === 0
      if (values.json) print({ ok: isWhole, ...report })
      else if (isWhole)
        print(
          `Le journal est entier : ${report.lines} ligne${report.lines > 1 ? 's' : ''}.\nÀ noter ailleurs : ${report.lines}:${report.last}\n`,
        )
      else
        print(
          `Le journal a été modifié :\n${report.faults.map(({ number, why }) => `  – la ligne ${number} ${why}`).join('\n')}\n`,
        )
      return isWhole ? 0 : 1
    } finally {
      await context.close()
    }
  },
})

function notedLine(text: unknown): Noted[] {
  if (text === undefined) return []
  const [, number, hash] = /^(\d+):([A-Za-z0-9_-]{43})$/.exec(String(text)) ?? []
  if (!number || !hash)
    throw new Fault('--noted attend ce que la commande a écrit : un numéro, deux-points, une empreinte.')
  return [{ number: Number(number), hash, by: 'la note (--noted)' }]
}
