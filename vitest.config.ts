import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { preact } from './client/answer/build/preact.ts'
import { browserHere } from './tests/machine/browser.ts'
import LongestFirst from './tests/machine/order.ts'
import { missingHere } from './tests/machine/parts.ts'
import { filesOf, type Project } from './tests/machine/projects.ts'

/** The one of its two forms whose imports can be followed. */
const testing = resolve(import.meta.dirname, 'node_modules/@testing-library/react/dist/@testing-library/react.esm.js')

/** What each project of the tests needs before its first one. */
const setUp: Record<Project, string[]> = {
  unit: ['./tests/machine/scratch.ts'],
  api: ['./tests/machine/scratch.ts', './tests/machine/servers.ts'],
  browser: ['./tests/machine/scratch.ts', './tests/machine/browser.ts', './tests/machine/pages.ts'],
}

/** `SHUFFLE=yes` draws the order of the tests of each browser file, `SHUFFLE=SEED` the order of an earlier run again. */
const { SHUFFLE } = process.env
const seed = Number(SHUFFLE) || Date.now()
if (SHUFFLE)
  process.stderr.write(`\nThe tests of each browser file are shuffled: SHUFFLE=${seed} gives this order again.\n`)
const orderOf = (name: Project) => ({
  shuffle: { tests: Boolean(SHUFFLE) && name === 'browser' },
  groupOrder: Number(name === 'unit'),
})

/**
 * More than the cores of two where many files wait for a server, a disk or a browser; where none does, each worker more only reads
 * and compiles the same modules again.
 */
const workersOf = (name: Project) => (name === 'unit' ? availableParallelism() : 5)

for (const sentence of missingHere()) process.stderr.write(`\n*** ${sentence} ***\n`)

export default defineConfig({
  resolve: { alias: [...preact, { find: '@testing-library/react', replacement: testing }] },
  test: {
    // drawn by what draws the pages, though they name React themselves
    server: { deps: { inline: ['@testing-library/react', 'survey-react-ui', 'wouter'] } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    sequence: { seed, sequencer: LongestFirst },
    reporters: ['default', './tests/machine/closing-line.ts'],
    projects: (Object.keys(setUp) as Project[])
      .filter((name) => name !== 'browser' || browserHere() !== null)
      .map((name) => ({
        extends: true,
        // modules are loaded once a worker: a file leaves nothing behind in them (`npm test -- --isolate` loads them anew)
        test: {
          name,
          include: filesOf(name),
          globalSetup: setUp[name],
          setupFiles: name === 'unit' ? ['./tests/machine/blank-page.ts'] : [],
          sequence: orderOf(name),
          maxWorkers: workersOf(name),
          isolate: false,
        },
      })),
  },
})
