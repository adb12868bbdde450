import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { digestOf, keptOf, openKept, receiptOf } from '../../../api/keys/encryption.ts'
import type { Keyring, QuestionnaireKey } from '../../../api/keys/keyring.ts'
import { canonical } from '../../../surveys/canonical.ts'
import { aSheet } from '../fixture.ts'

const key = (): QuestionnaireKey => ({ id: 'k', seal: randomBytes(32), digest: randomBytes(32) })
const ringOf = (only: QuestionnaireKey): Pick<Keyring, 'key'> => ({
  key: async (id) => (id === only.id ? only : null),
})
const received = { trial: false, receivedAt: '2024-05-06T07:08:09.000Z' }

test('the order of keys changes nothing, an order of choices does', () => {
  expect(canonical({ b: 1, a: { d: null, c: [1, 2] } })).toBe('{"a":{"c":[1,2],"d":null},"b":1}')
  const one = key()
  const sheet = aSheet({ answers: { a: 1, b: [1, 2] } })
  expect(digestOf({ ...sheet, answers: { b: [1, 2], a: 1 } }, one)).toBe(digestOf(sheet, one))
  expect(digestOf({ ...sheet, answers: { a: 1, b: [2, 1] } }, one)).not.toBe(digestOf(sheet, one))
  expect(digestOf(sheet, key())).not.toBe(digestOf(sheet, one))
})

test('what was sealed opens with its key alone, unaltered, under its own id', async () => {
  const one = key()
  const sheet = aSheet({ answers: { garde: 'canari' } })
  const row = keptOf({ ...sheet, ...received }, one, true)
  expect(Buffer.from(row.sealed).includes('canari')).toBe(false)
  expect(await openKept(row, ringOf(one))).toEqual({ ...sheet, ...received })
  await expect(openKept(row, ringOf(key()))).rejects.toThrow()
  await expect(openKept({ ...row, id: aSheet().id }, ringOf(one))).rejects.toThrow()
  for (const place of [0, 12, row.sealed.length - 1]) {
    const altered = row.sealed.slice()
    altered[place]! ^= 1
    await expect(openKept({ ...row, sealed: altered }, ringOf(one))).rejects.toThrow()
  }
})

test('the same answers sealed twice look different', () => {
  const one = key()
  const response = { ...aSheet(), ...received }
  expect(keptOf(response, one, true).sealed).not.toEqual(keptOf(response, one, true).sealed)
})

test('with sealing turned off the sheet lies as plain JSON', async () => {
  const response = { ...aSheet(), ...received }
  const row = keptOf(response, key(), false)
  expect(row.key).toBe(null)
  expect(JSON.parse(Buffer.from(row.sealed).toString())).toEqual(response)
  expect(await openKept(row, ringOf(key()))).toEqual(response)
})

test('a receipt is the same each time, and another for another sheet', () => {
  const one = key()
  expect(receiptOf('a', one)).toBe(receiptOf('a', one))
  expect(receiptOf('a', one)).not.toBe(receiptOf('b', one))
})
