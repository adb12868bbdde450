import { globSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
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

test('surveys and client never ask for a Node module, so that a browser can load them', () => {
  const wrong = sources
    .filter((file) => ['surveys', 'client'].includes(room(file)))
    .flatMap((file) => importsOf(file).map(({ target }) => ({ file, target })))
    .filter(({ target }) => target.startsWith('node:'))
  expect(wrong).toEqual([])
})

test('only commands, scripts and the configuration read the environment', () => {
  const allowed = (file: string) => /^(api\/commands|analysis\/scripts)\//.test(file) || file === 'api/config.ts'
  const wrong = sources.filter(
    (file) => !allowed(file) && /\bprocess\.(env|argv)\b/.test(readFileSync(resolve(root, file), 'utf8')),
  )
  expect(wrong).toEqual([])
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
