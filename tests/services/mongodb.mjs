// A server that speaks the MongoDB protocol, for the tests: `mongod` when it is on PATH; else FerretDB, built once from
// its Go module into a cache outside the tree; else mongo-java-server with its H2 backend, from Maven Central.
// Each start has its own free port and its own temporary folder.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { javaServer } from './mongo-java-server.mjs'

const ferretModule = 'github.com/FerretDB/FerretDB'
const ferretVersion = 'v1.24.2'
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ferretdb')

/**
 * Starts a server, or says in capitals that there is none; under CI that is a failure.
 *
 * @returns {Promise<{ name: string, url: string, port: number, replicated: boolean, stop(): Promise<void>, kill(): Promise<void> } | null>}
 */
export async function startMongodb({ port, folder } = {}) {
  const program = onPath('mongod') ?? ferretdb() ?? javaServer(cache)
  if (!program) {
    const message = 'MONGODB WAS NOT TESTED: no mongod on PATH, FerretDB could not be built, no Java server either'
    if (process.env.CI) throw new Error(message)
    process.stderr.write(`\n*** ${message} ***\n\n`)
    return null
  }
  const place = folder ?? mkdtempSync(join(tmpdir(), 'ctg-mongodb-'))
  const free = port ?? (await freePort())
  const { name, args, file } =
    typeof program === 'string' ? { ...flagsOf(program, free, place), file: program } : program(free, place)
  const child = spawn(file, args, { stdio: 'ignore', cwd: place })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await answering(free, child)
  const end = async (signal, keep) => {
    child.kill(signal)
    await ended
    if (!keep && !folder) rmSync(place, { recursive: true, force: true })
  }
  return {
    name,
    url: `mongodb://127.0.0.1:${free}/`,
    port: free,
    replicated: false,
    folder: place,
    stop: () => end('SIGTERM', false),
    kill: () => end('SIGKILL', true),
  }
}

function flagsOf(program, port, place) {
  if (program.endsWith('mongod') || program.endsWith('mongod.exe')) {
    return { name: 'mongod', args: ['--dbpath', place, '--port', String(port), '--bind_ip', '127.0.0.1', '--quiet'] }
  }
  return {
    name: `FerretDB ${ferretVersion}`,
    args: [
      '--handler=sqlite',
      `--sqlite-url=file:${place}/`,
      `--listen-addr=127.0.0.1:${port}`,
      `--state-dir=${place}`,
      '--telemetry=disable',
      '--debug-addr=-',
      '--log-level=error',
    ],
  }
}

function onPath(name) {
  const exe = process.platform === 'win32' ? `${name}.exe` : name
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, exe))
    .find((file) => existsSync(file))
}

/** The cached program, built when it is missing or does not start; null without Go. */
function ferretdb() {
  const program = join(cache, `ferretdb-${ferretVersion}`)
  const works = () => existsSync(program) && spawnSync(program, ['--version']).status === 0
  if (works()) return program
  const go = onPath('go') ?? (existsSync('/usr/local/go/bin/go') ? '/usr/local/go/bin/go' : null)
  if (!go) return null
  process.stderr.write(`FerretDB ${ferretVersion}: built once into ${cache}…\n`)
  const source = sourceOf(go)
  if (!source) return null
  const draft = `${program}.${process.pid}`
  const { status } = spawnSync(go, ['build', '-buildvcs=false', '-o', draft, './cmd/ferretdb'], {
    cwd: source,
    stdio: ['ignore', 2, 2],
  })
  rmSync(source, { recursive: true, force: true })
  if (status !== 0) return null
  renameSync(draft, program)
  return works() ? program : null
}

/** A copy of the module's source with the one file its release process adds; a program without it refuses to start. */
function sourceOf(go) {
  mkdirSync(cache, { recursive: true })
  const downloaded = spawnSync(go, ['mod', 'download', '-json', `${ferretModule}@${ferretVersion}`], {
    cwd: cache,
    encoding: 'utf8',
  })
  if (downloaded.status !== 0) return null
  const source = join(cache, `source.${process.pid}`)
  cpSync(JSON.parse(downloaded.stdout).Dir, source, { recursive: true })
  const folder = join(source, 'build/version')
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'version.txt'), `${ferretVersion}\n`)
  return source
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function answering(port, child) {
  const until = Date.now() + 30_000
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the MongoDB-protocol server stopped with code ${child.exitCode}`)
    if (await reachable(port)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error('the MongoDB-protocol server did not answer within 30 s')
}

function reachable(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
