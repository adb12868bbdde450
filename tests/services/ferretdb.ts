/** FerretDB with its SQLite backend, built once from its Go module into a cache outside the tree. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Program } from './mongodb.ts'

const module = 'github.com/FerretDB/FerretDB'
const version = 'v1.24.2'

const fileIn = (cache: string) => join(cache, `ferretdb-${version}`)

/** True when the cache has one, or Go may build it. */
export const mayHaveFerretdb = (cache: string): boolean => existsSync(fileIn(cache)) || goHere() !== undefined

/** Builds it when the cache has none that starts; null without Go. */
export function ferretdb(cache: string): Program | null {
  const file = fileIn(cache)
  if (!starts(file) && !(built(file, cache) && starts(file))) return null
  return {
    name: `FerretDB ${version}`,
    file,
    args: (port, folder) => [
      '--handler=sqlite',
      `--sqlite-url=file:${folder}/`,
      `--listen-addr=127.0.0.1:${port}`,
      `--state-dir=${folder}`,
      '--telemetry=disable',
      '--debug-addr=-',
      '--log-level=error',
    ],
  }
}

export function onPath(name: string): string | null {
  const exe = process.platform === 'win32' ? `${name}.exe` : name
  const files = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, exe))
  return files.find((file) => existsSync(file)) ?? null
}

const goHere = () => onPath('go') ?? ['/usr/local/go/bin/go', '/usr/lib/go/bin/go'].find((path) => existsSync(path))

const starts = (file: string) => existsSync(file) && spawnSync(file, ['--version']).status === 0

function built(file: string, cache: string): boolean {
  const go = goHere()
  if (!go) return false
  process.stderr.write(`FerretDB ${version} is built once into ${cache}…\n`)
  mkdirSync(cache, { recursive: true })
  const downloaded = spawnSync(go, ['mod', 'download', '-json', `${module}@${version}`], {
    cwd: cache,
    encoding: 'utf8',
  })
  if (downloaded.status !== 0) return false
  // its release process adds this one file, and without it the program refuses to start: hence a copy of the source
  const source = join(cache, `source.${process.pid}`)
  // Go alone may be there: no other program is called
  cpSync(JSON.parse(downloaded.stdout).Dir, source, { recursive: true })
  // the modules of Go may not be written to
  const folders = readdirSync(source, { recursive: true, withFileTypes: true }).filter((one) => one.isDirectory())
  for (const folder of [source, ...folders.map(({ parentPath, name }) => join(parentPath, name))])
    chmodSync(folder, 0o755)
  writeFileSync(join(source, 'build/version/version.txt'), `${version}\n`)
  const draft = `${file}.${process.pid}`
  const options = { cwd: source, stdio: ['ignore', 2, 2] as ['ignore', number, number] }
  const { status } = spawnSync(go, ['build', '-buildvcs=false', '-o', draft, './cmd/ferretdb'], options)
  rmSync(source, { recursive: true, force: true })
  if (status === 0) renameSync(draft, file)
  return status === 0
}
