import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { documentedIn, run } from '../machine/examples.ts'

const root = resolve(import.meta.dirname, '../..')
const files = [
  ...globSync(
    ['analysis/estimates/*.ts', 'analysis/comparisons/*.ts', 'analysis/design/*.ts', 'analysis/typology/*.ts'],
    { cwd: root },
  ).sort(),
  'surveys/answers/validator.ts',
]
const functions = files.flatMap((file) =>
  documentedIn(readFileSync(resolve(root, file), 'utf8')).map((one) => ({ file, ...one })),
)

/** What gives an estimate, a test, a weighting or a validator, and what cites its book, is an estimator here. */
const isEstimator = ({ returns, docs }: (typeof functions)[number]) =>
  /\b(MaybeEstimate|ShareTable|Change|Weighting|Weighed|Validator)\b|^Design$/.test(returns) || docs.includes('@source')

/** All that the examples may name: the exports of these files. */
const scope: Record<string, unknown> = {}
for (const file of files) Object.assign(scope, await import(resolve(root, file)))

test('the estimators are found', () => {
  const names = functions.filter(isEstimator).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['share', 'rake', 'raoScott', 'compileValidator']))
})

test.each(functions.filter(isEstimator))('$file: $name shows an example', ({ code }) => {
  expect(code).not.toBeNull()
})

test.each(functions.filter(({ code }) => code !== null))(
  '$file: the example of $name gives what it says',
  ({ code }) => {
    const { given, said, apart } = run(code!, scope)
    agree(given, said, apart)
  },
)

test('a wrong example is seen', () => {
  const wrong = run('wilson(0.5, 100, 1.96) // → [0.405, 0.595]', scope)
  expect(() => agree(wrong.given, wrong.said, wrong.apart)).toThrow()
})

function agree(given: unknown, said: unknown, apart: number): void {
  if (typeof said === 'number' && !Number.isNaN(said)) {
    expect(given).toBeTypeOf('number')
    expect(Math.abs((given as number) - said), `${given} for ${said}`).toBeLessThanOrEqual(apart * (1 + 1e-9))
  } else if (said !== null && typeof said === 'object') {
    const parts = Array.isArray(said) ? Array.from(given as ArrayLike<unknown>) : (given as Record<string, unknown>)
    expect(Object.keys(parts)).toEqual(Object.keys(said))
    for (const [key, part] of Object.entries(said)) agree((parts as Record<string, unknown>)[key], part, apart)
  } else expect(given).toEqual(said)
}
