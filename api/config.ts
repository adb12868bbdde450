/** All configuration, read once: the only reader of the environment. */
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { type Option, say, type Values } from '../cli/command.ts'
import { Fault } from '../cli/fault.ts'
import { ledgerBeside } from './erasure/ledger-file.ts'

const port = z.coerce.number().int().min(0).max(65535)
const hops =
  /^(?:[1-9]|(?:loopback|linklocal|uniquelocal|[0-9a-fA-F:.]+(?:\/\d{1,3})?)(?:,\s*(?:loopback|linklocal|uniquelocal|[0-9a-fA-F:.]+(?:\/\d{1,3})?))*)$/

/** Each variable: its rule, and the rule in words. An empty variable counts as absent. */
const variables = {
  DATA_DIR: { rule: z.string().default('data'), words: 'un dossier' },
  STORE_URL: {
    rule: z
      .string()
      .regex(/^(sqlite:.|mongodb(\+srv)?:\/\/.)/)
      .optional(),
    words: 'une adresse qui commence par « sqlite: » ou « mongodb:// »',
  },
  PORT: { rule: port.default(3000), words: 'un nombre entier de 0 à 65535' },
  HOST: {
    rule: z
      .string()
      .regex(/^[^\s/]+$/)
      .optional(),
    words: 'un nom ou une adresse de cette machine',
  },
  KEYRING: { rule: z.string().optional(), words: 'le chemin d’un fichier' },
  LEDGER: { rule: z.string().optional(), words: 'le chemin d’un fichier' },
  TLS_CERT: { rule: z.string().optional(), words: 'le chemin d’un fichier PEM' },
  TLS_KEY: { rule: z.string().optional(), words: 'le chemin d’un fichier PEM' },
  TRUST_PROXY: {
    rule: z.string().regex(hops).optional(),
    words: 'un nombre de relais de 1 à 9, ou les adresses des relais séparées par des virgules',
  },
  SHOW_ERRORS: { rule: z.literal('yes').optional(), words: '« yes », ou rien' },
  METRICS_TOKEN: {
    rule: z
      .string()
      .regex(/^[!-~]{16,200}$/)
      .optional(),
    words: 'un mot de 16 signes au moins, sans espace',
  },
} as const
type Name = keyof typeof variables

export type Config = {
  dataDir: string
  storeUrl: string
  /** Beside the data folder, never in it: a copy of the data alone can be read by nobody. */
  keyringPath: string
  /** Erasures in a second place, so that no backup brings back what was erased. */
  ledgerPath: string
  host: string | undefined
  port: number
  tls: { cert: string; key: string } | null
  /** The proxies Express trusts for the address of the person. */
  trustProxy: string | number | false
  /** What a monitoring system shows to read the figures; without it only this machine reads them. */
  metricsToken: string | null
  /** For whoever develops: answers and the journal carry the message of an unexpected error, which may quote what was sent. */
  showErrors: boolean
}
/** What a thread needs to open store and keyring itself. */
export type StoreAccess = Pick<Config, 'storeUrl' | 'keyringPath'>

/** Options every command that opens the store takes; each overrides its variable. */
export const storeOptions = {
  store: { type: 'string', value: 'ADRESSE', help: 'sqlite:FICHIER ou mongodb://… (sinon STORE_URL)' },
  data: { type: 'string', value: 'DOSSIER', help: 'dossier des données (sinon DATA_DIR, sinon data)' },
  keyring: { type: 'string', value: 'FICHIER', help: 'trousseau de clés (sinon KEYRING, sinon à côté du dossier)' },
  ledger: {
    type: 'string',
    value: 'FICHIER',
    help: 'registre des effacements (sinon LEDGER, sinon à côté du trousseau)',
  },
} as const satisfies Record<string, Option>

const flags: Partial<Record<Name, string>> = {
  DATA_DIR: 'data',
  STORE_URL: 'store',
  KEYRING: 'keyring',
  LEDGER: 'ledger',
  PORT: 'port',
  HOST: 'host',
}

/**
 * @param values options of the command line, which win over the environment
 * @param warn hears what of the environment another folder of data would share
 * @throws Fault that lists every offender in French, without its value (an address may hold a password)
 */
export function readConfig(
  values: Values = {},
  environment: NodeJS.ProcessEnv = process.env,
  warn: (sentence: string) => void = say,
): Config {
  const read: Partial<Record<Name, unknown>> = {}
  const offenders: string[] = []
  for (const name of Object.keys(variables) as Name[]) {
    const flag = flags[name] ? values[flags[name]] : undefined
    const raw = flag || environment[name] || undefined
    const result = variables[name].rule.safeParse(raw)
    if (result.success) read[name] = result.data
    else offenders.push(`${flag ? `--${flags[name]}` : name} : ${variables[name].words}`)
  }
  if (Boolean(read.TLS_CERT) !== Boolean(read.TLS_KEY)) offenders.push('TLS_CERT et TLS_KEY : les deux, ou aucun')
  if (read.SHOW_ERRORS === 'yes' && !/^(localhost|127\.0\.0\.1|::1)$/.test(String(read.HOST ?? '')))
    offenders.push('SHOW_ERRORS : seulement avec HOST=localhost, sur la machine de la personne qui développe')
  if (offenders.length > 0)
    throw new Fault(`Configuration à corriger ; on attend :\n${offenders.map((line) => `  – ${line}`).join('\n')}`)

  const shared = sharedBy(values, environment)
  if (shared) warn(shared)
  const text = (name: Name) => read[name] as string | undefined
  const dataDir = resolve(text('DATA_DIR')!)
  const proxy = text('TRUST_PROXY')
  const keyringPath = resolve(
    text('KEYRING') ?? `${dirname(dataDir) === dataDir ? join(dataDir, 'ctg') : dataDir}-keyring.json`,
  )
  return {
    dataDir,
    storeUrl: text('STORE_URL') ?? `sqlite:${join(dataDir, 'questionnaires.db')}`,
    keyringPath,
    ledgerPath: text('LEDGER') ? resolve(text('LEDGER')!) : ledgerBeside(keyringPath),
    host: text('HOST'),
    port: read.PORT as number,
    tls: text('TLS_CERT') ? { cert: resolve(text('TLS_CERT')!), key: resolve(text('TLS_KEY')!) } : null,
    trustProxy: proxy === undefined ? false : /^\d$/.test(proxy) ? Number(proxy) : proxy,
    metricsToken: text('METRICS_TOKEN') ?? null,
    showErrors: read.SHOW_ERRORS === 'yes',
  }
}

/** Another folder of data whose base, keyring or ledger the environment still names: an exercise would write into those that serve. */
function sharedBy({ data, ...options }: Values, environment: NodeJS.ProcessEnv): string | null {
  if (!data || resolve(String(data)) === resolve(environment.DATA_DIR || 'data')) return null
  const named = (['STORE_URL', 'KEYRING', 'LEDGER'] as const).filter(
    (name) => environment[name] && !options[flags[name]!],
  )
  if (named.length === 0) return null
  const [given, added] = [named, named.map((name) => `--${flags[name]}`)].map((names) => list.format(names))
  return `Attention : ${given} (environnement) ${named.length > 1 ? 'valent' : 'vaut'} aussi pour le dossier ${data}. Sinon, ajoutez ${added}.`
}

const list = new Intl.ListFormat('fr')
