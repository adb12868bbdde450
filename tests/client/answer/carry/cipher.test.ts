import { expect, test } from 'vitest'
import { decrypted, encrypted, keysOf } from '../../../../client/answer/carry/cipher.ts'
import { base64urlOf, bytesOf } from '../../../../surveys/answers/base64url.ts'
import { codeWords, proofOf } from '../../../../surveys/answers/withdrawal-words.ts'

const words = codeWords.slice(100, 112)

test('the same words open it, with or without accents and capitals; others do not', async () => {
  const { key, proof } = await keysOf(words)
  const sealed = await encrypted({ garde: 'oui', mots: 'été 🌞' }, key)
  const bare = words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase())
  const again = await keysOf(bare)
  expect(again.proof).toBe(proof)
  expect(await decrypted(sealed, again.key)).toEqual({ garde: 'oui', mots: 'été 🌞' })
  const other = await keysOf(words.toReversed())
  expect(other.proof).not.toBe(proof)
  await expect(decrypted(sealed, other.key)).rejects.toThrow()
})

test('what the server is shown for a response sent does not open the copy', async () => {
  const { proof } = await keysOf(words)
  expect(proof).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(proof).not.toBe(proofOf(words))
})

test('its size says nothing of how much was answered, and twice the same is never the same', async () => {
  const { key } = await keysOf(words)
  const [none, some, much] = await Promise.all(
    [{}, { enfants: ['2015', '2018'] }, 'x'.repeat(8_000)].map((value) => encrypted(value, key)),
  )
  expect(new Set([none!.length, some!.length, much!.length]).size).toBe(1)
  expect(await encrypted({}, key)).not.toBe(none)
  expect((await encrypted('x'.repeat(9_000), key)).length).toBeGreaterThan(none!.length)
})

test('a copy changed on its way is refused', async () => {
  const { key } = await keysOf(words)
  const bytes = bytesOf(await encrypted({ garde: 'oui' }, key))
  // the « o » of « oui », behind the nonce
  bytes[12 + '{"garde":"'.length]! ^= 1
  await expect(decrypted(base64urlOf(bytes), key)).rejects.toThrow()
})
