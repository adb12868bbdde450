/** Chance, seeded: the same seed draws the same people. */

/** A number in [0, 1), another at each call. */
export type Random = () => number

/**
 * @param seed any whole number
 * @source mulberry32, Tommy Ettinger (public domain): 32 bits of state, enough for synthetic respondents
 */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const happens = (random: Random, chance: number): boolean => random() < chance

/** One of the keys, by weight; weights need not sum to 1, and all of them at 0 gives the first. */
export function one<Value extends string>(random: Random, weights: Readonly<Record<Value, number>>): Value {
  const entries = Object.entries<number>(weights) as [Value, number][]
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of entries) {
    left -= weight
    if (left < 0) return value
  }
  return entries[0]![0]
}

/** Each key with its own chance, in the order given; at most `max` of them, any as likely to be left out as another. */
export function some(random: Random, chances: Readonly<Record<string, number>>, max = Number.POSITIVE_INFINITY) {
  const taken = Object.keys(chances).filter((value) => happens(random, chances[value]!))
  while (taken.length > max) taken.splice(Math.floor(random() * taken.length), 1)
  return taken
}

/** Like `some`; when nobody is taken, the answer « none of these ». */
export function someOrNone(random: Random, chances: Readonly<Record<string, number>>, max?: number): string[] {
  const taken = some(random, chances, max)
  return taken.length > 0 ? taken : ['aucun']
}

/** Answers that do not depend on who gives them. */
export const oneOf =
  <Value extends string>(weights: Readonly<Record<Value, number>>) =>
  (_: unknown, random: Random): Value =>
    one(random, weights)
export const someOf =
  (chances: Readonly<Record<string, number>>, max?: number) =>
  (_: unknown, random: Random): string[] =>
    someOrNone(random, chances, max)

/** For a question put to those concerned: someone who takes nothing else takes this. */
export const orElse = (taken: string[], value: string): string[] => (taken.length > 0 ? taken : [value])

export const any = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)]!

/** A whole number, both ends included. */
export const between = (min: number, max: number, random: Random) => min + Math.floor(random() * (max - min + 1))

export function shuffled(values: readonly string[], random: Random): string[] {
  const rest = [...values]
  return values.map(() => rest.splice(Math.floor(random() * rest.length), 1)[0]!)
}
