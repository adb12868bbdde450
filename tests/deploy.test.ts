import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(resolve(root, file), 'utf8')
const files = ['Dockerfile', ...readdirSync(resolve(root, 'deploy')).map((name) => `deploy/${name}`)]

test('the container runs as nobody else’s account, on the Node of the project, with packages of production', () => {
  const lines = read('Dockerfile').split('\n')
  const major = read('.node-version').split('.')[0]
  expect(lines.filter((line) => line.startsWith('FROM'))).toEqual([
    `FROM node:${major}-bookworm-slim AS build`,
    `FROM node:${major}-bookworm-slim`,
  ])
  expect(lines).toContain('RUN npm ci --omit=dev --loglevel=error')
  expect(lines.findLast((line) => line.startsWith('USER'))).toBe('USER 1000:1000')
})

test('the container and the service run the server with the flags of npm start, on a file that is there', () => {
  const flags = /server \? \[([^\]]+)\]/.exec(read('run.mjs'))![1]!.match(/--[a-z-]+(=\w+)?/g)!
  expect(flags.length).toBeGreaterThanOrEqual(2)
  for (const file of ['Dockerfile', 'deploy/questionnaires.service']) {
    for (const flag of flags) expect(read(file)).toContain(flag)
    expect(read(file)).toContain('api/commands/start.ts')
  }
  expect(existsSync(resolve(root, 'api/commands/start.ts'))).toBe(true)
})

test('what is written lies in volumes: the root is read-only, and no container gains a right', () => {
  const compose = read('deploy/compose.yaml')
  for (const service of ['app', 'caddy']) {
    const own = new RegExp(`^  ${service}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(compose)![1]!
    expect(own).toMatch(/read_only: true/)
    expect(own).toMatch(/cap_drop: \[ALL\]/)
    expect(own).toMatch(/no-new-privileges:true/)
    expect(own).toMatch(/logging:/)
  }
})

test('a container made anew keeps its name: what is noted under it goes on', () => {
  expect(read('deploy/compose.yaml')).toMatch(/^ {4}hostname: questionnaires$/m)
})

test('backups have a folder of their own to be written in, apart from the keyring', () => {
  const unit = read('deploy/questionnaires.service')
  expect(unit).toMatch(/^StateDirectory=.* questionnaires-keys questionnaires-backups$/m)
  expect(unit).toMatch(/^ReadWritePaths=-\/var\/backups\/questionnaires$/m)
  expect(read('deploy/compose.yaml')).toMatch(/^ {6}- backups:\/backups$/m)
})

test('every setting they name is one the server reads', () => {
  const known = [...read('api/config.ts').matchAll(/^ {2}([A-Z_]+): \{/gm)].map(([, name]) => name)
  const other = ['NODE_ENV', 'SITE', 'APP']
  for (const file of files)
    for (const [, name] of read(file).matchAll(/\b([A-Z][A-Z_]{2,})(?==|:\s)/g))
      expect([file, [...known, ...other].includes(name!)]).toEqual([file, true])
  expect(known).toContain('DATA_DIR')
})

test('no proxy sends people on to a name that they, or whoever made them ask, chose', () => {
  for (const file of ['deploy/Caddyfile', 'deploy/nginx.conf'])
    expect(read(file)).not.toMatch(/^\s*(return 30\d|redir)\b.*(\$host|\$http_host|\{host\})/m)
})

test('a proxy keeps to itself what is for whoever watches, however its address is written', () => {
  const own = [...read('deploy/nginx.conf').matchAll(/^\tlocation ~\* (\S+) \{ return 404; \}$/gm)].map(
    ([, path]) => path!,
  )
  const isOwn = (path: string) => own.some((one) => new RegExp(one, 'i').test(path))
  const kept = ['/readyz', '/readyz/', '/READYZ', '/metrics', '/metrics/', '/Metrics']
  expect(kept.filter((path) => !isOwn(path))).toEqual([])
  expect(['/', '/readyz-garde', '/a/metrics'].filter(isOwn)).toEqual([])
  // matched by Caddy whatever the case
  expect(read('deploy/Caddyfile')).toMatch(
    /^\t@inner path \/metrics \/metrics\/ \/readyz \/readyz\/\n\trespond @inner 404$/m,
  )
})

test('no proxy hands figures out, believes what people say of their address, or writes it down', () => {
  for (const file of ['deploy/Caddyfile', 'deploy/nginx.conf']) {
    expect(read(file)).toMatch(/\/metrics/)
    expect(read(file)).toMatch(/X-Forwarded-For (\{remote_host\}|\$remote_addr)/)
  }
  // what fails is said with the address of whoever asked, by both
  expect(read('deploy/Caddyfile')).toMatch(/^\t\texclude http\.log\.access http\.log\.error$/m)
  const servers = read('deploy/nginx.conf')
    .split(/^server \{/m)
    .slice(1)
  expect(servers).toHaveLength(2)
  for (const server of servers) {
    expect(server).toMatch(/^\taccess_log off;$/m)
    expect(server).toMatch(/^\terror_log \/dev\/null crit;$/m)
  }
})
