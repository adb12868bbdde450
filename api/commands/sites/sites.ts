/**
 * Many authorities on one machine: a folder for each host name, a process for each folder, a small router in front. Nothing is
 * shared but the code: each process opens its own data folder and its own keyring.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import express from 'express'
import { Fault } from '../../../cli/fault.ts'
import type { Config } from '../../config.ts'
import { listen } from '../../http/server.ts'
import { routerOf } from './router.ts'

export type Site = { host: string; folder: string }

const hostName = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/
const startMs = 60_000
const againMs = 2_000

/**
 * The folders whose names are host names; keyrings and ledgers beside them are files.
 *
 * @throws Fault in French when there is none, or when a name is not that of a host
 */
export function sitesIn(folder: string): Site[] {
  const place = resolve(folder)
  if (!existsSync(place))
    throw new Fault(`Le dossier ${place} n’existe pas : créez-le, avec un dossier par nom de site.`)
  const names = readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !entry.name.endsWith('-backups'))
    .map(({ name }) => name)
    .sort()
  const wrong = names.filter((name) => !hostName.test(name))
  if (wrong.length > 0)
    throw new Fault(
      `Ces dossiers ne portent pas un nom de site, comme questionnaires.exemple.fr en petites lettres : ${wrong.join(', ')}.`,
    )
  if (names.length === 0)
    throw new Fault(`Aucun site dans ${place} : créez un dossier par nom, par exemple questionnaires.exemple.fr.`)
  return names.map((host) => ({ host, folder: join(place, host) }))
}

/** What each process must have of its own: one variable for all would share it. */
const own = ['DATA_DIR', 'STORE_URL', 'KEYRING', 'LEDGER'] as const

/** Serves every site until the process is asked to stop. @throws Fault when a site cannot start or the port is taken */
export async function serveSites(folder: string, config: Config, environment = process.env): Promise<void> {
  const shared = own.filter((name) => environment[name])
  if (shared.length > 0)
    throw new Fault(`Avec --sites, chaque site a les siens : retirez ${shared.join(', ')} de la configuration.`)
  const sites = sitesIn(folder)
  const running = new Map<string, Running>()
  const stopAll = () => Promise.all([...running.values()].map((one) => one.stop()))
  let close = async () => {}
  let isStopping = false
  const stop = async () => {
    isStopping = true
    await close()
    await stopAll()
    process.exit(0)
  }
  // from the first one on: a site that is starting is stopped too
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())
  try {
    // one after the other: each writes its keyring and its base the first time
    for (const site of sites) {
      const one = processOf(site, config)
      running.set(site.host, one)
      await one.ready
    }
    const app = express()
    app.disable('x-powered-by').set('trust proxy', config.trustProxy)
    app.use(routerOf((host) => running.get(host)?.port(), config.trustProxy !== false))
    const tls = config.tls && { cert: readFileSync(config.tls.cert), key: readFileSync(config.tls.key) }
    const server = await listen(app, { port: config.port, host: config.host, tls })
    close = () => server.close()
    const lines = [...running].map(
      ([host, { link }]) => `  ${host}${link() === '' ? '' : ` : première installation, /installation${link()}`}`,
    )
    process.stdout.write(`${[`Sites sur le port ${server.port} :`, ...lines, 'Pour arrêter : Ctrl + C'].join('\n')}\n`)
  } catch (error) {
    // a site that was stopped while it started has not failed
    if (isStopping) return
    await stopAll()
    throw error
  }
}

type Running = {
  /** Rejected with a Fault when it does not start. */
  ready: Promise<void>
  /** Null while its process starts again. */
  port: () => number | null
  /** What follows the address of its first installation; '' once it is done. */
  link: () => string
  stop: () => Promise<void>
}

/** The process of one site, started again when it ends by itself. */
function processOf(site: Site, config: Config): Running {
  let child: ChildProcess
  let port: number | null = null
  let link = ''
  let isStopping = false

  function begin(): Promise<void> {
    child = spawn(
      process.execPath,
      [...process.execArgv, join(import.meta.dirname, '../start.ts'), '--data', site.folder],
      {
        env: {
          ...process.env,
          HOST: '127.0.0.1',
          PORT: '0',
          TLS_CERT: '',
          TLS_KEY: '',
          TRUST_PROXY: proxiesOf(config),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let said = ''
    let wrong = ''
    const ready = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Fault(`Le site ${site.host} ne démarre pas.`)), startMs)
      child.stdout!.on('data', (text) => {
        said = (said + text).slice(-20_000)
        const found = /Accueil : \S+:(\d+)\//.exec(said)
        if (!found || !said.includes('Pour arrêter')) return
        clearTimeout(late)
        port = Number(found[1])
        link = /\/installation(#\S+)/.exec(said)?.[1] ?? ''
        resolve()
      })
      child.once('exit', () => {
        clearTimeout(late)
        reject(new Fault(`Le site ${site.host} n’a pas pu démarrer. ${wrong.trim()}`))
      })
    })
    // its journal, line by line, with the name of the site in front
    child.stderr!.on('data', (text: Buffer) => {
      wrong = (wrong + text).slice(-2_000)
      process.stderr.write(String(text).replace(/^(?=.)/gm, `[${site.host}] `))
    })
    child.once('exit', () => {
      port = null
      if (!isStopping) setTimeout(() => void begin().catch(() => {}), againMs)
    })
    return ready
  }

  return {
    ready: begin(),
    port: () => port,
    link: () => link,
    async stop() {
      isStopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The router is one proxy more, on this machine. */
const proxiesOf = ({ trustProxy }: Config): string =>
  typeof trustProxy === 'number'
    ? String(Math.min(trustProxy + 1, 9))
    : trustProxy === false
      ? '1'
      : `loopback,${trustProxy}`
