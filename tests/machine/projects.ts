/**
 * Sorts the test files by what they need (a browser, the server or a store, or nothing but the code), and by when they run: all that
 * is not named here at every `npm test`, the rest with `npm test -- --all`.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const projects = ['unit', 'api', 'browser'] as const
export type Project = (typeof projects)[number]

/** Of the files in a browser, those that run at every `npm test`: one journey a room. */
export const journeys = [
  'tests/journey.test.ts',
  'tests/client/action-log/action-log.browser.test.ts',
  'tests/client/design/journey.browser.test.ts',
  'tests/client/entry/entry.browser.test.ts',
  'tests/client/heard/heard.browser.test.ts',
  'tests/client/kiosk/code.browser.test.ts',
  'tests/client/results/directory.browser.test.ts',
  'tests/client/results/public.browser.test.ts',
  'tests/client/staff/first-start.browser.test.ts',
  'tests/client/staff/hand-over.browser.test.ts',
]
/** Of the others, those that wait for `--all`: what lasts more than what it holds is worth at every change. */
const long = globSync(
  [
    'tests/{engines,faults,fuzz,soak}/**',
    // attacks, coverage by simulation, documents written whole
    'tests/analysis/attack/{attack,series,typologies}.test.ts',
    'tests/analysis/estimates/simulate.test.ts',
    'tests/analysis/measures/{second-versions,truth}.test.ts',
    'tests/analysis/report/{demo-report,pdf}.test.ts',
    // servers and commands started again and again, killed, on full disks
    'tests/api/accounts/commands.test.ts',
    'tests/api/commands/{absent-base,backup,keyring,start,stop}.test.ts',
    'tests/api/commands/{bench,demo,dev}/**',
    'tests/api/http/server.test.ts',
    'tests/api/keys/{disk-order,losses,rotation}.test.ts',
    'tests/api/responses/unreadable.test.ts',
    'tests/api/store/{instances,instances-publish,mongodb-network,replica-set}.test.ts',
    // crowds of answers, every route as every role, whole plans of work
    'tests/api/authority/journey.test.ts',
    'tests/api/design/{hostile,journey}.test.ts',
    'tests/api/fieldwork/{flags,readiness,senders}.test.ts',
    'tests/api/http/access.test.ts',
    'tests/api/paper/{pages,paper}.test.ts',
    'tests/api/results/{frozen-study,reports-published}.test.ts',
    // every question type, draft and language, drawn at random or walked
    'tests/client/answer/build/same-engine.test.ts',
    'tests/client/answer/remembered.test.ts',
    'tests/client/entry/entry.test.ts',
    'tests/surveys/answers/{give-texts,validator}.test.ts',
    'tests/surveys/people/people.test.ts',
    'tests/surveys/review/{review-fuzz,review-hostile}.test.ts',
  ],
  { cwd: root },
)

export const testFiles = globSync('tests/**/*.test.{ts,tsx}', { cwd: root }).sort()

/** Those of this run: `run.mjs` says whether it is the quick one. */
export const filesOf = (project: Project): string[] =>
  testFiles.filter((file) => projectOf(file) === project && (!process.env.QUICK_TESTS || isQuick(file)))

export function projectOf(file: string): Project {
  if (reaches(file, (target) => target === 'playwright-core' || target === 'tests/machine/browser.ts')) return 'browser'
  const isServed = (target: string) => /^(api|tests\/services)\//.test(target) || target === 'node:child_process'
  return file.startsWith('tests/api/') || reaches(file, isServed) ? 'api' : 'unit'
}

/** It runs at every `npm test`; the others with `npm test -- --all`, or when they are named. */
export const isQuick = (file: string): boolean =>
  projectOf(file) === 'browser' ? journeys.includes(file) : !long.includes(file)

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
