import { expect, test } from 'vitest'
import { bounded } from '../../../api/http/body.ts'

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
