import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const sources = globSync('{surveys,analysis,api,client,cli}/**/*.{ts,tsx}', { cwd: root })
const room = (file: string) => file.split('/')[0]!

/** Every import of a file: where it points, and whether only types cross. */
function importsOf(file: string): { target: string; typesOnly: boolean }[] {
  const text = readFileSync(resolve(root, file), 'utf8')
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)
  const dynamic = text.matchAll(/\bimport\(\s*'([^']+)'/g)
  const resolved = (target: string) =>
    target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target
  return [
    ...[...statements].map((found) => ({ target: resolved(found[2]!), typesOnly: found[1] !== undefined })),
    ...[...dynamic].map((found) => ({ target: resolved(found[1]!), typesOnly: false })),
  ]
}

const ours = (target: string) => /^(surveys|analysis|api|client|cli|tests)\//.test(target)
const mayImport: Record<string, (target: string, typesOnly: boolean) => boolean> = {
  surveys: (target) => target.startsWith('surveys/'),
  analysis: (target) => /^(analysis|surveys|cli)\//.test(target),
  api: (target) => /^(api|analysis|surveys|cli)\//.test(target),
  cli: (target) => target.startsWith('cli/'),
  client: (target, typesOnly) => /^(client|surveys)\//.test(target) || (target.startsWith('api/wire/') && typesOnly),
}

test('every arrow between the rooms points the way the rooms are drawn', () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter(({ target, typesOnly }) => ours(target) && !mayImport[room(file)]!(target, typesOnly))
      .map(({ target }) => `${file} → ${target}`),
  )
  expect(sources.length).toBeGreaterThan(20)
  expect(wrong).toEqual([])
})

test('no file of the code names a place of the first authority: its folder does', () => {
  // the one import that says which folder is in force until another is chosen; words that people choose as passwords
  const allowed = ['surveys/authority/first.ts', 'api/accounts/known-passwords.txt']
  const files = globSync('{surveys,analysis,api,client,cli}/**/*.*', { cwd: root })
  const { communes } = JSON.parse(readFileSync(resolve(root, 'authorities/tarn-agout/territory.json'), 'utf8')) as {
    communes: { name: string }[]
  }
  expect(communes.length).toBeGreaterThan(20)
  const names = new RegExp(`(?<!\\p{L})(?:${communes.map(({ name }) => name).join('|')})(?!\\p{L})`, 'u')
  const wrong = files.filter((file) => {
    if (allowed.includes(file)) return false
    const text = readFileSync(resolve(root, file)).toString('utf8')
    return /tarn|agout|lavaur|sulpice|toulouse/i.test(text) || names.test(text)
  })
  expect(files.length).toBeGreaterThan(500)
  expect(wrong).toEqual([])
})

test('surveys and client never ask for a Node module, so that a browser can load them', () => {
  const wrong = sources
    .filter((file) => ['surveys', 'client'].includes(room(file)))
    .flatMap((file) => importsOf(file).map(({ target }) => ({ file, target })))
    .filter(({ target }) => target.startsWith('node:'))
  expect(wrong).toEqual([])
})

test('only commands, their frame, scripts and the configuration read the environment', () => {
  const allowed = (file: string) =>
    /^(api\/commands|analysis\/scripts)\//.test(file) || ['api/config.ts', 'cli/command.ts'].includes(file)
  const wrong = sources.filter(
    (file) => !allowed(file) && /\bprocess\.(env|argv)\b/.test(readFileSync(resolve(root, file), 'utf8')),
  )
  expect(wrong).toEqual([])
})

test('one module writes days, months and hours, in the time zone of the authority', () => {
  const writing = sources.filter((file) =>
    /\bIntl\.DateTimeFormat\b|\.toLocale(?:Date|Time)String\(/.test(readFileSync(resolve(root, file), 'utf8')),
  )
  expect(writing).toEqual(['surveys/days.ts'])
})

// « Le site n’envoie aucun message »; between the sites of one machine requests are passed on, to that machine alone
test('nothing that serves asks another machine', () => {
  const asks =
    /\bfetch\(|\b(?:https?|http2|net|tls)\.(?:request|get|connect|createConnection)\(|\bnew WebSocket\(|'node:(?:dgram|dns|tls)/
  const router = 'api/commands/sites/router.ts'
  const served = sources.filter((file) => room(file) !== 'client' && !/^api\/commands\/(?:bench|dev)\//.test(file))
  const asking = served.filter((file) => asks.test(readFileSync(resolve(root, file), 'utf8')))
  expect(asking).toEqual([router])
  expect(readFileSync(resolve(root, router), 'utf8').match(/host: '[^']*'/g)).toEqual(["host: '127.0.0.1'"])
})

test('danfojs stays on the analysts’ side: nothing the api imports leads to it', () => {
  const seen = new Set<string>()
  const visit = (file: string): string[] => {
    if (seen.has(file)) return []
    seen.add(file)
    return importsOf(file).flatMap(({ target, typesOnly }) =>
      typesOnly
        ? []
        : target.startsWith('danfojs')
          ? [file]
          : ours(target) && /\.tsx?$/.test(target)
            ? visit(target)
            : [],
    )
  }
  const roots = sources.filter((file) => room(file) === 'api' && !file.startsWith('api/commands/bench'))
  expect(roots.flatMap(visit)).toEqual([])
})

/** Groups of files that lead to each other, by Tarjan's strongly connected components; a file alone is no group. */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const path: string[] = []
  const circles: string[][] = []
  const visit = (file: string) => {
    order.set(file, order.size)
    lowest.set(file, order.get(file)!)
    path.push(file)
    for (const target of imports.get(file) ?? []) {
      if (!order.has(target)) visit(target)
      if (path.includes(target)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(target)!))
    }
    if (lowest.get(file) !== order.get(file)) return
    const group = path.splice(path.indexOf(file))
    if (group.length > 1 || imports.get(file)?.includes(file)) circles.push(group.sort())
  }
  for (const file of imports.keys()) if (!order.has(file)) visit(file)
  return circles
}

test('the finder of circles finds a pair, a long way round and a file that imports itself, and nothing else', () => {
  const imports = new Map(
    Object.entries({
      a: ['b', 'd'],
      b: ['c'],
      c: ['a'],
      d: ['e'],
      e: ['d', 'f'],
      f: ['g', 'g2'],
      g: ['h'],
      g2: ['h'],
      h: [],
      i: ['i', 'h'],
    }),
  )
  expect(circlesOf(imports).sort()).toEqual([['a', 'b', 'c'], ['d', 'e'], ['i']])
})

test('no file leads back to itself, not even by its types', () => {
  const imports = new Map(
    sources.map((file) => [
      file,
      importsOf(file)
        .map(({ target }) => target)
        .filter((target) => sources.includes(target)),
    ]),
  )
  expect([...imports.values()].flat().length).toBeGreaterThan(2_000)
  expect(circlesOf(imports)).toEqual([])
})

const rooms = ['surveys', 'analysis', 'api', 'client', 'cli', 'tests']
const foldersOf = (room: string) => [
  ...new Set(
    globSync(`${room}/**/*`, { cwd: root, withFileTypes: true }).map((entry) => relative(root, entry.parentPath)),
  ),
]

test('no folder holds more than 24 entries', () => {
  const crowded = rooms
    .flatMap(foldersOf)
    .map((folder) => `${folder}: ${readdirSync(resolve(root, folder)).length}`)
    .filter((line) => Number(line.split(': ')[1]) > 24)
  expect(crowded).toEqual([])
})

/** What a room's README names between backticks. */
const namedIn = (room: string) =>
  [...readFileSync(resolve(root, room, 'README.md'), 'utf8').matchAll(/`([^`\n]+)`/g)].map((found) => found[1]!)

/** What the first column of its table of folders names. */
function listedIn(room: string): string[] {
  const page = readFileSync(resolve(root, room, 'README.md'), 'utf8')
  const [, section = ''] = page.split(/\n## The f(?:older|ile)s\n/)
  return [...section.split('\n## ')[0]!.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  )
}

test('every folder, and every file at the root of a room, has its place in the table of the room', () => {
  const missing = rooms.flatMap((room) => {
    const named = listedIn(room)
    const folders = foldersOf(room)
      .filter((folder) => folder !== room)
      // below its root, the room of the tests mirrors the others
      .filter((folder) => room !== 'tests' || dirname(folder) === room)
      .map((folder) => `${relative(room, folder)}/`)
    const files = readdirSync(resolve(root, room), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'README.md')
      .map((entry) => entry.name)
    return [...folders, ...files].filter((name) => !named.includes(name)).map((name) => `${room}: ${name}`)
  })
  expect(missing).toEqual([])
})

test('every file that a README of a room names is there', () => {
  const gone = rooms.flatMap((room) =>
    namedIn(room)
      .filter((name) => /^[\w./-]+\.(ts|tsx|css|json|html)$/.test(name))
      // `THEME.json`, `DATA_DIR-keyring.json`: capitals stand for a name of the reader's own
      .filter((name) => !/[A-Z]{4}/.test(name))
      .filter((name) => !existsSync(resolve(root, room, name)) && !existsSync(resolve(root, name)))
      .filter((name) => name.includes('/') || !sources.some((file) => basename(file) === name))
      .map((name) => `${room}: ${name}`),
  )
  expect(gone).toEqual([])
})
