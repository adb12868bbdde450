/**
 * Says what was not tested, and ends a run with one plain line, `N passed, N failed, N skipped`, that any tool can read;
 * the files that failed go, a line each, to the file that `FAILED_FILES` names.
 */
import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import { notTested } from './parts.ts'

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    // a run that could not begin has failed
    const broken =
      modules.filter((module) => module.errors().length > 0).length + errors.length + (tests.length === 0 ? 1 : 0)
    const failed = modules.filter((module) => !module.ok())
    if (process.env.FAILED_FILES)
      writeFileSync(process.env.FAILED_FILES, failed.map((module) => `${module.relativeModuleId}\n`).join(''))
    const without = notTested(modules)
    if (without) process.stdout.write(`\nNOT TESTED: ${without}\n`)
    process.stdout.write(
      `\n${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped\n`,
    )
  }
}
