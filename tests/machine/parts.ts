/** What a run cannot test on this machine, said before its first test and counted after its last one. */
import { existsSync } from 'node:fs'
import type { TestModule } from 'vitest/node'
import { knownMongod, mayHaveMongod } from '../services/mongod.ts'
import { browserHere, noBrowser } from './browser.ts'
import { filesOf, isQuick, reaches, testFiles } from './projects.ts'

const noMongodb =
  'MONGODB IS NOT TESTED: INSTALL MONGOD, OR PYTHON WITH PIP THAT FETCHES ONE, TO RUN EVERY TEST OF THE STORE AGAINST IT'

/** Said in capitals at the very start; a failure in continuous integration, where nothing may be missing. */
export function missingHere(environment = process.env): string[] {
  const missing = [...(browserHere(environment) ? [] : [noBrowser]), ...(mayHaveMongod() ? [] : [noMongodb])]
  if (environment.CI && missing.length > 0) throw new Error(missing.join('\n'))
  return missing
}

/** One line for what was not tested, null when everything was. */
export function notTested(modules: readonly TestModule[]): string | null {
  const skipped = modules
    .filter(({ moduleId }) => existsSync(moduleId) && reaches(pathIn(moduleId), isMongodb))
    .flatMap((module) => [...module.children.allTests('skipped')]).length
  const browser = browserHere() ? 0 : filesOf('browser').length
  const later = process.env.QUICK_TESTS ? testFiles.filter((file) => !isQuick(file)).length : 0
  const lines = [
    ...(later > 0 ? [`${later} files of tests that only npm test -- --all runs`] : []),
    ...(skipped > 0 && knownMongod() === null ? [`${skipped} tests that need mongod`] : []),
    ...(browser > 0 ? [`${browser} files of tests that need a browser`] : []),
  ]
  return lines.length === 0 ? null : lines.join(', ')
}

const isMongodb = (target: string) => target === 'tests/services/mongod.ts'
const pathIn = (moduleId: string) => moduleId.slice(moduleId.lastIndexOf('/tests/') + 1)
