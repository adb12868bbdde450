/**
 * `npm run dev`: the pages by Vite, which shows a change in the browser at once, and the api by Node, started anew when its
 * code changes (`restarts.ts`). The browser sees one address; `/api` and the pages the server writes lead to it.
 */
import { resolve } from 'node:path'
import { createServer } from 'vite'
import { CommandError, command } from '../../../cli/command.ts'
import { restarting } from './restarts.ts'

const root = resolve(import.meta.dirname, '../../..')
const watched = ['surveys', 'analysis', 'api', 'authorities', 'cli']
const seconds = new Intl.NumberFormat('fr', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

await command({
  name: 'dev',
  summary: 'Sert les pages et l’API pour développer : un changement du code se voit aussitôt.',
  options: {
    port: { type: 'string', value: 'PORT', default: '5173', help: 'port des pages' },
    api: { type: 'string', value: 'PORT', default: '3000', help: 'port de l’API' },
    data: { type: 'string', value: 'DOSSIER', help: 'dossier des données (sinon DATA_DIR, sinon data)' },
  },
  async run({ port, api, data }) {
    const [pages, behind] = [portIn(port), portIn(api)]
    const server = restarting({
      entry: resolve(root, 'api/commands/start.ts'),
      args: data ? ['--data', String(data)] : [],
      environment: { ...process.env, HOST: 'localhost', PORT: String(behind), SHOW_ERRORS: 'yes' },
      folders: watched.map((folder) => resolve(root, folder)),
      answers: () => isAnswering(`http://localhost:${behind}/api/health`),
      onRestart: (tookMs) => process.stdout.write(`Serveur relancé en ${seconds.format(tookMs / 1_000)} s\n`),
    })
    const vite = await createServer({
      configFile: resolve(root, 'vite.config.ts'),
      root: resolve(root, 'client'),
      server: {
        port: pages,
        strictPort: true,
        proxy: { '^/(api|resultats|comite|annuaire|idees)(/|$|\\?)': `http://localhost:${behind}` },
      },
      logLevel: 'warn',
    })
    await vite.listen().catch((error) => {
      server.stop()
      throw new CommandError(`Le port ${pages} est déjà utilisé : choisissez-en un autre par --port.`, { cause: error })
    })
    process.stdout.write(`Pages à développer : http://localhost:${pages}/\n`)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        Promise.all([server.stop(), vite.close()]).then(() => process.exit(0))
      })
    return undefined
  },
})

function isAnswering(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}

function portIn(text: unknown): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new CommandError(`Un port est un nombre entier de 1 à 65535 (reçu : ${text}).`)
  return port
}
