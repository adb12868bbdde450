import { expect, test } from 'vitest'
import { digestOf as publicationDigest } from '../../analysis/disclosure/publication.ts'
import { digestOf as responseDigest } from '../../api/keys/encryption.ts'
import { canonical } from '../../surveys/canonical.ts'

const answers = { garde: 'non', é: null, Z: [{ b: 1.5, a: true, c: undefined }], enfants: [] }

test('the same content has the same text, in whatever order it was written', () => {
  expect(canonical(answers)).toBe('{"Z":[{"a":true,"b":1.5}],"enfants":[],"garde":"non","é":null}')
  expect(canonical(Object.fromEntries(Object.entries(answers).reverse()))).toBe(canonical(answers))
  expect([canonical({}), canonical([]), canonical(null)]).toEqual(['{}', '[]', 'null'])
})

// written down before the two canonical forms became one: what is stored and published must go on being recognised
test('the digests of what is stored and published stay what they are', async () => {
  const response = {
    id: '0b9c0f6e-4a0f-4a51-8a44-0f4a7d1f2c11',
    questionnaire: 'garde',
    version: 1,
    mode: 'web' as const,
    channel: '',
    language: 'fr' as const,
    answers: answers as never,
  }
  const key = { digest: Buffer.alloc(32, 7) } as never
  expect(responseDigest(response, key)).toBe('t33xI5PfLI88EEdc2F_xkIJ5K0Ak4wtzUWgLtS9hVEo')
  const published = [{ b: 1, a: [null, 'x'] }] as never
  expect(await publicationDigest({ id: 'garde-2', date: '2026-03-01', snapshot: 'abc', responses: 3, published })).toBe(
    '2db065c18a90a05dd08a7bc887722c662b2887d982d5c10598f3cdab6e31f7f8',
  )
})
