/** `npm run export`: the answers for an analyst's own tools; ids are drawn anew, the commune is replaced by its zone. */
import { writeFileSync } from 'node:fs'
import { CommandError, command, print } from '../../cli/command.ts'
import { readConfig, storeOptions } from '../config.ts'
import { openContext } from '../context.ts'
import { exported, formats, noteExport } from '../results/exported.ts'

await command({
  name: 'export',
  summary: 'Exporte les réponses d’un questionnaire, pseudonymisées, et l’écrit au journal.',
  options: {
    ...storeOptions,
    questionnaire: { type: 'string', value: 'NOM', help: 'le questionnaire' },
    format: {
      type: 'string',
      value: 'csv|jsonl',
      default: 'csv',
      help: 'csv : une ligne par fiche ; jsonl : un objet par fiche',
    },
    out: { type: 'string', value: 'FICHIER', help: 'fichier à écrire' },
    reason: { type: 'string', value: 'TEXTE', help: 'pourquoi cet export : la raison est gardée au journal' },
  },
  async run(values) {
    const slug = needed(values.questionnaire, 'questionnaire')
    const out = needed(values.out, 'out')
    const reason = needed(values.reason, 'reason')
    const format = formats.find((one) => one === values.format)
    if (!format) throw new CommandError('--format : csv ou jsonl.')
    const context = await openContext(
      readConfig(values),
      () => new Date(),
      (sentence) => process.stderr.write(`${sentence}\n`),
    )
    try {
      const { questionnaires } = await context.questionnaires.list()
      if (!questionnaires.some((one) => one.slug === slug))
        throw new CommandError(
          `Questionnaire inconnu : ${slug}. Dans cette base : ${questionnaires.map((one) => one.slug).join(', ')}.`,
        )
      const { text, rows, unreadable } = await exported(context, slug, format)
      // before the file exists: no export leaves without its line
      await noteExport(context, slug, format, { who: 'operateur', reason, rows, unreadable })
      try {
        writeFileSync(out, text, { mode: 0o600 })
      } catch (error) {
        throw new CommandError(`Impossible d’écrire ${out} : vérifiez le dossier et la place sur le disque.`, {
          cause: error,
        })
      }
      if (unreadable > 0)
        process.stderr.write(
          `${unreadable > 1 ? `${unreadable} réponses illisibles sont laissées` : 'Une réponse illisible est laissée'} de côté ; tapez « npm run doctor » pour savoir que faire.\n`,
        )
      print(
        `${out} : ${rows} fiches. Ces données restent personnelles : ne les diffusez pas, effacez-les après usage.\n`,
      )
    } finally {
      await context.close()
    }
    return undefined
  },
})

function needed(given: unknown, name: string): string {
  if (typeof given === 'string' && given.trim() !== '') return given.trim()
  throw new CommandError(`Il manque --${name}. Tapez « npm run export -- --help ».`)
}
