/** `npm run export`: the answers for an analyst's own tools; ids are drawn anew, the commune is replaced by its zone. */
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { CommandError, command, print } from '../../analysis/scripts/command.ts'
import type { Response } from '../../surveys/response.ts'
import { exportRows } from '../analyse/export-rows.ts'
import { csvText, jsonLines } from '../analyse/export-text.ts'
import { readConfig, storeOptions } from '../config.ts'
import { openHouse } from '../house.ts'
import { readResponses } from '../responses.ts'
import { zonesOf } from '../tables/reference.ts'

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
    if (values.format !== 'csv' && values.format !== 'jsonl') throw new CommandError('--format : csv ou jsonl.')
    const house = await openHouse(
      readConfig(values),
      () => new Date(),
      (sentence) => process.stderr.write(`${sentence}\n`),
    )
    try {
      const { questionnaires } = await house.questionnaires.list()
      if (!questionnaires.some((one) => one.slug === slug))
        throw new CommandError(
          `Questionnaire inconnu : ${slug}. Dans cette base : ${questionnaires.map((one) => one.slug).join(', ')}.`,
        )
      const { standing } = await house.questionnaires.found(slug)
      const { questionnaire } = await house.questionnaires.published(slug, standing.version)
      const zones = zonesOf((await house.tables.current('zones')) ?? undefined)
      const sheets: Response[] = []
      for await (const block of readResponses(house.store, house.keyring, slug))
        sheets.push(...block.filter(({ trial }) => standing.status === 'trial' || !trial))
      const rows = exportRows(questionnaire, sheets, zones, randomUUID)
      // noted before the file exists: no export leaves without its line
      const details = { fiches: rows.length, format: values.format, raison: reason.slice(0, 200) }
      await house.audit.record({ who: 'operateur', what: 'exported', about: slug, details })
      try {
        writeFileSync(out, values.format === 'csv' ? csvText(rows) : jsonLines(rows), { mode: 0o600 })
      } catch (error) {
        throw new CommandError(`Impossible d’écrire ${out} : vérifiez le dossier et la place sur le disque.`, {
          cause: error,
        })
      }
      print(
        `${out} : ${rows.length} fiches. Ces données restent personnelles : ne les diffusez pas, effacez-les après usage.\n`,
      )
    } finally {
      await house.close()
    }
    return undefined
  },
})

function needed(given: unknown, name: string): string {
  if (typeof given === 'string' && given.trim() !== '') return given.trim()
  throw new CommandError(`Il manque --${name}. Tapez « npm run export -- --help ».`)
}
