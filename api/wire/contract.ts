/** What one route is. The server, the access table, the client and the OpenAPI document all read this row. */
import type * as z from 'zod'
import type { Role } from '../accounts/roles.ts'
import type { Bounds } from '../http/body.ts'
import type { ProblemCode } from '../http/problems.ts'

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE'
/**
 * `GET /api/design/:slug`: method and path, which also name the row. A few addresses lie outside of the api: where a monitoring
 * system looks for them, and those of pages that the server writes and people type.
 */
export type RouteName =
  | `${Method} /api/${string}`
  | `GET /${'healthz' | 'readyz' | 'metrics' | 'resultats' | `resultats/${string}` | `comite/${string}` | 'annuaire' | 'idees' | `annuaire/${string}`}`

/** A part of the address, and what is said when it cannot be what it should. */
export type Parameter = { shape: z.ZodType<string | number>; refusal: ProblemCode }

/** Files in one of these media types, instead of JSON. */
export type Files = { files: readonly [string, ...string[]] }

/** JSON of this shape, checked and written beside the server, which sends the bytes on. */
export type Written = { json: z.ZodType }

export type Contract = {
  /** In French, one line: what the OpenAPI document says of it. */
  summary: string
  roles: readonly [Role, ...Role[]]
  params?: Readonly<Record<string, Parameter>>
  query?: z.ZodObject
  /** Said of a query that cannot be read; `form-refused` when absent. */
  queryRefusal?: ProblemCode
  body?: z.ZodType
  /** Other bounds of the body than those of a response. */
  bounds?: Partial<Bounds>
  /** Passwords and secrets travel: refused over http, except on the machine itself. */
  needsHttps?: true
  /** It reaches every questionnaire: whoever is limited to some does not use it, administrators included. */
  wholeSite?: true
  /** Anybody writes a line that people read one by one: one address does so a few times only, over all such rows of its group. */
  fewWrites?: true
  /** Beside `fewWrites`, where whoever reads keeps a queue that must not be filled by one: so many a day from one address. */
  mostADay?: number
  /** null: nothing comes back. */
  response: z.ZodType | Files | Written | null
  /** The usual one first; 200 when absent. */
  statuses?: readonly [number, ...number[]]
}

/** Said of a form filled in by somebody, where the usual words would speak of a response. */
export const formRefusals = { shape: 'form-refused', large: 'body-too-large', deep: 'form-refused' } as const

/** Names of the parts of an address: `slug` and `id` for `/api/design/:slug/comments/:id`. */
export type NamesIn<Path> = Path extends `${string}/:${infer Rest}`
  ? Rest extends `${infer Name}/${infer After}`
    ? Name | NamesIn<`/${After}`>
    : Rest
  : never

type Row<Name> = Name extends RouteName
  ? Contract & ([NamesIn<Name>] extends [never] ? { params?: never } : { params: Record<NamesIn<Name>, Parameter> })
  : never

/** Rows as they are written, each held to its own address by the compiler. */
export const contractsOf = <const Rows extends { [Name in keyof Rows]: Row<Name> }>(rows: Rows): Rows => rows

type Shape<Row, Key extends string> = Row extends Record<Key, infer Found> ? Found : undefined

/** What the server hands to the handler of a row, all of it checked. */
export type Asked<Row> = {
  params: Shape<Row, 'params'> extends Record<string, Parameter>
    ? { [Name in keyof Shape<Row, 'params'>]: z.output<Shape<Row, 'params'>[Name]['shape']> }
    : Record<never, never>
  query: Shape<Row, 'query'> extends z.ZodType ? z.output<Shape<Row, 'query'>> : Record<never, never>
  body: Shape<Row, 'body'> extends z.ZodType ? z.output<Shape<Row, 'body'>> : undefined
}

/** A file on its way out; `name`: it is saved under that name. */
export type File = { type: string; content: Uint8Array; name?: string }

/** What a handler gives back. */
export type Reply<Row> =
  Shape<Row, 'response'> extends z.ZodType
    ? z.input<Shape<Row, 'response'>>
    : Shape<Row, 'response'> extends Files
      ? File
      : Shape<Row, 'response'> extends Written
        ? Uint8Array
        : undefined

/** What the client sends for a row; the parts a row does not have cannot be given. */
export type Sent<Name, Row> = ([NamesIn<Name>] extends [never]
  ? { params?: never }
  : { params: Record<NamesIn<Name>, string | number> }) &
  (Shape<Row, 'query'> extends z.ZodType
    ? { query?: { [Key in keyof z.input<Shape<Row, 'query'>>]?: string | number } }
    : { query?: never }) &
  (Shape<Row, 'body'> extends z.ZodType ? { body: z.input<Shape<Row, 'body'>> } : { body?: never })

/** What the client receives. */
export type Received<Row> =
  Shape<Row, 'response'> extends z.ZodType
    ? z.output<Shape<Row, 'response'>>
    : Shape<Row, 'response'> extends { json: infer Json extends z.ZodType }
      ? z.output<Json>
      : never
