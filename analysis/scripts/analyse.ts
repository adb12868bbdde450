/** `npm run analyse -- SCRIPT`: runs an analyst's own script on exports, with the examples close at hand. */
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CommandError, command } from '../../cli/command.ts'

const examples = new URL('./examples/', import.meta.url)

await command({
  name: 'analyse',
  summary: 'Lance un script d’analyse : un exemple fourni (par son nom) ou un fichier .ts à vous.',
  positionals: 'SCRIPT [FICHIER …]',
  options: {},
  async run(_values, [name, ...files]) {
    const known = readdirSync(examples).map((file) => file.replace(/\.ts$/, ''))
    if (!name) throw new CommandError(`Quel script ? Exemples fournis : ${known.join(', ')}.`)
    const url = known.includes(name) ? new URL(`${name}.ts`, examples) : pathToFileURL(resolve(name))
    const script = await import(url.href).catch((error) => {
      throw new CommandError(`Le script ${name} ne peut pas être lu. Exemples fournis : ${known.join(', ')}.`, {
        cause: error,
      })
    })
    if (typeof script.run !== 'function')
      throw new CommandError(`Le script ${name} doit exporter une fonction « run ».`)
    await script.run(files)
    return undefined
  },
})
