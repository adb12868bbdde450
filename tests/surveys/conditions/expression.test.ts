import { describe, expect, test } from 'vitest'
import {
  compileCondition,
  ExpressionError,
  namesIn,
  type Operand,
  parseCondition,
} from '../../../surveys/conditions/expression.ts'

const operands = new Map<string, Operand>([
  ['garde', { kind: 'choice', values: new Set(['oui', 'non', 'refus']) }],
  ['cases', { kind: 'choices', values: new Set(['a', 'b']) }],
  ['rang', { kind: 'ranking', values: new Set(['a', 'b']) }],
  ['age', { kind: 'number', values: new Set() }],
  ['vrai', { kind: 'boolean', values: new Set() }],
  ['jour', { kind: 'date', values: new Set(['2026-03']) }],
  ['mot', { kind: 'text', values: new Set() }],
  ['panel.garde', { kind: 'choice', values: new Set(['oui']) }],
])
const compile = (text: string) => compileCondition(text, (name) => operands.get(name) ?? null)
const holds = (text: string, response: Record<string, unknown>, row: Record<string, unknown> | null = null) =>
  compile(text)({
    response: new Map(Object.entries(response)),
    row: row === null ? null : new Map(Object.entries(row)),
  })

test('a comparison with a blank answer is false, and « different from » is true', () => {
  expect(holds("{garde} = 'oui'", {})).toBe(false)
  expect(holds("{garde} <> 'oui'", {})).toBe(true)
  expect(holds('{age} < 5', {})).toBe(false)
  expect(holds("{cases} contains 'a'", {})).toBe(false)
  expect(holds("{cases} notcontains 'a'", {})).toBe(true)
})

test('and binds more tightly than or, and ! turns a group round', () => {
  expect(holds("{garde} = 'oui' or {age} > 5 and {vrai} = true", { garde: 'oui' })).toBe(true)
  expect(holds("({garde} = 'oui' or {age} > 5) and {vrai} = true", { garde: 'oui' })).toBe(false)
  expect(holds("!({garde} = 'oui')", {})).toBe(true)
})

test('a row reads its own answers as panel.name', () => {
  expect(holds("{panel.garde} = 'oui'", {}, { garde: 'oui' })).toBe(true)
  expect(holds("{panel.garde} = 'oui'", { garde: 'oui' }, {})).toBe(false)
})

describe('outside the language', () => {
  test.each([
    ['a function', "iif({garde} = 'oui', 1, 2) = 1"],
    ['today()', "today() > '2026-01-01'"],
    ['arithmetic', '{age} + 1 > 5'],
    ['a bare answer', '{vrai}'],
    ['two answers compared', '{age} > {age}'],
    ['an unknown question', '{inconnue} = 1'],
    ['an element of a list', "{cases[0]} = 'a'"],
    ['a property of a question', '{$garde.isVisible} = true'],
    ['a row outside a repeated panel', "{panel.rien} = 'oui'"],
    ['__proto__', "{__proto__} = 'a'"],
    ['constructor', '{constructor} notempty'],
    ['a number as text', "{age} > '5'"],
    ['a value never offered', "{garde} = 'peut_etre'"],
    ['= on a list', "{cases} = ['a']"],
    ['= with one value of a list', "{cases} = 'a'"],
    ['contains on a single choice', "{garde} contains 'ou'"],
    ['a text compared', "{mot} = 'x'"],
    ['a day that no calendar has', "{jour} > '2026-02-30'"],
    ['a day as it is said', "{jour} = '5 mars 2026'"],
    ['a month for a day', "{jour} = '2026-03'"],
    ['days in a list', "{jour} anyof ['2026-03-05']"],
    ['a boolean as text', "{vrai} = 'true'"],
    ['nothing', ''],
    ['half a comparison', '{garde} ='],
    ['an unclosed quote', "{garde} = 'oui"],
    ['too long', Array.from({ length: 200 }, () => "{garde} = 'oui'").join(' or ')],
    ['too deep', `${'('.repeat(21)}{garde} = 'oui'${')'.repeat(21)}`],
    ['a pile of !', `${'!'.repeat(500)}({garde} = 'oui')`],
  ])('%s is refused', (_, text) => {
    expect(() => compile(text)).toThrow(ExpressionError)
  })

  test('the longest and deepest condition is refused or read in less than 50 ms', () => {
    for (const text of [
      '('.repeat(2_000),
      `${'('.repeat(20)}{garde} = 'oui'${')'.repeat(20)}`,
      '{'.repeat(2_000),
      `{age} > 1${' and {age} > 1'.repeat(140)}`,
      '['.repeat(1_999),
    ]) {
      const times = [1, 2, 3].map(() => {
        const start = performance.now()
        try {
          compile(text)
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError)
        }
        return performance.now() - start
      })
      expect(Math.min(...times)).toBeLessThan(50)
    }
  })
})

test('the names a condition reads are listed', () => {
  expect(namesIn(parseCondition("{garde} = 'oui' and !({age} > 5 or {panel.garde} empty)"))).toEqual([
    'garde',
    'age',
    'panel.garde',
  ])
})
