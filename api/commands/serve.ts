/** The server a command starts: opens the context, loads the founding questionnaires, listens, prints where. */
import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { dirname, resolve } from 'node:path'
import { Fault } from '../../cli/fault.ts'
import { authority } from '../../surveys/authority/in-force.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import { guestLink } from '../accounts/guest.ts'
import { setUpLink } from '../accounts/joining.ts'
import { appOf } from '../app.ts'
import type { Config } from '../config.ts'
import { type AppContext, openContext } from '../context.ts'
import { openLog } from '../http/log.ts'
import { listen, tryToListen } from '../http/server.ts'
import { clockOf } from '../operations/clock.ts'
import { metricsOf } from '../operations/metrics.ts'
import { hourlyJobs } from '../operations/schedule.ts'
import { pathOf } from '../store/sqlite.ts'

const hourMs = 60 * 60_000
/** Browsers and proxies that hold a connection open learn in this time that the server stops; whoever develops waits for nobody. */
const drainMs = ({ showErrors }: Config) => (showErrors ? 0 : 1_000)
const client = resolve(import.meta.dirname, '../../dist/client')

/** @throws Fault with a French sentence when the store, the keys, the certificate or the port cannot be used */
export async function serve(
  config: Config,
  { demo, newStore = false }: { demo: boolean; newStore?: boolean },
): Promise<void> {
  const tls = certificateOf(config)
  const log = openLog(undefined, config.showErrors)
  const context = await openContext(config, () => new Date(), log.notice, { newStore })
  try {
    const missed = await context.ledger.open()
    if (missed > 0) log.notice(erasedAgain(missed))
    await context.questionnaires.loadFounding(founding(), { isQuiet: true })
    const { trustProxy, showErrors, metricsToken } = config
    const dataDir = context.store.kind === 'sqlite' ? dirname(pathOf(config.storeUrl)) : null
    const metrics = metricsOf(context, dataDir, true)
    const https = tls !== null
    const app = appOf({ context, log, client, https, trustProxy, demo, dataDir, metrics, metricsToken, showErrors })
    await clockOf(context).tick()
    const addressesAt = await addressesOf(context, config)
    // last of what can fail: nothing that listens is left behind
    const server = await listen(app, { ...config, tls })
    const runJobs = hourlyJobs(context)
    const runHourly = () => runJobs().catch((error) => log.failure('unexpected', error))
    const sweeping = setInterval(runHourly, hourMs)
    stopGently(async () => {
      clearInterval(sweeping)
      await server.close(drainMs(config))
      await context.close()
    })
    // last: whoever reads them may stop the server at once
    process.stdout.write(addressesAt(server.port))
  } catch (error) {
    await context.close()
    throw error
  }
}

/** @throws Fault when `serve` would find the certificate, the address or the port unusable */
export const tryToServe = (config: Config): Promise<void> => tryToListen({ ...config, tls: certificateOf(config) })

const erasedAgain = (count: number) =>
  `La base était plus ancienne que le registre des effacements : ${count} effacement${count > 1 ? 's ont été refaits' : ' a été refait'}. Si vous n’avez rien remis en place, cherchez qui a changé la base.`

function certificateOf({ tls }: Config) {
  if (!tls) return null
  try {
    return { cert: readFileSync(tls.cert), key: readFileSync(tls.key) }
  } catch (error) {
    throw new Fault(
      'Le certificat ou sa clé ne peut pas être lu : vérifiez les chemins TLS_CERT et TLS_KEY et leurs droits.',
      { cause: error },
    )
  }
}

/** @returns the text to print once the port is known */
async function addressesOf(context: AppContext, { tls, host }: Config): Promise<(port: number) => string> {
  const { questionnaires } = await context.questionnaires.list()
  const { demo } = await context.settings()
  const guest = demo ? await guestLink(context.accounts) : null
  const secret = await setUpLink(context.accounts)
  const french = (text: (typeof questionnaires)[number]['title']) => (typeof text === 'string' ? text : text.default)
  return (port) => {
    const scheme = tls ? 'https' : 'http'
    const home = `${scheme}://${host && host !== '0.0.0.0' && host !== '::' ? host : 'localhost'}:${port}`
    const lines = [
      `Accueil : ${home}/`,
      ...questionnaires.map(({ slug, title, status }) => {
        const trial = status === 'trial' ? ' (essai)' : ''
        return `  ${french(title)}${trial} : ${home}/q/${slug}`
      }),
    ]
    const local = host ? [] : addressesOfThisMachine()
    if (local.length > 0)
      lines.push(`Depuis un autre appareil : ${local.map((address) => `${scheme}://${address}:${port}/`).join(' ou ')}`)
    if (guest !== null)
      lines.push(`Visite de l’espace des équipes, sans compte (données fictives) : ${home}/invitation#${guest}`)
    if (secret && !demo)
      lines.push(
        `Ce site est prêt pour ${authority().names.name}. Pour une autre collectivité : « Collectivité », avant la première réponse.`,
      )
    if (secret) lines.push(`Première installation : ouvrez ce lien, il sert une fois : ${home}/installation#${secret}`)
    else lines.push(`Espace des équipes : ${home}/gerer`)
    lines.push('Pour arrêter : Ctrl + C')
    return `${lines.join('\n')}\n`
  }
}

function addressesOfThisMachine(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

/** The terminal and npm may both pass the signal on: the first one counts. */
function stopGently(close: () => Promise<void>) {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
}
