/** `npm run export`: answers for an analyst's own tools, as rows that are nobody's; whole responses only when they are asked for. */
import { closeSync, fstatSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { CommandError, command, print } from '../../cli/command.ts'
import { counted } from '../../cli/counted.ts'
import { isDiskFull } from '../../cli/full-disk.ts'
import { readConfig, storeOptions } from '../config.ts'
import { openExisting } from '../context.ts'
import { formats, madeExport, noteExport } from '../results/export/exported.ts'

await command({
  name: 'export',
  summary: 'Exporte des lignes protégées d’un questionnaire, dit ce qu’elles laissent deviner, et l’écrit au journal.',
  options: {
    ...storeOptions,
    questionnaire: { type: 'string', value: 'NOM', help: 'le questionnaire' },
    format: {
      type: 'string',
      value: 'csv|jsonl',
      default: 'csv',
      help: 'csv : une ligne par rangée ; jsonl : un objet par rangée',
    },
    out: { type: 'string', value: 'FICHIER', help: 'fichier à écrire' },
    full: {
      type: 'boolean',
      help: 'les réponses entières, une ligne par personne, au lieu des lignes protégées',
    },
    reason: { type: 'string', value: 'TEXTE', help: 'pourquoi cet export : la raison est gardée au journal' },
  },
  async run(values) {
    const slug = needed(values.questionnaire, 'questionnaire')
    const out = needed(values.out, 'out')
    const reason = needed(values.reason, 'reason')
    const format = formats.find((one) => one === values.format)
    if (!format) throw new CommandError('--format : csv ou jsonl.')
    const context = await openExisting(readConfig(values))
    try {
      const { questionnaires } = await context.questionnaires.list()
      if (!questionnaires.some((one) => one.slug === slug))
        throw new CommandError(
          `Questionnaire inconnu : ${slug}. Dans cette base : ${questionnaires.map((one) => one.slug).join(', ')}.`,
        )
      const form = values.full === true ? 'full' : 'protected'
      const made = await madeExport(context, slug, { form, format })
      // before the file exists: no export leaves without its line
      await noteExport(context, slug, { form, format, who: 'operateur', reason }, made)
      write(out, made.text)
      const { unreadable } = made
      if (unreadable > 0)
        process.stderr.write(
          `${unreadable > 1 ? `${unreadable} réponses illisibles sont laissées` : 'Une réponse illisible est laissée'} de côté ; tapez « npm run doctor » pour savoir que faire.\n`,
        )
      print(
        `${[
          `${out} : ${form === 'full' ? counted(made.rows, 'fiche', 'fiches') : counted(made.rows, 'ligne', 'lignes')}, export ${made.mark}. Ces données restent personnelles : ne les diffusez pas, effacez-les après usage.`,
          ...made.measured,
        ].join('\n')}\n`,
      )
    } finally {
      await context.close()
    }
    return undefined
  },
})

/** @throws CommandError when it cannot be written whole: no half of it is left */
function write(out: string, text: string): void {
  let file: number | null = null
  try {
    file = openSync(out, 'w', 0o600)
    writeFileSync(file, text)
  } catch (error) {
    if (file !== null && fstatSync(file).isFile()) rmSync(out, { force: true })
    throw new CommandError(
      isDiskFull(error)
        ? `Le disque est plein (${out}) : rien n’y est resté de cet export. Libérez de la place, ou prenez un autre dossier, puis recommencez.`
        : `Impossible d’écrire ${out} : vérifiez le dossier et ses droits.`,
      { cause: error },
    )
  } finally {
    if (file !== null) closeSync(file)
  }
}

function needed(given: unknown, name: string): string {
  if (typeof given === 'string' && given.trim() !== '') return given.trim()
  throw new CommandError(`Il manque --${name}. Tapez « npm run export -- --help ».`)
}
