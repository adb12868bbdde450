/** Values that a shape would take, drawn from its JSON schema: the fuzz starts from them and spoils them. */
import fc from 'fast-check'
import * as z from 'zod'
import type { Random } from '../../surveys/people/random.ts'

type Schema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
  $defs?: Record<string, Schema>
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  items?: Schema | boolean
  prefixItems?: Schema[]
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
}
/** Values for the properties that bear a name, so that some bodies reach past the shape to the work itself. */
export type Known = Record<string, readonly unknown[]>

const mostDepth = 6
const samples = 24

/** @param known by the name of a property; two times in three one of the right type stands instead of the grammar’s own */
export function grammarOf(shape: z.ZodType, known: Known): (random: Random) => unknown {
  const root = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema
  const texts = new Map<string, string[]>()

  function draw(schema: Schema | boolean | undefined, random: Random, depth: number): unknown {
    if (typeof schema !== 'object') return anything(random)
    if (schema.$ref) return draw(referred(schema.$ref), random, depth + 1)
    if ('const' in schema) return schema.const
    if (schema.enum) return pick(schema.enum, random)
    const choice = schema.anyOf ?? schema.oneOf
    if (choice) return draw(pick(choice, random), random, depth)
    if (schema.allOf)
      return Object.assign({}, ...schema.allOf.map((part) => draw(part, random, depth)).filter(isObject))
    const type = Array.isArray(schema.type) ? pick(schema.type, random) : schema.type
    if (type === 'string') return textOf(schema, random)
    if (type === 'integer' || type === 'number') return numberOf(schema, random, type === 'integer')
    if (type === 'boolean') return random() < 0.5
    if (type === 'null') return null
    if (type === 'array') return arrayOf(schema, random, depth)
    if (type === 'object') return objectOf(schema, random, depth)
    return anything(random)
  }

  function referred(reference: string): Schema {
    if (reference === '#') return root
    return root.$defs?.[reference.split('/').at(-1)!] ?? {}
  }

  function objectOf({ properties = {}, required = [], additionalProperties }: Schema, random: Random, depth: number) {
    const names = Object.keys(properties).filter(
      (name) => required.includes(name) || (depth < mostDepth && random() < 0.5),
    )
    const entries = names.map((name) => {
      const fitting = (known[name] ?? []).filter((value) => isOfType(value, properties[name]?.type))
      const isKnown = fitting.length > 0 && random() < 2 / 3
      return [name, isKnown ? pick(fitting, random) : draw(properties[name], random, depth + 1)] as const
    })
    if (typeof additionalProperties === 'object' && depth < mostDepth)
      for (let more = whole(0, 2, random); more > 0; more--)
        entries.push([pick(['garde', 'fr', 'x', '1'], random), draw(additionalProperties, random, depth + 1)])
    return Object.fromEntries(entries)
  }

  function arrayOf({ items, prefixItems }: Schema, random: Random, depth: number): unknown[] {
    if (prefixItems) return prefixItems.map((item) => draw(item, random, depth + 1))
    const length = depth < mostDepth ? whole(0, 3, random) : 0
    return Array.from({ length }, () => draw(items, random, depth + 1))
  }

  function textOf({ pattern, format, minLength = 0, maxLength = 40 }: Schema, random: Random): string {
    if (format === 'uuid') return uuid(random)
    if (format === 'date') return `20${whole(20, 30, random)}-0${whole(1, 9, random)}-1${whole(0, 9, random)}`
    if (format === 'date-time') return new Date(1.7e12 + Math.floor(random() * 1e11)).toISOString()
    if (pattern) return pick(matching(pattern), random)
    const length = whole(minLength, Math.min(maxLength, minLength + 40), random)
    return Array.from({ length }, () => pick(letters, random)).join('')
  }

  function matching(pattern: string): string[] {
    if (!texts.has(pattern)) texts.set(pattern, sampled(pattern))
    return texts.get(pattern)!
  }

  return (random) => draw(root, random, 0)
}

function sampled(pattern: string): string[] {
  try {
    return fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: 1, numRuns: samples })
  } catch {
    // a pattern that fast-check cannot turn round
    return ['', 'a', '2026-11-25', '12:30']
  }
}

function numberOf({ minimum = -10, maximum = 2_000 }: Schema, random: Random, isWhole: boolean): number {
  const value = minimum + random() * (Math.min(maximum, minimum + 10_000) - minimum)
  return isWhole ? Math.round(value) : value
}

const letters = [...'abcdefgéàœ ’-_0123456789']
const isOfType = (value: unknown, type: string | string[] | undefined) =>
  type === undefined ||
  [type].flat().some((each) => (each === 'integer' || each === 'number' ? 'number' : each) === typeof value)
const isObject = (value: unknown) => typeof value === 'object' && value !== null
const anything = (random: Random) => pick([null, true, 0, -1.5, '', 'oui', [], {}, ['a'], { a: 1 }], random)

export const whole = (low: number, high: number, random: Random): number =>
  low + Math.floor(random() * (high - low + 1))
export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T
}
export function uuid(random: Random): string {
  const digit = () => Math.floor(random() * 16).toString(16)
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, digit)
}
