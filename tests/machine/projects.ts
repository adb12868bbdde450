/** Sorts the test files by what they need: a browser, the server or a store, or nothing but the code. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const projects = ['unit', 'api', 'browser'] as const
export type Project = (typeof projects)[number]

export const testFiles = globSync('tests/**/*.test.{ts,tsx}', { cwd: root }).sort()

export const filesOf = (project: Project): string[] => testFiles.filter((file) => projectOf(file) === project)

export function projectOf(file: string): Project {
  if (reaches(file, (target) => target === 'playwright-core' || target === 'tests/machine/browser.ts')) return 'browser'
  const isServed = (target: string) => /^(api|tests\/services)\//.test(target) || target === 'node:child_process'
  return file.startsWith('tests/api/') || reaches(file, isServed) ? 'api' : 'unit'
}

/** True when a test, or a helper of the tests that it imports, imports such a target for more than its types. */
export function reaches(file: string, isWanted: (target: string) => boolean, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false
  seen.add(file)
  return importsOf(file).some(
    (target) => isWanted(target) || (target.startsWith('tests/') && reaches(target, isWanted, seen)),
  )
}

function importsOf(file: string): string[] {
  const path = resolve(root, file)
  if (!existsSync(path)) return []
  const statements = readFileSync(path, 'utf8').matchAll(/^import\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)
  return [...statements].map(([, target]) =>
    target!.startsWith('.') ? relative(root, resolve(dirname(path), target!)) : target!,
  )
}
