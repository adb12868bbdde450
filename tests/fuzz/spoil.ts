/** Ways to spoil a body: its values, its keys, its depth and size, and the bytes it travels as. */
import type { Random } from '../../surveys/people/random.ts'
import { pick, whole } from './grammar.ts'

const hostileKeys = [
  '__proto__',
  'constructor',
  'prototype',
  '$gt',
  '$where',
  'a.b',
  '',
  '\u0000',
  'toString',
  'é'.repeat(300),
]
/** Stands in bodies and must stand in no journal. */
export const canary = 'CANARI-7f3a91'

const hostileValues: readonly unknown[] = [
  canary,
  { $gt: '' },
  { $where: 'sleep(1000)' },
  { __proto__: null, isAdmin: true },
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '=HYPERLINK("http://example.org")',
  '../../../../etc/passwd',
  '\u0000',
  '\ud800',
  '\u202e\ufeff',
  'a'.repeat(5_000),
  1e308,
  -1,
  2 ** 53,
  0.1,
  null,
  true,
  [],
  {},
  [[[[[]]]]],
  '9'.repeat(400),
  '2026-02-30',
  '0000-00-00T00:00:00Z',
]

/** Spoils a copy at one to three places; as it is one time in four. */
export function spoiled(value: unknown, random: Random): unknown {
  if (random() < 1 / 4) return value
  let copy = structuredClone(value)
  for (let times = whole(1, 3, random); times > 0; times--) copy = spoiledOnce(copy, random)
  return copy
}

function spoiledOnce(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.1) return hostile(random)
  const keys = Object.keys(value)
  const target = value as Record<string, unknown>
  if (keys.length > 0 && random() < 0.6) {
    const key = pick(keys, random)
    target[key] = spoiledOnce(target[key], random)
    return value
  }
  if (Array.isArray(value)) {
    const length = random() < 0.02 ? 2_500 : whole(1, 5, random)
    for (let more = length; more > 0; more--) value.push(hostile(random))
    return value
  }
  const key = keys.length > 0 && random() < 0.5 ? pick(keys, random) : pick(hostileKeys, random)
  if (random() < 0.3) delete target[key]
  // assignment would set the prototype instead of adding the key
  else
    Object.defineProperty(target, key, { value: hostile(random), enumerable: true, configurable: true, writable: true })
  return value
}

const hostile = (random: Random): unknown =>
  random() < 0.02 ? nested(whole(20, 400, random)) : structuredClone(pick(hostileValues, random))

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value }
  return value
}

/** The bytes of a text, one in ten spoiled: cut, a bit flipped, not UTF-8, a key twice, a bomb of brackets. */
export function bytesOf(text: string, random: Random): Buffer {
  const bytes = Buffer.from(text)
  if (random() >= 0.1 || bytes.length < 2) return bytes
  const at = whole(0, bytes.length - 1, random)
  const ways: (() => Buffer)[] = [
    () => bytes.subarray(0, at),
    () => {
      bytes[at]! ^= 1 << whole(0, 7, random)
      return bytes
    },
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff, 0xc0, 0x80]), bytes.subarray(at)]),
    () => Buffer.from(`{"id":1,"id":{"$ne":1},${text.slice(1)}`),
    () => Buffer.from('['.repeat(whole(1, 30_000, random))),
    () => Buffer.concat([bytes, bytes]),
    () => Buffer.alloc(70_000, 0x20),
  ]
  return pick(ways, random)()
}

const types = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  '',
]

/** The headers a body travels with, now and then wrong ones. */
export function headersFor(random: Random): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': random() < 0.03 ? pick(types, random) : 'application/json' }
  if (random() < 0.01) headers['content-encoding'] = pick(['gzip', 'br', 'nonsense'], random)
  if (random() < 0.01) headers.origin = 'https://example.org'
  return headers
}

const parameters = [
  'personne',
  '%00',
  '..%2f..%2fetc',
  '__proto__',
  'constructor',
  '$gt',
  '%E0%A4%A',
  'a'.repeat(3_000),
  '-1',
  '1e9',
  'NaN',
  '%F0%9F%92%A9',
]

/** An address of a route; its parameters are right two times in three. */
export function addressOf(path: string, right: Record<string, (random: Random) => string>, random: Random): string {
  const address = path.replace(/:(\w+)/g, (_, name: string) => {
    const own = right[name]
    return own && random() < 0.67 ? own(random) : pick(parameters, random)
  })
  return random() < 0.05 ? `${address}?version=${pick(parameters, random)}&__proto__[a]=1&version[$gt]=` : address
}
