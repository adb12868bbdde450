/** Invitation codes: ten signs in two groups (`7KQM2-H9XD5`), the last of which catches a slip of the finger or the eye. */

/** No 0, O, I, L or U: nothing that is taken for something else. Thirty-one signs, a prime number: see `lastSign`. */
const signs = '123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 9
export const invitationLength = length + 1

/** @param chance fills an array with random bytes: `crypto.getRandomValues`, seeded in tests */
export function newInvitation(chance: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  let drawn = ''
  while (drawn.length < length) {
    // bytes from 248 on are drawn again: 8 × 31 favours no sign
    const byte = chance(new Uint8Array(1))[0]!
    if (byte < 8 * signs.length) drawn += signs[byte % signs.length]
  }
  return grouped(drawn + lastSign(drawn))
}

/**
 * The code meant by what was typed: capitals, spaces and dashes do not matter.
 *
 * @returns null when it is too short or too long, has a sign that no code has, or when its last sign shows a slip
 */
export function invitationIn(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/U/g, 'V')
  if (plain.length !== invitationLength || [...plain].some((sign) => !signs.includes(sign))) return null
  return lastSign(plain.slice(0, length)) === plain.at(-1) ? grouped(plain) : null
}

const grouped = (plain: string) => `${plain.slice(0, 5)}-${plain.slice(5)}`

/**
 * The sign that makes the weighted sum of all ten (weights 1 to 10) a multiple of 31: one wrong sign, or any two swapped, change it.
 */
function lastSign(drawn: string): string {
  const sum = [...drawn].reduce((total, sign, at) => total + (at + 1) * signs.indexOf(sign), 0)
  // 10 × 28 = 9 × 31 + 1
  return signs[(signs.length - ((sum * 28) % signs.length)) % signs.length]!
}
