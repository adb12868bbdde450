import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { decryptResponse, digestOf, encryptResponse, receiptOf } from '../../../api/keys/encryption.ts'
import type { Keyring, QuestionnaireKey } from '../../../api/keys/keyring.ts'
import { canonical } from '../../../surveys/canonical.ts'
import { aSentResponse } from '../fixture.ts'

const key = (): QuestionnaireKey => ({
  id: 'k',
  encryption: randomBytes(32),
  digest: randomBytes(32),
  records: randomBytes(32),
})
const ringOf = (only: QuestionnaireKey): Pick<Keyring, 'key'> => ({
  key: async (id) => (id === only.id ? only : null),
})
const received = { trial: false, receivedAt: '2024-05-06T07:08:09.000Z' }

test('the order of keys changes nothing, an order of choices does', () => {
  expect(canonical({ b: 1, a: { d: null, c: [1, 2] } })).toBe('{"a":{"c":[1,2],"d":null},"b":1}')
  const one = key()
  const response = aSentResponse({ answers: { a: 1, b: [1, 2] } })
  expect(digestOf({ ...response, answers: { b: [1, 2], a: 1 } }, one)).toBe(digestOf(response, one))
  expect(digestOf({ ...response, answers: { a: 1, b: [2, 1] } }, one)).not.toBe(digestOf(response, one))
  expect(digestOf(response, key())).not.toBe(digestOf(response, one))
})

test('a ciphertext decrypts with its key alone, unaltered, under its own id', async () => {
  const one = key()
  const response = aSentResponse({ answers: { garde: 'canari' } })
  const row = encryptResponse({ ...response, ...received }, one, true)
  expect(Buffer.from(row.sealed).includes('canari')).toBe(false)
  expect(await decryptResponse(row, ringOf(one))).toEqual({ ...response, ...received })
  await expect(decryptResponse(row, ringOf(key()))).rejects.toThrow()
  await expect(decryptResponse({ ...row, id: aSentResponse().id }, ringOf(one))).rejects.toThrow()
  for (const place of [0, 12, row.sealed.length - 1]) {
    const altered = row.sealed.slice()
    altered[place]! ^= 1
    await expect(decryptResponse({ ...row, sealed: altered }, ringOf(one))).rejects.toThrow()
  }
})

test('the same answers encrypted twice look different', () => {
  const one = key()
  const response = { ...aSentResponse(), ...received }
  expect(encryptResponse(response, one, true).sealed).not.toEqual(encryptResponse(response, one, true).sealed)
})

test('with encryption turned off the response is stored as plain JSON', async () => {
  const response = { ...aSentResponse(), ...received }
  const row = encryptResponse(response, key(), false)
  expect(row.key).toBe(null)
  expect(JSON.parse(Buffer.from(row.sealed).toString())).toEqual(response)
  expect(await decryptResponse(row, ringOf(key()))).toEqual(response)
})

test('a receipt is the same each time, and another for another response', () => {
  const one = key()
  expect(receiptOf('a', one)).toBe(receiptOf('a', one))
  expect(receiptOf('a', one)).not.toBe(receiptOf('b', one))
})
