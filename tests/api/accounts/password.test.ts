import { expect, test } from 'vitest'
import { hashOf, isPassword, weaknessOf } from '../../../api/accounts/password.ts'

test('a password is stored as argon2id with its own salt, and only the right one matches', async () => {
  const [one, two] = [await hashOf('trois chats sur le toit'), await hashOf('trois chats sur le toit')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
  expect(await isPassword('trois chats sur le toit', one)).toBe(true)
  expect(await isPassword('trois chats sur le toiT', one)).toBe(false)
  expect(await isPassword('trois chats sur le toit', null)).toBe(false)
})

test('an accent typed in one key or in two is the same password', async () => {
  const stored = await hashOf('la clé du grenier'.normalize('NFC'))
  expect(await isPassword('la clé du grenier'.normalize('NFD'), stored)).toBe(true)
})

test.each([
  ['', /12 caractères/],
  ['court', /12 caractères/],
  ['x'.repeat(129), /128/],
  ['aaaaaaaaaaaaaa', /répète/],
  ['abcabcabcabcabc', /répète/],
  ['123456789012', /trop connu/],
  ['motdepasse2026', /trop connu/],
  ['M0td3p@sse2026!', /trop connu/],
  ['azertyuiop123', /trop connu/],
  ['Password1234!', /trop connu/],
  ['printemps2026!', /trop connu/],
  ['j’aime martin beaucoup', /votre nom/],
])('« %s » is refused in one sentence', (typed, sentence) => {
  expect(weaknessOf(typed, ['alix.martin', 'Alix Martin'])).toMatch(sentence)
})

test.each(['trois chats sur le toit', 'Vx9!kd0#Lm2q', 'le train de 7 h 52'])('« %s » is accepted', (typed) => {
  expect(weaknessOf(typed, ['alix.martin', 'Alix Martin'])).toBe(null)
})
