import { expect, test } from 'vitest'
import { codeOf, newTotpSecret, stepAt, stepOfCode, totpAddress } from '../../../api/accounts/factor/totp.ts'

/** RFC 6238, appendix B: the SHA-1 rows; the secret is the ASCII text 12345678901234567890. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('at %i seconds the code is the one of RFC 6238', (seconds, code) => {
  expect(codeOf(secret, stepAt(seconds * 1000), 8)).toBe(code)
})

test('a code is taken for the step before, the present one and the one after, and only once', () => {
  const at = 1_750_000_000_000
  const present = stepAt(at)
  for (const step of [present - 1, present, present + 1])
    expect(stepOfCode(secret, codeOf(secret, step), at, 0)).toBe(step)
  for (const step of [present - 2, present + 2]) expect(stepOfCode(secret, codeOf(secret, step), at, 0)).toBe(null)
  expect(stepOfCode(secret, codeOf(secret, present), at, present)).toBe(null)
  expect(stepOfCode(secret, `${codeOf(secret, present).slice(0, 3)} ${codeOf(secret, present).slice(3)}`, at, 0)).toBe(
    present,
  )
})

test.each(['', 'abcdef', '12345', '1234567', '0'.repeat(1000)])('« %s » is no code', (typed) => {
  expect(stepOfCode(secret, typed, 1_750_000_000_000, 0)).toBe(null)
})

test('a new secret has 160 bits, and the address names who and where', () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret()).not.toBe(newTotpSecret())
  expect(totpAddress(secret, 'alix@mairie.fr', 'CC Tarn-Agout')).toBe(
    `otpauth://totp/CC%20Tarn-Agout:alix%40mairie.fr?secret=${secret}&issuer=CC%20Tarn-Agout&algorithm=SHA1&digits=6&period=30`,
  )
})
