/** Reads a JSON body within bounds; nothing it throws holds what was sent. */
import express, { type RequestHandler } from 'express'
import type * as z from 'zod'
import { answerBytes } from '../wire/sizes.ts'
import { Problem, type ProblemCode } from './problems.ts'

const mostDepth = 32
const mostKeys = 2_000
/** Names that reach an object's own workings, or that a database could take for an operator. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * The marks on one letter that are kept: as many as Unicode lets a letter of any language bear. To put thousands of them in order, as
 * comparing texts without their accents does, takes the square of their number.
 */
const mostMarks = 30
const stacked = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu')
const unstacked = (text: string) => text.replace(stacked, '$1')

/** What is said of a body that cannot be taken. */
export type Refusals = { shape: ProblemCode; large: ProblemCode; deep: ProblemCode }
const ofResponses: Refusals = { shape: 'sheet-refused', large: 'body-too-large', deep: 'body-too-deep' }
/** Said to colleagues, who fill in forms. */
export const ofForms: Refusals = { ...ofResponses, shape: 'form-refused' }

/** How large and how deep a body may be. */
export type Bounds = { bytes: number; keys: number; refusals: Refusals }

/** Middlewares that leave the parsed body, of the wanted shape, in `res.locals.body`. */
export function body(
  shape: z.ZodType,
  { bytes = answerBytes, keys = mostKeys, refusals = ofResponses }: Partial<Bounds> = {},
): RequestHandler[] {
  const raw = express.raw({ type: () => true, limit: bytes, inflate: false })
  return [
    (req, res, next) =>
      raw(req, res, (error?: unknown) =>
        next(
          (error as { type?: unknown } | undefined)?.type === 'entity.too.large' ? new Problem(refusals.large) : error,
        ),
      ),
    (req, res, next) => {
      if (!req.is('application/json') || !/^[^;]+(?:;\s*charset="?utf-8"?\s*)?$/i.test(req.get('content-type') ?? ''))
        throw new Problem('body-type')
      res.locals.body = shaped(shape, bounded(parsed(req.body), keys, refusals), refusals)
      next()
    },
  ]
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function parsed(bytes: unknown): unknown {
  try {
    return JSON.parse(utf8.decode(bytes as Uint8Array))
  } catch {
    // no cause: the parser quotes what it read
    throw new Problem('body-not-json')
  }
}

/**
 * The value itself, once it is known to be no deeper and no larger than any response, with no dangerous key at any depth; its texts
 * bear no more marks on a letter than any language has.
 *
 * @throws Problem body-too-deep or sheet-refused
 */
export function bounded<T>(value: T, most = mostKeys, refusals = ofResponses): T {
  let keys = 0
  const visit = (part: unknown, depth: number): unknown => {
    if (typeof part === 'string') return unstacked(part)
    if (typeof part !== 'object' || part === null) return part
    if (depth > mostDepth) throw new Problem(refusals.deep)
    if (Array.isArray(part)) {
      keys += part.length
      if (keys > most) throw new Problem(refusals.deep)
      part.forEach((item, place) => {
        part[place] = visit(item, depth + 1)
      })
      return part
    }
    for (const [name, content] of Object.entries(part)) {
      if (++keys > most) throw new Problem(refusals.deep)
      if (forbidden.has(name) || name.startsWith('$') || name.includes('.')) throw new Problem(refusals.shape)
      Object.assign(part, { [name]: visit(content, depth + 1) })
    }
    return part
  }
  return visit(value, 1) as T
}

function shaped(shape: z.ZodType, value: unknown, refusals: Refusals): unknown {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  throw new Problem(
    refusals.shape,
    result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  )
}
