/** Ends a run with one plain line, `N passed, N failed`, that any tool can read. */
import type { Reporter, TestModule } from 'vitest/node'

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const shaky = tests.filter((test) => test.diagnostic()?.flaky)
    if (shaky.length > 0)
      process.stdout.write(`\nPASSED ONLY AT THE SECOND TRY:\n${shaky.map((test) => `  ${test.fullName}\n`).join('')}`)
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length
    process.stdout.write(
      `\n${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped\n`,
    )
  }
}
