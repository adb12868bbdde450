/** What came through the gate: figures that may be read, and secrets without a number. Only gate.ts makes them. */
import type { MaybeEstimate } from '../estimates/estimate.ts'
import type { Knowledge } from './knowledge.ts'
import type { Purpose, SecretCode } from './policy.ts'

/** Not exported: nobody else can write an object of a published type. */
declare const made: unique symbol
type Made = { readonly [made]: true }

type Place = { key: string; dims: Readonly<Record<string, string>>; table: string }

/** A figure that may be read: rounded, with its interval and its base. `count` is null beside a weighted share. */
export type Shown = Place & { secret: false; count: number | null; estimate: MaybeEstimate }

/** A figure that may not: beyond this point no number of it exists any more, in any form. */
export type Secret = Place & { secret: true; code: SecretCode; why: string }

export type PublishedFigure = (Shown | Secret) & Made

export type PublishedTable = {
  id: string
  title: string
  sensitive: boolean
  figures: readonly PublishedFigure[]
} & Made

export type Published = {
  purpose: Purpose
  /** To be printed beside the figures. */
  mention: string
  tables: readonly PublishedTable[]
  /** What readers can know from it: later publications are checked against this. Not for print. */
  knowledge: Knowledge
  /** The proof: counts in the system, hidden ones, and the narrowest interval left to an attacker (null: none hidden). */
  audit: { counts: number; hidden: number; narrowest: number | null }
} & Made

/** A published figure by its table and key. */
export type Figures = (table: string, key: string) => PublishedFigure
