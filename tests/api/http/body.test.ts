import { expect, test } from 'vitest'
import { bounded } from '../../../api/http/body.ts'
import { mostSlowness, slowness } from '../../machine/repetitive.ts'

const nested = (depth: number): unknown => (depth === 1 ? {} : { a: nested(depth - 1) })

test('keys that reach an object’s own workings or look like an operator are refused at any depth', () => {
  for (const name of ['__proto__', 'constructor', 'prototype', '$gt', 'a.b']) {
    for (const text of [`{"${name}":1}`, `{"a":[{"b":{"${name}":{}}}]}`])
      expect(() => bounded(JSON.parse(text)), text).toThrow('sheet-refused')
  }
  expect(bounded({ 'garde-Comment': 'x', construction: 1 })).toEqual({ 'garde-Comment': 'x', construction: 1 })
})

test('a body may be 32 deep and hold 2,000 entries, not one more', () => {
  expect(() => bounded(nested(32))).not.toThrow()
  expect(() => bounded(nested(33))).toThrow('body-too-deep')
  expect(() => bounded({ a: Array(1_999).fill(0) })).not.toThrow()
  expect(() => bounded({ a: Array(2_000).fill(0) })).toThrow('body-too-deep')
  for (const plain of [null, 1, 'text', true]) expect(bounded(plain)).toBe(plain)
})

test('marks stacked on a letter are cut to as many as any language has, written as they are or escaped', () => {
  const word = 'e\u0301te\u0301'
  const heap = `a${'\u0301\u0316'.repeat(5_000)}b`
  const kept = `a${'\u0301\u0316'.repeat(15)}b`
  expect(bounded({ a: [heap, { b: heap }], c: word, d: 1 })).toEqual({ a: [kept, { b: kept }], c: word, d: 1 })
  expect(bounded(JSON.parse('"\\u0301'.concat('\\u0301'.repeat(40), '"')))).toBe('\u0301'.repeat(30))
  const ordered = (text: string) => bounded({ text }).text.normalize('NFD')
  expect(slowness(ordered, '\u0301\u0316'.repeat(16_000))).toBeLessThan(mostSlowness)
})
