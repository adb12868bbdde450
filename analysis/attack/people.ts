/** Sets of people as bits, to know what an attack should have found. */
export type People = Uint32Array

export const nobody = (size: number): People => new Uint32Array((size + 31) >>> 5)
export const add = (people: People, one: number): void => {
  people[one >>> 5]! |= 1 << (one & 31)
}
export const has = (people: People, one: number): boolean => ((people[one >>> 5]! >>> (one & 31)) & 1) === 1
export const both = (a: People, b: People): People => a.map((word, at) => word & b[at]!)
export const either = (a: People, b: People): People => a.map((word, at) => word | b[at]!)
export const without = (a: People, b: People): People => a.map((word, at) => word & ~b[at]!)

const bitsOf = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

export function sizeOf(people: People): number {
  let sum = 0
  for (let at = 0; at < people.length; at++) sum += bitsOf(people[at]!)
  return sum
}

export function sizeOfBoth(a: People, b: People): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += bitsOf(a[at]! & b[at]!)
  return sum
}

export function isWithin(inner: People, outer: People): boolean {
  for (let at = 0; at < inner.length; at++) if (inner[at]! & ~outer[at]!) return false
  return true
}

export const listed = (people: People): number[] =>
  Array.from({ length: people.length * 32 }, (_, one) => one).filter((one) => has(people, one))
